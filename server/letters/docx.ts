import { AlignmentType, Document, Footer, HeadingLevel, PageNumber, Packer, Paragraph, TextRun } from "docx";
import { type Letter, type LetterBlock, letterBlocks } from "../../engine/letter/index.ts";

const serif = "IBM Plex Serif";
const accent = "1F4E79";
const soft = "5C6470";

/** The letter as a Word document: headings as headings, so that Word outlines and reads it; the letter's words as plain text. */
export async function letterDocx(letter: Letter): Promise<Uint8Array> {
  const document = new Document({
    title: letter.title,
    creator: "Precept",
    description: letter.title,
    styles: { default: documentStyles },
    sections: [
      {
        properties: { page: pageSetup },
        footers: { default: footer(letter) },
        children: letterBlocks(letter).map(drawn),
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Twentieths of a point: US Letter. */
const pageSetup = {
  size: { width: 12_240, height: 15_840 },
  margin: { top: 1360, bottom: 1520, left: 1720, right: 1720 },
};

/** Sizes in half points, spacing in twentieths of a point. */
const documentStyles = {
  document: {
    run: { font: serif, size: 21, language: { value: "en-US" } },
    paragraph: { spacing: { after: 140, line: 300 } },
  },
  heading1: { run: { font: serif, size: 38, bold: true, color: "1F2328" }, paragraph: { spacing: { after: 200 } } },
  heading2: {
    run: { font: serif, size: 27, bold: true, color: "1F2328" },
    paragraph: { spacing: { before: 480, after: 140 }, keepNext: true },
  },
  heading3: {
    run: { font: serif, size: 23, bold: true, color: "1F2328" },
    paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
  },
};

function drawn(block: LetterBlock): Paragraph {
  switch (block.kind) {
    case "title":
      return new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(block.text)] });
    case "about":
      return new Paragraph({
        spacing: { after: 20 },
        children: [run(`${block.label}: `, { color: soft, size: 19 }), run(block.text, { size: 19 })],
      });
    case "heading":
      return new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run(block.text)] });
    case "service":
      return new Paragraph({
        heading: HeadingLevel.HEADING_3,
        children: [run(`${block.text}: `), run(block.decision, { color: accent })],
      });
    case "paragraph":
      return new Paragraph({ children: [...label(block.label), run(block.text)] });
  }
}

function label(text: string | null): readonly TextRun[] {
  return text === null ? [] : [run(`${text}: `, { bold: true })];
}

interface Look {
  readonly color?: string;
  readonly size?: number;
  readonly bold?: boolean;
}

/** Controls that XML cannot hold are dropped. */
function run(text: string, look: Look = {}): TextRun {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 forbids
  return new TextRun({
    text: text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, ""),
    ...look,
  });
}

function footer(letter: Letter): Footer {
  const children = [`${letter.title} · Page `, PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ children, size: 17, color: soft })] }),
    ],
  });
}
