import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type Letter, letterOf } from "../../../engine/letter/index.ts";
import { letterDocx, letterPdf } from "../../../server/letters/index.ts";
import { determinedFrom } from "../../engine/determine/determined.ts";

const golden = join(import.meta.dirname, "../../engine/determine/goldens/the-real-letter-as-decided.txt");

function realLetter(): Letter {
  const [source = ""] = readFileSync(golden, "utf8").split("----- determination");
  const { case: of, determined } = determinedFrom(source);
  return letterOf(of, determined);
}

function letterSaying(text: string): Letter {
  const paragraph = { label: null, sentences: [{ text, from: [] }] };
  return {
    language: "en",
    title: text,
    about: [],
    sections: [{ heading: text, paragraphs: [paragraph] }],
    services: [],
  };
}

const made = new Date(0);

function everyCharacter(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

/** The parts of a PDF that are not compressed: its objects. */
async function objectsOf(letter: Letter): Promise<string> {
  return Buffer.from(await letterPdf(letter, made)).toString("latin1");
}

describe("The letter as PDF", () => {
  test("is tagged, with language, title, headings and paragraphs, and says that it is accessible", async () => {
    const pdf = await objectsOf(realLetter());
    expect(pdf).toMatch(/\/MarkInfo\s+\d+ 0 R|\/Marked true/);
    expect(pdf).toContain("/Lang (en)");
    expect(pdf).toContain("/DisplayDocTitle true");
    expect(pdf).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(pdf.match(/\/S \/H1\b/g)).toHaveLength(1);
    expect(pdf.match(/\/S \/H2\b/g)).toHaveLength(3);
    expect(pdf.match(/\/S \/H3\b/g)).toHaveLength(2);
  });

  test("embeds every typeface", async () => {
    const pdf = await objectsOf(realLetter());
    const fonts = pdf.match(/\/Type \/FontDescriptor/g) ?? [];
    expect(pdf.match(/\/FontFile2? \d/g)).toHaveLength(fonts.length);
    expect(pdf).toContain("IBMPlexSerif");
    expect(pdf).not.toMatch(/\/BaseFont \/(?:Helvetica|Times)/);
  });

  test("is the same when made again at the same time", async () => {
    expect(await objectsOf(realLetter())).toBe(await objectsOf(realLetter()));
  });

  test.each([
    "Ł, ж, α ≥ β, 5 µm",
    "כאב בצוואר, 12 שבועות",
    "ألم الرقبة",
    "世界 and 😀",
    "a hard\u00A0space, a thin\u2009one",
    everyCharacter(0x20, 0x24f),
    everyCharacter(0x370, 0x5ff),
    everyCharacter(0x2000, 0x22ff),
    "\u0000\u202E\uD800",
    "",
    "word".repeat(5000),
  ])("is made of any text: %#", async (text) => {
    expect(await objectsOf(letterSaying(text))).toMatch(/^%PDF-1\.7[\s\S]*%%EOF\s*$/);
  });
});

async function documentXml(letter: Letter): Promise<string> {
  const xml = unzipSync(await letterDocx(letter))["word/document.xml"];
  return xml === undefined ? "" : strFromU8(xml);
}

describe("The letter as a Word document", () => {
  test("has headings that Word knows, and the letter's words", async () => {
    const xml = await documentXml(realLetter());
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(3);
    expect(xml.match(/<w:pStyle w:val="Heading3"\/>/g)).toHaveLength(2);
    expect(xml).toContain(
      "There is a lack of documented objective evidence of emergence of a significant change of symptoms.",
    );
  });

  test("escapes markup and drops what XML cannot hold", async () => {
    const xml = await documentXml(letterSaying("<w:evil/> & \u0000\uD800end"));
    expect(xml).toContain("&lt;w:evil/&gt; &amp; end");
  });
});
