export { useAddCase, useNewCase, useNewGuideline } from "./creating.ts";
export { FilesPane } from "./FilesPane.tsx";
export { fileName } from "./fileName.ts";
export { firstGuideline } from "./starters.ts";
