import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Analysis, analyse, type Diagnostic, render } from "../../dsl/index.ts";
import { fromVisible, goldenFiles } from "../support/index.ts";

const analysed = (text: string, previous?: Analysis): Analysis => analyse({ name: "fuzz.guideline", text }, previous);

/** Whatever the text: spans and edits lie inside it, every sentence is whole, every diagnostic can be shown. */
function checkDiagnostics(text: string, diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    const spans = [
      diagnostic.span,
      ...diagnostic.labels.map((label) => label.span),
      ...diagnostic.fixes.flatMap((fix) => fix.edits.map((edit) => edit.span)),
    ];
    for (const { start, end } of spans) {
      expect(start, diagnostic.message).toBeGreaterThanOrEqual(0);
      expect(end, diagnostic.message).toBeGreaterThanOrEqual(start);
      expect(end, diagnostic.message).toBeLessThanOrEqual(text.length);
    }
    expect(diagnostic.message).toMatch(/\.$/);
    expect(diagnostic.hint).toMatch(/[.?]$/);
    expect(`${diagnostic.message} ${diagnostic.hint}`).not.toMatch(/``|undefined|\[object/);
    render(diagnostic, text);
  }
}

function checkAnalysis(text: string, previous?: Analysis): Analysis {
  const analysis = analysed(text, previous);
  checkDiagnostics(text, analysis.diagnostics);
  if (previous) {
    const fresh = analysed(text);
    expect(analysis.diagnostics).toEqual(fresh.diagnostics);
    expect(analysis.value).toEqual(fresh.value);
  }
  return analysis;
}

const shipped = join(import.meta.dirname, "../../guidelines");
const real: readonly string[] = [
  ...readdirSync(shipped, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".guideline"))
    .map((path) => readFileSync(join(shipped, path), "utf8")),
  ...["good", "bad"]
    .flatMap((folder) => goldenFiles(join(import.meta.dirname, folder)))
    .map(({ source }) => fromVisible(source))
    .filter((text) => text.length < 20_000),
];

const words =
  'imaging if AND OR NOT UNLESS ( ) any of all of none of at least 2 of exactly 1 of pain weakness PO2 strengthening program failed lasted 6 weeks 55 mmHg mmHgg is not documented as present or and unless between within 6 months before request date one of injection surgery , ; : . " “ ” - 1. a) # fact define service scale example guideline expect cite source needs waived if but not if excluded if applies when as note read as because asked for yes or no number in to 0.1 date age treatment trial whole none'.split(
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
    return spliced(text, from, 2, [...text.slice(from, from + 2)].toReversed().join(""));
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

const changed = fc.tuple(
  fc.constantFrom(...real),
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
      { numRuns: 700 },
    );
  });

  it("on text of any characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => void checkAnalysis(text)),
      { numRuns: 300 },
    );
  });
});

describe("an edit is analysed as the whole text would be", () => {
  it("however real files are changed, one edit after the other", () => {
    fc.assert(
      fc.property(changed, ([start, steps]) => {
        let text = start;
        let analysis = analysed(text);
        for (const [edit, places] of steps) {
          text = apply(text, edit, places);
          analysis = checkAnalysis(text, analysis);
        }
      }),
      { numRuns: 400 },
    );
  });
});
