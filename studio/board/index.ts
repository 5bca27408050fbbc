export { BoardColumn } from "./BoardColumn.tsx";
