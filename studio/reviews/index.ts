export { partWords, parts } from "./parts.ts";
export { Status } from "./Status.tsx";
