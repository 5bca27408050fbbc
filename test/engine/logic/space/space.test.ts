import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Expression } from "../../../../dsl/index.ts";
import { agreedOutcome, interpret, type Known } from "../../../../engine/evaluate/index.ts";
import { type GuidelineProgram, lower, outcomeGoals } from "../../../../engine/ir/index.ts";
import { type Assignment, FALSE, type NodeId, Space, TOO_LARGE, TRUE } from "../../../../engine/logic/index.ts";
import { holds, lowest } from "../../../../engine/values/index.ts";
import { programs, programsWithAssumptions } from "../../../agreement/guidelines.ts";
import { shares } from "../../../support/index.ts";
import { all, any, atLeast, fact, guideline, recommend, wholeNumber, within, yes, yesOrNo } from "../../writing.ts";

/* Two generated guidelines over the same facts, held against the interpreter on cases with one value a quantity. */

interface Pair {
  readonly before: GuidelineProgram;
  readonly now: GuidelineProgram;
  readonly space: Space;
}

const pairs: fc.Arbitrary<Pair> = fc
  .tuple(programsWithAssumptions, programs)
  .map(([before, now]) => ({ before, now, space: new Space([before, now].map(whole)) }));

function whole(program: GuidelineProgram) {
  const goals = outcomeGoals(program, "imaging").flatMap(([, each]) => each);
  return { program, formulas: goals.map(({ formula }) => formula) };
}

/** Every quantity of both in some cell. */
function points({ space }: Pair): fc.Arbitrary<Assignment> {
  return fc
    .tuple(...space.variables.map(({ cells }) => fc.constantFrom(...cells)))
    .map((cells) => new Map(space.variables.map(({ quantity }, at) => [quantity, cells[at] ?? []])));
}

const pointed = pairs.chain((pair) =>
  fc.array(points(pair), { minLength: 1, maxLength: 12, size: "max" }).map((cases) => ({ pair, cases })),
);

/** One value of each quantity; but for what is open. */
function knownAt({ space }: Pair, point: Assignment, open: string | null = null): Known {
  const variables = space.variables.map(({ quantity, cells }) => {
    const value = lowest(point.get(quantity) ?? []) ?? 0;
    const values = quantity === open ? cells.flat().toSorted((a, b) => a.low - b.low) : [{ low: value, high: value }];
    return [quantity, { values, reason: null }] as const;
  });
  return { quantities: new Map(variables) };
}

function outcomeOf(program: GuidelineProgram, known: Known): string {
  return agreedOutcome(interpret(program).outcomes("imaging", known));
}

const isTrueAt = ({ space }: Pair, node: NodeId, point: Assignment): boolean => space.isCertain(node, point);

function lies(point: Assignment, within: Assignment): boolean {
  return [...within].every(([quantity, values]) => holds(values, lowest(point.get(quantity) ?? []) ?? 0));
}

/** Met in one and not in the other; what `before` assumes rules some points out. */
const movedFrom = ({ space, before, now }: Pair): NodeId =>
  space.all([
    space.outcome(before, "imaging", "criteria met"),
    space.not(space.outcome(now, "imaging", "criteria met")),
  ]);

describe.each(shares(3))("against the interpreter, %s", () => {
  const numRuns = 80;

  test("an outcome is true where the interpreter finds it", () => {
    fc.assert(
      fc.property(pointed, ({ pair, cases }) => {
        for (const point of cases) {
          const known = knownAt(pair, point);
          if (outcomeOf(pair.before, known) === "contradictory") continue;
          for (const program of [pair.before, pair.now])
            for (const [outcome] of outcomeGoals(program, "imaging")) {
              const node = pair.space.outcome(program, "imaging", outcome);
              expect(isTrueAt(pair, node, point)).toBe(outcomeOf(program, known) === outcome);
            }
        }
      }),
      { numRuns },
    );
  });

  test("a cover holds exactly where the function does, and nothing of it is to spare", () => {
    fc.assert(
      fc.property(pointed, ({ pair, cases }) => {
        const moved = movedFrom(pair);
        const cover = pair.space.cover(moved, 200) ?? [];
        for (const point of cases) {
          if (outcomeOf(pair.before, knownAt(pair, point)) === "contradictory") continue;
          expect(cover.some((each) => lies(point, each))).toBe(isTrueAt(pair, moved, point));
        }
        for (const each of cover) {
          const others = cover.filter((other) => other !== each).map((other) => pair.space.where(other));
          expect(pair.space.canBe(pair.space.all([moved, pair.space.not(pair.space.any(others))]))).toBe(true);
          for (const [quantity] of each) {
            const wider = new Map(each);
            wider.delete(quantity);
            expect(pair.space.canBe(pair.space.all([pair.space.where(wider), pair.space.not(moved)]))).toBe(true);
          }
        }
      }),
      { numRuns },
    );
  });

  test("what satisfies a function is a case on which both versions come out as claimed, whatever else is so", () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        const moved = movedFrom(pair);
        const found = pair.space.satisfying(moved).next().value;
        expect(found === undefined).toBe(pair.space.canBe(moved) === false);
        if (found === undefined) return;
        const known: Known = {
          quantities: new Map(
            pair.space.variables.map(({ quantity, cells }) => {
              const values = found.get(quantity) ?? cells.flat().toSorted((a, b) => a.low - b.low);
              return [quantity, { values, reason: null }];
            }),
          ),
        };
        expect(outcomeOf(pair.before, known)).toBe("criteria met");
        expect(interpret(pair.now).outcomes("imaging", known)).not.toContain("criteria met");
      }),
      { numRuns },
    );
  });

  test("a case that documents all but one quantity is open or decided as the space says", () => {
    fc.assert(
      fc.property(pointed, fc.nat(), ({ pair, cases }, pick) => {
        const { space, before } = pair;
        const quantity = space.variables[pick % Math.max(1, space.variables.length)]?.quantity;
        if (quantity === undefined) return;
        const met = space.outcome(before, "imaging", "criteria met");
        const possible = space.possibleIn(before);
        for (const point of cases) {
          const outcomes = interpret(before).outcomes("imaging", knownAt(pair, point, quantity));
          const rest = new Map([...point].filter(([each]) => each !== quantity));
          const holdsAt = (node: NodeId): boolean => space.canBe(space.all([node, space.where(rest)])) === true;
          expect(holdsAt(space.decidedWithout(quantity, met, possible))).toBe(outcomes.join() === "criteria met");
          expect(holdsAt(space.openWithout(quantity, met, possible))).toBe(
            outcomes.includes("criteria met") && outcomes.length > 1,
          );
        }
      }),
      { numRuns },
    );
  });
});

describe("in one space", () => {
  const facts = ["pain", "numbness", "weakness", "fever"].map((name) => fact(name, yesOrNo));
  const asking = (...parts: readonly Expression[]) =>
    lower(
      guideline({ facts: [...facts, fact("weeks", wholeNumber)], recommendations: [recommend("if", any(...parts))] }),
    );

  test("formulas that ask the same are the same node, however they are written", () => {
    const one = asking(all(yes("pain"), yes("numbness")), all(yes("pain"), yes("weakness")));
    const other = asking(all(any(yes("weakness"), yes("numbness")), yes("pain")));
    const space = new Space([one, other].map(whole));
    expect(space.outcome(one, "imaging", "criteria met")).toBe(space.outcome(other, "imaging", "criteria met"));
  });

  test("the quantities of a part go by the names it is given", () => {
    const one = asking(yes("pain"));
    const other = asking(yes("fever"));
    const as = new Map(other.quantities.map(({ id }) => [id, id.replace("fever", "pain")]));
    const space = new Space([whole(one), { ...whole(other), as }]);
    expect(space.variables.map(({ quantity }) => quantity)).toEqual(one.quantities.map(({ id }) => id));
    expect(space.outcome(one, "imaging", "criteria met")).toBe(space.outcome(other, "imaging", "criteria met"));
  });

  test("the difference of 4 and 6 weeks is 4 to 5 weeks", () => {
    const four = asking(within("weeks", 4, 99));
    const six = asking(within("weeks", 6, 99));
    const space = new Space([four, six].map(whole));
    const moved = space.differ(
      space.outcome(four, "imaging", "criteria met"),
      space.outcome(six, "imaging", "criteria met"),
    );
    expect(space.cover(moved, 10)).toEqual([new Map([[four.quantities[0]?.id, [{ low: 4, high: 5 }]]])]);
  });

  test("what is forbidden is no longer found, until nothing is left", () => {
    const either = asking(yes("pain"), yes("fever"));
    const space = new Space([whole(either)]);
    const met = space.outcome(either, "imaging", "criteria met");
    const seen: Assignment[] = [];
    for (let found = space.satisfying(met).next().value; found; found = space.satisfying(met).next().value) {
      seen.push(found);
      space.forbid(found);
    }
    expect(seen).toHaveLength(2);
    expect(space.canBe(met)).toBe(false);
  });

  test("what does not fit into the budget is said not to, and is never taken for settled", () => {
    const signs = Array.from({ length: 16 }, (_, at) => fact(`sign ${at}`, yesOrNo));
    const program = lower(
      guideline({
        facts: signs,
        recommendations: [recommend("if", atLeast(8, ...signs.map(({ name }) => yes(name))))],
      }),
    );
    const space = new Space([whole(program)], { budget: 20 });
    const met = space.outcome(program, "imaging", "criteria met");
    expect(met).toBe(TOO_LARGE);
    expect(space.canBe(met)).toBeNull();
    expect(space.cover(met, 10)).toBeNull();
    expect([...space.satisfying(met)]).toEqual([]);
    expect([TRUE, FALSE]).not.toContain(space.not(met));
  });

  test("a cover of more than is asked for is none", () => {
    const signs = Array.from({ length: 8 }, (_, at) => fact(`sign ${at}`, yesOrNo));
    const program = lower(
      guideline({
        facts: signs,
        recommendations: [recommend("if", atLeast(4, ...signs.map(({ name }) => yes(name))))],
      }),
    );
    const space = new Space([whole(program)]);
    const met = space.outcome(program, "imaging", "criteria met");
    expect(space.cover(met, 69)).toBeNull();
    const cover = space.cover(met, 70) ?? [];
    expect(cover).toHaveLength(70);
    expect(cover.every((each) => each.size === 4)).toBe(true);
  });
});
