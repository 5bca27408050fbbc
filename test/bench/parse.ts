import { analyse } from "../../dsl/index.ts";
import { cut, parseDeclaration } from "../../dsl/syntax/index.ts";
import { type Figure, paired, quantile, times } from "./harness/index.ts";
import { langiumParser } from "./langium/index.ts";

/*
 * Lexing and parsing 10,000 lines of boolean rules of names of several words, ours and Langium's side by side, each to its
 * tree; and our whole analysis of the same rules with their facts declared.
 */

const lines = 10_000;
const rounds = 40;
const bar = 4;

export async function bench(): Promise<readonly Figure[]> {
  const text = Array.from({ length: lines }, (_, number) => rule(number))
    .join("\n")
    .concat("\n");
  const langium = await langiumParser();
  if (langium.parse(text).parserErrors.length > 0) throw new Error("Langium's grammar does not take our rules");
  if (parse(text) > 0) throw new Error("Our grammar does not take our rules");
  const { ours, other } = await paired(
    rounds,
    () => parse(text),
    () => langium.parse(text),
  );
  const guideline = { name: "rules.guideline", text: declarations + text };
  const analysed = await times(rounds / 4, () => analyse(guideline));
  const rate = (milliseconds: number) => text.length / 1e3 / milliseconds;
  return [
    {
      name: "parse",
      value: rate(ours),
      unit: "MB/s",
      ratio: other / ours / bar,
      against: `the bar of ${bar} x Langium`,
    },
    { name: "parse-langium", value: rate(other), unit: "MB/s" },
    { name: "analyse", value: rate(quantile(analysed, 0.5)), unit: "MB/s" },
  ];
}

/** How many problems there are with the shape of the declarations. */
function parse(text: string): number {
  return cut(text).reduce((sum, chunk) => sum + parseDeclaration(chunk.text).problems.length, 0);
}

const names = Array.from({ length: 40 }, (_, number) => {
  const sign = ["new weakness", "lost reflex", "severe pain"][number % 3];
  return `${sign} ${number}`;
});

const declarations = [
  'guideline "Rules"\n  source "A chapter", page 1\n',
  ...names.map((name) => `fact ${name}: yes or no\n`),
  "service imaging\n  MRI  CPT 72141\n\n",
].join("");

/** `imaging if a OR (b AND NOT c) OR d`, of other names and another shape each. */
function rule(number: number): string {
  const name = (at: number) => names[(number * 7 + at * 11) % names.length] ?? "";
  const shapes = [
    `${name(0)} OR ${name(1)}`,
    `${name(0)} AND ${name(1)} AND NOT ${name(2)}`,
    `${name(0)} OR (${name(1)} AND NOT ${name(2)}) OR ${name(3)}`,
    `(${name(0)} OR ${name(1)}) AND (${name(2)} OR ${name(3)})`,
  ];
  return `imaging if ${shapes[number % shapes.length]}`;
}
