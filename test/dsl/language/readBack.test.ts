import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Analyses, type Analysis, analyse, readBack } from "../../../dsl/index.ts";

const root = join(import.meta.dirname, "../../..");
const asSet = (...all: readonly Analysis[]): Analyses => new Map(all.map((one) => [one.source.name, one]));
const read = (name: string, text: string): Analysis => analyse({ name, text });

describe("what is read back", () => {
  it.each(globSync("guidelines/*/*.guideline", { cwd: root }))("of %s is its paraphrase, piece by piece", (path) => {
    const said = readBack(asSet(read(path, readFileSync(join(root, path), "utf8"))), path, "sentences");
    const lines = said?.lines.map(({ depth, pieces }) => "  ".repeat(depth) + pieces.map(({ text }) => text).join(""));
    expect(`${lines?.join("\n")}\n`).toBe(said?.text);
  });

  const text = `guideline "Example"

fact pain: yes or no

define strong pain
  as pain AND

strange words at the margin

service imaging
  MRI    CPT 72141

imaging if strong pain
`;

  it("leaves out declarations with an error, and tells which", () => {
    const said = readBack(asSet(read("a", text)), "a", "outline");
    expect(said?.text).toBe(
      'guideline "Example"\n\nfact pain: yes or no\n\nservice imaging\n  MRI    CPT 72141\n\nimaging if strong pain\n',
    );
    expect(said?.unread.map(({ kind, name }) => [kind, name])).toEqual([
      ["definition", "strong pain"],
      [null, "strange words at the margin"],
    ]);
  });

  it("knows where its names are declared, also what is left out", () => {
    const said = readBack(asSet(read("a", text)), "a", "sentences");
    const places = said?.lines
      .at(-1)
      ?.pieces.flatMap(({ text: name, place }) =>
        place ? [[name, text.slice(place.span.start, place.span.end)]] : [],
      );
    expect(places).toEqual([
      ["imaging", "imaging"],
      ["strong pain", "strong pain"],
    ]);
  });

  it("leads to another file for what is taken from it", () => {
    const lender = read("words", 'guideline "Words"\n\nfact pain: yes or no\n');
    const { title, effective } = lender.value;
    const linked = [{ file: "words", title, effective, analysis: lender, circle: [] }];
    const borrower = analyse(
      {
        name: "imaging",
        text: 'guideline "Imaging"\n  use "Words"\n\nservice imaging\n  MRI    CPT 72141\n\nimaging if pain\n',
      },
      undefined,
      { titles: [], linked },
    );
    const said = readBack(asSet(lender, borrower), "imaging", "sentences");
    const place = said?.lines.at(-1)?.pieces.at(-1)?.place;
    expect(place).toEqual({ file: "words", span: { start: 24, end: 28 } });
  });

  it("is nothing for a file that is no guideline of the set", () => {
    expect(readBack(new Map(), "cases/a.yaml", "sentences")).toBeNull();
  });
});
