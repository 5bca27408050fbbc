import { describe, expect, test } from "vitest";
import { shares } from "../../support/index.ts";
import { boardOf } from "./told.ts";

/** A criterion of random shape over four signs, which sixteen cases tell everything of. */
type Criterion =
  | { readonly kind: "sign"; readonly at: number; readonly denied: boolean }
  | { readonly kind: "all" | "any"; readonly operands: readonly Criterion[] };

const signs = 4;
const cases = Array.from({ length: 2 ** signs }, (_, bits) =>
  Array.from({ length: signs }, (_unused, at) => ((bits >> at) & 1) === 1),
);

function holds(criterion: Criterion, of: readonly boolean[]): boolean {
  if (criterion.kind === "sign") return of[criterion.at] !== criterion.denied;
  return criterion.kind === "all"
    ? criterion.operands.every((each) => holds(each, of))
    : criterion.operands.some((each) => holds(each, of));
}

function written(criterion: Criterion): string {
  if (criterion.kind === "sign") return criterion.denied ? `(NOT sign ${criterion.at})` : `sign ${criterion.at}`;
  return `(${criterion.operands.map(written).join(criterion.kind === "all" ? " AND " : " OR ")})`;
}

/** Every criterion with one operand of one of its groups taken out; a group keeps one at least. */
function shorter(criterion: Criterion): readonly Criterion[] {
  if (criterion.kind === "sign") return [];
  const { kind, operands } = criterion;
  const without =
    operands.length < 2
      ? []
      : operands.map((_, out) => ({ kind, operands: operands.filter((_each, at) => at !== out) }));
  const inside = operands.flatMap((each, at) =>
    shorter(each).map((less) => ({ kind, operands: operands.map((other, place) => (place === at ? less : other)) })),
  );
  return [...without, ...inside];
}

const same = (one: Criterion, other: Criterion): boolean => cases.every((of) => holds(one, of) === holds(other, of));

function random(seed: number): (below: number) => number {
  let state = seed * 7_919 + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function made(next: (below: number) => number, depth: number): Criterion {
  if (depth === 0 || next(4) === 0) return { kind: "sign", at: next(signs), denied: next(3) === 0 };
  const operands = Array.from({ length: 2 + next(2) }, () => made(next, depth - 1));
  return { kind: next(2) === 0 ? "all" : "any", operands };
}

const head = `guideline "Signs"\n  source "A Handbook", page 1\n\n${Array.from({ length: signs }, (_, at) => `fact sign ${at}: yes or no\n`).join("")}`;
const service = "\nservice imaging\n  MRI of the knee    CPT 73721\n\nimaging if rule\n";

/** Said of a group in the rule, it makes that needless, or what stands beside it. */
const decided = new Set(["never met", "always met"]);
const needless = new Set(["branch without effect", "term without effect", "implied criterion"]);

/** What the board says of the one definition. */
function said(criterion: Criterion) {
  const { asked } = boardOf(`${head}\ndefine rule\n  as ${written(criterion)}\n${service}`);
  const found = asked.flatMap(({ question, verdict }) => (verdict.kind === "found" ? [question] : []));
  const [whole, parts] = [true, false].map((ofWhole) =>
    found.filter(({ subject }) => (subject.name === "rule") === ofWhole).map(({ problem }) => problem),
  );
  // What lies in a group that is decided waits for what becomes of that, and for nothing else.
  const open = asked.filter(
    ({ question, verdict }) =>
      verdict.kind === "open" && needless.has(question.problem) && !verdict.because.startsWith("it rests on `"),
  );
  return {
    never: whole?.includes("never met"),
    always: whole?.includes("always met"),
    needless: parts?.some((each) => needless.has(each) || decided.has(each)),
    open: open.length,
  };
}

describe("what is found of a criterion is what its sixteen cases show", () => {
  test.each(shares(6))("%s", (name) => {
    const first = Number(name.split(" ")[0]) * 1_000;
    for (let seed = first; seed < first + 25; seed += 1) {
      const criterion = made(random(seed), 2);
      if (criterion.kind === "sign") continue;
      const never = !cases.some((of) => holds(criterion, of));
      const always = cases.every((of) => holds(criterion, of));
      const isNeedless = !never && !always && shorter(criterion).some((each) => same(each, criterion));
      expect({ text: written(criterion), ...said(criterion) }).toEqual({
        text: written(criterion),
        never,
        always,
        needless: isNeedless,
        open: 0,
      });
    }
  });
});
