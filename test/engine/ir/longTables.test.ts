import { expect, test } from "vitest";
import { analyse } from "../../../dsl/index.ts";
import { closures } from "../../../engine/evaluate/index.ts";
import { everyNode, lower, operandsOf, type Formula } from "../../../engine/ir/index.ts";

const head =
  'guideline "A"\n  source "B", page 1\nfact pain: yes or no\nfact n: whole number\nservice imaging\n  MRI CPT 72141\n';

function lowered(declarations: string) {
  const { value, diagnostics } = analyse({ name: "long.guideline", text: head + declarations });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return lower(value);
}

function depth(formula: Formula): number {
  return 1 + Math.max(0, ...operandsOf(formula).map(depth));
}

const rows = (count: number, row: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => `  - ${row(index)}\n`).join("");

test("a long table is no deep formula", () => {
  const program = lowered(
    `table T: whole number\n  first that applies\n${rows(1_000, (at) => `${at % 2} if n is ${at}`)}imaging if T is 1\n`,
  );
  expect(depth(program.services[0]?.criteria ?? program.scope)).toBeLessThan(100);
});

test("a table in two halves chooses the row that the whole one does", () => {
  const program = lowered(
    `table T: whole number\n  first that applies\n${rows(40, (at) => `${at} if n at least ${2 * (40 - at)}`)}  - 99 otherwise\nimaging if T is 35\n`,
  );
  const { value: compiled } = closures.compile(program);
  const outcome = (n: number) =>
    compiled?.outcomes("imaging", { quantities: new Map([["n", { values: [{ low: n, high: n }], reason: null }]]) });
  expect([9, 10, 11, 12].map(outcome)).toEqual([
    ["criteria not met"],
    ["criteria met"],
    ["criteria met"],
    ["criteria not met"],
  ]);
});

test("tables that rest on tables are gone through once", () => {
  const layer = (at: number): string =>
    `table t${at}: whole number\n  first that applies\n${rows(6, (row) => `${(row % 2) + 1} if n is ${row} AND t${at - 1} is 1`)}`;
  const layers = Array.from({ length: 25 }, (_, at) => layer(at + 1)).join("");
  const program = lowered(`table t0: whole number\n  - 1 if pain\n${layers}imaging if t25 is 1\n`);
  expect(everyNode([program.services[0]?.criteria ?? program.scope]).length).toBeLessThan(5_000);
});
