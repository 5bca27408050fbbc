export { letterDocx } from "./docx.ts";
export { letterPdf } from "./pdf.ts";
