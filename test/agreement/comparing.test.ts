import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compareSets, type ServiceCompared, type Tested } from "../../engine/compare/index.ts";
import { agreedOutcome, interpret, type Known } from "../../engine/evaluate/index.ts";
import type { GuidelineProgram, SettledOutcome } from "../../engine/ir/index.ts";
import { replay } from "../../engine/witness/index.ts";
import { holds, hull, type Outcome } from "../../engine/values/index.ts";
import { shares } from "../support/index.ts";
import { asKnown, knownFor } from "./cases.ts";
import { type Completion, completions, countCompletions, outcomeOfCompletion, satisfies } from "./enumeration.ts";
import { type Edited, edits } from "./edits.ts";

/*
 * What is said of an edit, against every completion there is: when an answer moves, which moves there are, and whether a
 * version is wider; and against cases that leave something open: a move that is proved impossible never occurs.
 */

const open = asKnown([]);
const most = 3_000;

/** Both versions over the quantities of both. */
function together({ before, now }: Edited): readonly [GuidelineProgram, GuidelineProgram] {
  const [one, other] = [before.compiled.program, now.compiled.program];
  const all = [...new Map([...one.quantities, ...other.quantities].map((each) => [each.id, each])).values()];
  return [
    { ...one, quantities: all },
    { ...other, quantities: all },
  ];
}

const small = edits.filter((each) => countCompletions(together(each)[0], open) <= most);

function compared({ before, now }: Edited): ServiceCompared {
  const [service] = compareSets({ guidelines: [before] }, { guidelines: [now] }).services;
  if (service === undefined) throw new Error("A generated guideline has a service");
  return service;
}

const answers: Readonly<Record<Outcome, string>> = {
  excluded: "not met",
  "criteria not met": "not met",
  "not addressed": "not addressed",
  modified: "met",
  "criteria met": "met",
  "information needed": "not documented",
};

function isSo(tested: Tested, program: GuidelineProgram, completion: Completion): boolean {
  if ("values" in tested) return holds(tested.values, completion.get(tested.quantity) ?? Number.NaN);
  const formula = program.criteria.get(tested.definition);
  return formula !== undefined && satisfies(program, formula, completion) === tested.met;
}

/** Whether documents are present is asked besides what they say: such quantities hang together. */
const isIndependent = ({ quantities }: GuidelineProgram): boolean =>
  quantities.every(({ part }) => part !== "documentation" && part !== "undocumented");

test.each(shares(4))("an answer moves exactly when that is said: %s", () => {
  fc.assert(
    fc.property(small, (edited) => {
      expect(saidWrongly(edited)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

/** Completions of which a formula, or the lack of a transition, says otherwise than both versions do. */
function saidWrongly(edited: Edited): readonly string[] {
  const [before, now] = together(edited);
  const { transitions } = compared(edited);
  const independent = isIndependent(before);
  const known = new Set(transitions.map(({ from, to }) => `${from} -> ${to}`));
  return completions(before, open).flatMap((completion) => {
    const [earlier, later] = [outcomeOfCompletion(before, completion), outcomeOfCompletion(now, completion)];
    const move = `${answers[earlier]} -> ${answers[later]}`;
    const wrong = transitions.flatMap(({ from, to, when }) => {
      if (!when?.complete) return [];
      const claimed = when.ways.some((way) => way.every((each) => isSo(each, now, completion)));
      const moves = earlier !== later && move === `${from} -> ${to}`;
      return claimed !== moves && (claimed || independent) ? [`${from} -> ${to} when ${when.words.join(" / ")}`] : [];
    });
    const missing = independent && earlier !== later && !known.has(move) ? [`${move} is not told`] : [];
    return [...wrong, ...missing].map((each) => `${each}: ${JSON.stringify([...completion])}`);
  });
}

const ranks: readonly SettledOutcome[] = ["excluded", "criteria not met", "not addressed", "modified", "criteria met"];

test.each(shares(2))("it is wider where no completion is granted less, and some more: %s", () => {
  fc.assert(
    fc.property(
      small.filter(
        (each) => isIndependent(together(each)[0]) && each.now.guideline.facts === each.before.guideline.facts,
      ),
      (edited) => {
        const [before, now] = together(edited);
        const steps = new Set(
          completions(before, open).map((completion) =>
            Math.sign(
              ranks.indexOf(outcomeOfCompletion(now, completion)) -
                ranks.indexOf(outcomeOfCompletion(before, completion)),
            ),
          ),
        );
        const [up, down] = [steps.has(1), steps.has(-1)];
        const expected = up ? (down ? "mixed" : "wider") : down ? "narrower" : "same";
        expect(compared(edited).verdict).toBe(expected);
      },
    ),
    { numRuns: 20 },
  );
});

test.each(shares(2))("every witness comes out so when it is replayed: %s", () => {
  fc.assert(
    fc.property(edits, (edited) => {
      for (const { moves } of compared(edited).transitions)
        for (const { from, to, witness } of moves) {
          if (witness === null) continue;
          const seen = [edited.before, edited.now].map(({ guideline, compiled }) =>
            replay(guideline, compiled.program, witness.case).outcome("imaging"),
          );
          expect(seen).toEqual([from, to].map((each) => (each === "not documented" ? "information needed" : each)));
        }
    }),
    { numRuns: 30 },
  );
});

test.each(shares(4))("what is proved impossible is never seen, however little a case says: %s", () => {
  const informed = edits.chain((edited) =>
    fc.tuple(fc.constant(edited), fc.array(knownFor(together(edited)[0]), { minLength: 40, maxLength: 40 })),
  );
  const realistic = informed.filter(([edited]) => isIndependent(together(edited)[0]));
  fc.assert(
    fc.property(realistic, ([edited, cases]) => {
      const { transitions, verdict } = compared(edited);
      const sameEvidence = edited.now.guideline.facts === edited.before.guideline.facts;
      const impossible = transitions.flatMap(({ from, to, state }) =>
        state === "impossible" ? [`${from} -> ${to}`] : [],
      );
      for (const known of cases.map((each) => asCasesSay(each, together(edited)[0]))) {
        const [before, now] = [edited.before, edited.now].map((each) => answerOn(each, known));
        expect(impossible).not.toContain(`${before} -> ${now}`);
        expect(verdict === "same" && sameEvidence ? now : before).toBe(before);
      }
    }),
    { numRuns: 12 },
  );
});

/** Of what has an order a case leaves an interval. */
function asCasesSay({ quantities }: Known, program: GuidelineProgram): Known {
  const unordered = new Set(["yes or no", "one of"]);
  const sets = program.quantities.map(({ id, type, part, domain }) => {
    const { values = domain } = quantities.get(id) ?? {};
    return [id, unordered.has(type.kind) || part === "response" ? values : hull(values)] as const;
  });
  return asKnown(sets);
}

function answerOn({ compiled }: Edited["before"], known: Known): string {
  const outcome = agreedOutcome(interpret(compiled.program).outcomes("imaging", known));
  if (outcome === "contradictory") throw new Error("Generated guidelines assume nothing");
  return answers[outcome];
}
