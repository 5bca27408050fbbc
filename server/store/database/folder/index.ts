export { FolderDialect } from "./dialect.ts";
