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

/** Written below the bottom margin, which therefore is lifted for a moment: text beyond it would begin a new page. */
function foot(document: Document, title: string, number: string): void {
  const { left, right, bottom } = document.page.margins;
  const width = document.page.width - left - right;
  const y = document.page.height - bottom + 28;
  document.page.margins.bottom = 0;
  document.fontSize(8.5).fillColor("#5c6470");
  document.font(runsOf(number, "regular")[0]?.face.name ?? "regular-0");
  document.text(title, left, y, { width, align: "left", lineBreak: false });
  document.text(number, left, y, { width, align: "right", lineBreak: false });
  document.page.margins.bottom = bottom;
}
