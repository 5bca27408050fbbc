import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Analysis, analyse, type Diagnostic, render } from "../../dsl/index.ts";
import { fromVisible, goldenFiles } from "../support/index.ts";

const analysed = (text: string, previous?: Analysis): Analysis => analyse({ name: "fuzz.guideline", text }, previous);

/** Whatever the text: spans and edits lie inside it, every sentence is whole, every diagnostic can be shown. */
function checkDiagnostics(text: string, diagnostics: readonly Diagnostic[]): void {
  const wrong = diagnostics.filter(
    (diagnostic) => !liesInside(diagnostic, text.length) || !isWholeThought(diagnostic, text),
  );
  if (wrong.length > 0) expect.fail(JSON.stringify(wrong, null, 2));
  for (const diagnostic of diagnostics.slice(0, 3)) render(diagnostic, text);
}

function liesInside({ span, labels, fixes }: Diagnostic, length: number): boolean {
  const edits = fixes.flatMap((fix) => fix.edits.map((edit) => edit.span));
  return [span, ...labels.map((label) => label.span), ...edits].every(
    ({ start, end }) => start >= 0 && start <= end && end <= length,
  );
}

/** Ends as a sentence, and quotes no nothing; a text may hold back quotes of its own. */
const isWholeThought = ({ message, hint = "." }: Diagnostic, text: string): boolean =>
  message.endsWith(".") && /[.?]$/.test(hint) && (text.includes("`") || !/``|undefined|\[object/.test(message + hint));

function checkAnalysis(text: string, previous?: Analysis): Analysis {
  const analysis = analysed(text, previous);
  checkDiagnostics(text, analysis.diagnostics);
  if (!previous) return analysis;
  const fresh = analysed(text);
  const [now, from] = [analysis, fresh].map(({ value, diagnostics }) => ({ value, diagnostics }));
  expect(
    isDeepStrictEqual(now, from),
    `${JSON.stringify(now)}

instead of

${JSON.stringify(from)}`,
  ).toBe(true);
  return analysis;
}

const shipped = join(import.meta.dirname, "../../guidelines");
const shippedTexts: readonly string[] = readdirSync(shipped, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".guideline"))
  .map((path) => readFileSync(join(shipped, path), "utf8"));

const texts = (folder: string): readonly string[] =>
  goldenFiles(join(import.meta.dirname, folder))
    .map(({ source }) => fromVisible(source))
    .filter((text) => text.length < 20_000);

const words =
  'imaging if AND OR NOT UNLESS ( ) any of all of none of at least 2 of exactly 1 of pain weakness PO2 strengthening program failed lasted 6 weeks 55 mmHg mmHgg is not documented as present or and unless between within 6 months before request date one of injection surgery , ; : . " “ ” - 1. a) # fact define service scale example guideline expect cite source needs waived if but not if excluded if red flag if limited to is covered otherwise not addressed when requires always never accept gap because reviewer attests effective from 2014-01-01 applies when as note read as because asked for yes or no number in to 0.1 date age treatment trial whole none'.split(
    " ",
  );

const word = fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...words) }, { weight: 1, arbitrary: fc.string() });
const line = fc
  .tuple(
    fc.constantFrom("", "  ", "    ", "\t", " "),
    fc.constantFrom("", "- ", "• ", "1. "),
    fc.array(word, { maxLength: 9 }),
  )
  .map(([margin, bullet, said]) => margin + bullet + said.join(" "));
const declarations = `guideline "A"
  source "B", page 1
fact pain: yes or no
fact weakness: yes or no
fact PO2: number in mmHg, to 0.1
fact strengthening program: treatment trial
service imaging
  MRI CPT 72141
`;
/** Lines that nearly are declarations, after a few that are. */
const written = fc
  .tuple(fc.boolean(), fc.array(line, { maxLength: 12 }), fc.constantFrom("\n", "\r\n", "\r"))
  .map(([declared, lines, end]) => (declared ? declarations.replaceAll("\n", end) : "") + lines.join(end));

/** Any UTF-16 units, halves of pairs among them. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 9, max: 126 }), fc.integer({ min: 0, max: 0xffff })), { maxLength: 300 })
  .map((units) => String.fromCharCode(...units));

type Edit = (text: string, at: (length: number) => number) => string;

const lines = (text: string): string[] => text.split(/(?<=\n)/);
const spliced = (text: string, at: number, size: number, by = ""): string =>
  text.slice(0, at) + by + text.slice(at + size);

const edits: readonly Edit[] = [
  (text, at) => spliced(text, at(text.length), 1),
  (text, at) => spliced(text, at(text.length), at(40)),
  (text, at) => text.slice(0, at(text.length)),
  (text, at) => {
    const from = at(text.length);
    return spliced(text, from, 0, text.slice(from, from + 3));
  },
  (text, at) => {
    const from = at(text.length);
    return spliced(text, from, 2, (text[from + 1] ?? "") + (text[from] ?? ""));
  },
  (text, at) =>
    lines(text)
      .toSpliced(at(lines(text).length), 1)
      .join(""),
  (text, at) => {
    const all = lines(text);
    const from = at(all.length);
    return all.toSpliced(at(all.length), 0, all[from] ?? "").join("");
  },
  (text, at) => {
    const all = lines(text);
    const [a, b] = [at(all.length), at(all.length)];
    return all
      .with(a, all[b] ?? "")
      .with(b, all[a] ?? "")
      .join("");
  },
  (text, at) => spliced(text, at(text.length), 0, words[at(words.length)]),
  (text, at) => spliced(text, at(text.length), 0, ` ${words[at(words.length)]} `),
  (text, at) =>
    spliced(text, at(text.length), 0, ["\u202e", "\u00a0", "\ufeff", "\r", "é", "😀", "\ud800", "\u0301", "\n"][at(9)]),
];

const changed = (starts: readonly string[]) =>
  fc.tuple(
    fc.constantFrom(...starts),
    fc.array(
      fc.tuple(
        fc.constantFrom(...edits),
        fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
  );

function apply(text: string, edit: Edit, places: Iterator<number>): string {
  if (text === "") return "imaging if pain";
  return edit(text, (length) => Math.floor((places.next().value ?? 0) * length));
}

describe("analysing never fails", () => {
  it("on lines that are nearly a guideline", () => {
    fc.assert(
      fc.property(written, (text) => void checkAnalysis(text)),
      { numRuns: 500 },
    );
  });

  it("on text of any characters", () => {
    fc.assert(
      fc.property(anyText, (text) => void checkAnalysis(text)),
      { numRuns: 300 },
    );
  });
});

describe("an edit is analysed as the whole text would be, one after the other", () => {
  for (const [name, starts] of [
    ["good guidelines", texts("good")],
    ["bad guidelines", texts("bad")],
    ["shipped guidelines", shippedTexts],
  ] as const)
    it(`of ${name}`, () => {
      fc.assert(
        fc.property(changed(starts), ([start, steps]) => {
          let text = start;
          let analysis = analysed(text);
          for (const [edit, places] of steps) {
            text = apply(text, edit, places);
            analysis = checkAnalysis(text, analysis);
          }
        }),
        { numRuns: 60 },
      );
    });
});
