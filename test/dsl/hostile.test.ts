import { describe, expect, it } from "vitest";
import { analyse, format } from "../../dsl/index.ts";

const head = 'guideline "A"\n  source "B", page 1\n\nfact pain: yes or no\nservice imaging\n  MRI CPT 72141\n\n';
const size = 100_000;
const filled = (part: string): string => part.repeat(Math.floor(size / part.length));
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("");

/** What is said of texts that are hard on a parser: the codes, each once, in order of appearance. */
const hostile: readonly (readonly [name: string, text: string, codes: readonly string[]])[] = [
  ["opening brackets", `${head}imaging if ${filled("(")}`, ["E0113"]],
  ["brackets that close", `${head}imaging if ${"(".repeat(size / 2)}pain${")".repeat(size / 2)}`, ["E0113"]],
  ["NOT after NOT", `${head}imaging if ${filled("NOT ")}pain`, ["E0113"]],
  ["NOT before brackets", `${head}imaging if ${filled("NOT (")}pain`, ["E0113"]],
  ["a criterion joined ever on", `${head}imaging if ${filled("pain AND ")}pain`, []],
  ["AND beside OR ever on", `${head}imaging if ${filled("pain AND pain OR ")}pain`, ["E0204"]],
  ["UNLESS ever on", `${head}imaging if ${filled("pain UNLESS ")}pain`, ["E0206"]],
  ["unknown names", `${head}imaging if ${filled("pine AND ")}pain`, ["E0201", "E0115"]],
  ["quotes", `${head}${filled('"')}`, ["E0101"]],
  ["quotes in a criterion", `${head}imaging if ${filled('"')}`, ["E0114"]],
  ["one word", `${head}imaging if ${filled("a")}`, ["E0201"]],
  ["words without an end", `${head}imaging if ${filled("pain ")}`, ["E0114"]],
  ["or without an end", `${head}imaging if ${filled("x or ")}`, ["E0114"]],
  ["values without an end", `${head}fact p: one of a, b\nimaging if p is one of ${filled("a, ")}b`, []],
  ["lines of no kind", head + filled("imaging\n"), ["E0105", "E0115"]],
  ["bullets", `${head}imaging if any of\n${lines(10_000, () => "  - pain\n")}`, []],
  ["bullets of no list", head + lines(10_000, () => "  - pain\n"), ["E0107"]],
  [
    "bullets in bullets",
    `${head}imaging if any of\n${lines(600, (at) => `${" ".repeat(at + 1)}- any of\n`)}`,
    ["E0113"],
  ],
  ["lines below lines", head + lines(700, (at) => `${" ".repeat(at + 1)}pain\n`), ["E0113"]],
  ["a list in brackets", `${head}imaging if any of (${filled("pain; ")}pain)`, []],
  [
    "names with one beginning",
    head + lines(5_000, (at) => `fact pain of kind ${at}: yes or no\nimaging if pain of kind ${at}\n`),
    [],
  ],
  [
    "names nearly meant",
    head + lines(700, (at) => `fact pain of kind ${at}: yes or no\nimaging if pane of kind ${at}\n`),
    ["E0201"],
  ],
  [
    "definitions in a row",
    `${head}define d0\n  as pain\n${lines(3_000, (at) => `define d${at + 1}\n  as d${at}\n`)}`,
    ["E0113"],
  ],
  ["definitions in a circle", head + lines(2_000, (at) => `define d${at}\n  as d${(at + 1) % 2_000}\n`), ["E0312"]],
  ["faulty lines", `${head}imaging if pain\n${lines(2_000, () => "  as )\n")}`, ["E0108"]],
  ["faulty declarations", head + lines(2_000, () => "define )\n"), ["E0302", "E0115"]],
  ["one letter under many accents", `${head}imaging if a${filled("\u0301")}`, ["E0201"]],
  ["letters nobody sees", `${head}imaging if pain${filled("\u200d")}`, []],
  ["spaces", `${head}${filled(" ")}x`, ["E0310"]],
  ["carriage returns", head + filled("\r"), []],
  ["fields of a list", `${head}fact visit: list, each with\n${lines(5_000, (at) => `  field ${at}: yes or no\n`)}`, []],
  ["a calculation ever on", `${head}fact n: number\ndefine m: number\n  as n${filled(" plus n")}\n`, ["E0240"]],
  ["a number without an end", `${head}fact p: whole number\nimaging if p at least ${filled("1")}`, ["E0401"]],
];

describe("hostile texts are read in one go and told in a few words", () => {
  for (const [name, text, codes] of hostile)
    it(name, () => {
      const { diagnostics } = analyse({ name: "hostile.guideline", text });
      expect([...new Set(diagnostics.map(({ code }) => code))]).toEqual(codes);
      expect(Math.max(0, ...diagnostics.map(({ message, hint = "" }) => message.length + hint.length))).toBeLessThan(
        2_000,
      );
    });
});

it("20,000 comments are laid out as they stand", () => {
  const comments = lines(20_000, (at) => `# comment ${at}\n`);
  expect(format(head + comments)).toContain(comments);
});

it("a line of 150,000 words is laid out as it stands", () => {
  const line = `imaging if ${"pain ".repeat(150_000)}`.trimEnd();
  expect(format(head + line)).toContain(`\n${line}\n`);
});

it.each(["constructor", "toString", "__proto__", "mg/constructor2"])("`%s` is no unit and no answer", (word) => {
  const text = `${head}fact share: number in %\ndefine high\n  as share at least 5 ${word}\nexample "E"\n  pain: ${word}\n`;
  const { diagnostics } = analyse({ name: "hostile.guideline", text });
  expect(diagnostics.map(({ severity }) => severity)).toContain("error");
});
