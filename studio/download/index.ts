export { saveAs } from "./saveAs.ts";
