import Pdf from "pdfkit";
import { type Letter, type LetterBlock, letterBlocks } from "../../engine/letter/index.ts";
import { numberPages } from "./pageNumbers.ts";
import { runsOf } from "./runs.ts";
import { typefaces, type Weight } from "./typefaces.ts";

type Document = InstanceType<typeof Pdf>;

/** Points. US Letter, since these are letters of the United States. */
const page = { size: "LETTER", margins: { top: 68, bottom: 76, left: 86, right: 86 } } as const;
const ink = { text: "#1f2328", soft: "#5c6470", accent: "#1f4e79", line: "#e6e3dd" } as const;

/** The letter as a tagged PDF/UA file: language, title, headings and paragraphs as structure, every typeface embedded. */
export function letterPdf(letter: Letter, made: Date = new Date()): Promise<Uint8Array> {
  const document = new Pdf({
    ...page,
    pdfVersion: "1.7",
    // The published types do not know this subset yet.
    subset: "PDF/UA" as "PDF/A-3a",
    tagged: true,
    lang: letter.language,
    displayTitle: true,
    bufferPages: true,
    info: { Title: letter.title, Creator: "Precept", Producer: "Precept", CreationDate: made, ModDate: made },
  });
  const whole = collected(document);
  registerFaces(document);
  drawLetter(document, letter);
  numberPages(document, letter.title);
  document.end();
  return whole;
}

function collected(document: Document): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
}

function registerFaces(document: Document): void {
  for (const face of [...typefaces("regular"), ...typefaces("semibold")]) document.registerFont(face.name, face.file);
}

function drawLetter(document: Document, letter: Letter): void {
  const whole = document.struct("Document");
  document.addStructure(whole);
  for (const block of letterBlocks(letter)) drawBlock(document, whole, block);
  whole.end();
}

type Structure = ReturnType<Document["struct"]>;

function drawBlock(document: Document, whole: Structure, block: LetterBlock): void {
  switch (block.kind) {
    case "title":
      return tagged(document, whole, "H1", () => {
        write(document, [{ text: block.text, weight: "semibold" }], { size: 17.5, leading: 5 });
        document.moveDown(0.5);
      });
    case "about":
      return tagged(document, whole, "P", () => about(document, block));
    case "heading":
      return heading(document, whole, block.text);
    case "service":
      return service(document, whole, block);
    case "paragraph":
      return tagged(document, whole, "P", () => paragraph(document, block));
  }
}

function tagged(document: Document, whole: Structure, type: "H1" | "H2" | "H3" | "P", draw: () => void): void {
  whole.add(document.struct(type, {}, draw));
}

function about(document: Document, { label, text }: Extract<LetterBlock, { kind: "about" }>): void {
  const pieces: readonly Piece[] = [
    { text: `${label}: `, weight: "regular", colour: ink.soft },
    { text, weight: "regular" },
  ];
  write(document, pieces, { size: 9.5, leading: 3 });
}

function heading(document: Document, whole: Structure, text: string): void {
  keepTogether(document, 96);
  document.moveDown(1.5);
  rule(document);
  tagged(document, whole, "H2", () => write(document, [{ text, weight: "semibold" }], { size: 13.5, leading: 3 }));
  document.moveDown(0.4);
}

function service(document: Document, whole: Structure, block: Extract<LetterBlock, { kind: "service" }>): void {
  keepTogether(document, 84);
  document.moveDown(0.9);
  const pieces: readonly Piece[] = [
    { text: `${block.text}: `, weight: "semibold" },
    { text: block.decision, weight: "semibold", colour: ink.accent },
  ];
  tagged(document, whole, "H3", () => write(document, pieces, { size: 11.5, leading: 3 }));
  document.moveDown(0.35);
}

function paragraph(document: Document, { label, text }: Extract<LetterBlock, { kind: "paragraph" }>): void {
  const labelled: readonly Piece[] = label === null ? [] : [{ text: `${label}: `, weight: "semibold" }];
  write(document, [...labelled, { text, weight: "regular" }], { size: 10.5, leading: 4.2 });
  document.moveDown(0.45);
}

/** A hairline over a section; it means nothing, so readers skip it. */
function rule(document: Document): void {
  document.markContent("Artifact", { type: "Layout" });
  const { left, right } = page.margins;
  document
    .moveTo(left, document.y)
    .lineTo(document.page.width - right, document.y)
    .lineWidth(0.75)
    .stroke(ink.line);
  document.endMarkedContent();
  document.moveDown(0.6);
}

/** A heading does not stay behind at the foot of a page: it takes at least `height` points of what follows along. */
function keepTogether(document: Document, height: number): void {
  if (document.y + height > document.page.height - page.margins.bottom) document.addPage();
}

interface Piece {
  readonly text: string;
  readonly weight: Weight;
  readonly colour?: string;
}

function write(
  document: Document,
  pieces: readonly Piece[],
  style: { readonly size: number; readonly leading: number },
): void {
  const runs = pieces.flatMap((piece) =>
    runsOf(piece.text, piece.weight).map((run) => ({ ...run, colour: piece.colour ?? ink.text })),
  );
  document.fontSize(style.size);
  runs.forEach((run, index) => {
    document.font(run.face.name).fillColor(run.colour);
    document.text(run.text, {
      continued: index < runs.length - 1,
      lineGap: style.leading,
      // Laid out as a whole, a right-to-left stretch is turned as a whole; word by word, each word would be turned alone.
      ...(run.rightToLeft ? { features: [] } : {}),
    });
  });
}
