import type Pdf from "pdfkit";
import { runsOf } from "./runs.ts";

type Document = InstanceType<typeof Pdf>;

/** The foot of every page, once their number is known. It is no part of the text, so readers skip it. */
export function numberPages(document: Document, title: string): void {
  const { start, count } = document.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(start + index);
    document.markContent("Artifact", { type: "Pagination", attached: ["Bottom"] });
    foot(document, title, `Page ${index + 1} of ${count}`);
    document.endMarkedContent();
  }
}

/** Characters of a title that fit beside the number. */
const longestTitle = 72;

/** Written below the bottom margin, which therefore is lifted for a moment: text beyond it would begin a new page. */
function foot(document: Document, title: string, number: string): void {
  const { left, right, bottom } = document.page.margins;
  const y = document.page.height - bottom + 28;
  document.page.margins.bottom = 0;
  document.fontSize(8.5).fillColor("#5c6470");
  oneLine(document, [...title].slice(0, longestTitle).join(""), left, y);
  oneLine(document, number, document.page.width - right - widthOf(document, number), y);
  document.page.margins.bottom = bottom;
}

function oneLine(document: Document, text: string, left: number, y: number): void {
  let x = left;
  for (const run of runsOf(text, "regular")) {
    document.font(run.face.name).text(run.text, x, y, { lineBreak: false });
    x += document.widthOfString(run.text);
  }
}

function widthOf(document: Document, text: string): number {
  return runsOf(text, "regular").reduce((sum, run) => sum + document.font(run.face.name).widthOfString(run.text), 0);
}
