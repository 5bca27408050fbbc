export { useAddCase, useNewCase, useNewGuideline } from "./creating.ts";
export { FilesPane } from "./FilesPane.tsx";
