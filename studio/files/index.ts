export { FilesPane } from "./FilesPane.tsx";
