import type { Bool } from "z3-solver";
import { compareSets, type ServiceCompared, type Tested } from "../../../engine/compare/index.ts";
import { sharedQuantities } from "../../../engine/compare/matching/sharedQuantities.ts";
import { version } from "../../../engine/compare/matching/version.ts";
import type { SettledOutcome } from "../../../engine/ir/index.ts";
import { type GuidelineSet, readSet, type SetGuideline } from "../../../engine/set/index.ts";
import { mutantsOf } from "../../../engine/testing/mutation/mutants.ts";
import { variantOf } from "../../../engine/testing/mutation/variants.ts";
import { hangTogether } from "../../../engine/witness/index.ts";
import { filesOf } from "../../guidelines/shippedSet.ts";
import { canBe, Encoded, type startZ3 } from "./oracle.ts";

/*
 * Edits of shipped guidelines, one mistake each, compared with what was before: Z3 says whether an answer moves exactly where the
 * comparison says it does.
 */

type Z3 = Awaited<ReturnType<typeof startZ3>>["context"];

/** A guideline and what an edit made of it. */
export interface ShippedEdit {
  readonly name: string;
  readonly before: SetGuideline;
  readonly now: SetGuideline;
}

/** Every edit of the text of a shipped set that still compiles, in the order of the text. */
export function editsOf(set: string): readonly ShippedEdit[] {
  const { guidelines }: GuidelineSet = readSet(filesOf(set)).value;
  return mutantsOf(guidelines).flatMap(({ id, edits }) =>
    guidelines.flatMap((before): readonly ShippedEdit[] => {
      const edit = edits.get(before);
      const variant = edit === undefined || edit.taken !== undefined ? null : variantOf(before, edit);
      return variant === null ? [] : [{ name: id, before, now: { ...variant, path: before.path } }];
    }),
  );
}

const outcomesOf: Readonly<Record<string, readonly SettledOutcome[]>> = {
  met: ["criteria met", "modified"],
  "not met": ["criteria not met", "excluded"],
  "not addressed": ["not addressed"],
};

/** How many formulas were judged, and those that Z3 finds wrong. */
export interface Judged {
  readonly formulas: number;
  readonly wrong: readonly string[];
}

export async function judge(z3: Z3, { name, before, now }: ShippedEdit): Promise<Judged> {
  const shared = sharedQuantities(version(before), version(now));
  const [earlier, later] = [
    new Encoded(z3, before.compiled.program, shared.before),
    new Encoded(z3, now.compiled.program, shared.now),
  ];
  const { services } = compareSets({ guidelines: [before] }, { guidelines: [now] });
  const isSoundEnough = !isExact({ name, before, now });
  let formulas = 0;
  const wrong: string[] = [];
  for (const { service, transitions } of services)
    for (const { from, to, when } of transitions) {
      const [key] = keysOf(now, service);
      if (!when?.complete || key === undefined || from === to) continue;
      formulas += 1;
      const moves = z3.And(answered(z3, earlier, key, from), answered(z3, later, key, to));
      const claimed = z3.Or(...when.ways.map((way) => z3.And(...way.map((each) => isSo(z3, later, now, each)))));
      const wrongly = isSoundEnough ? z3.And(claimed, z3.Not(moves)) : z3.Xor(moves, claimed);
      if (await canBe(z3, earlier.possible(), later.possible(), wrongly))
        wrong.push(`${name}: ${service}, ${from} -> ${to} when ${when.words.join(" / ")}`);
    }
  return { formulas, wrong };
}

/**
 * Z3 knows nothing of what no case can say, which a formula need not speak of: where quantities hang together it is only asked
 * whether the formula is sound.
 */
export function isExact({ before, now }: ShippedEdit): boolean {
  return [before, now].every(
    ({ compiled: { program } }) =>
      !hangTogether(
        program,
        program.quantities.map(({ id }) => id),
      ),
  );
}

const keysOf = ({ guideline }: SetGuideline, service: ServiceCompared["service"]): readonly string[] =>
  guideline.services.flatMap(({ key, name }) => (name === service || key === service ? [key] : []));

function answered(z3: Z3, encoded: Encoded, service: string, answer: string): Bool<"precept"> {
  return z3.Or(...(outcomesOf[answer] ?? []).map((outcome) => encoded.outcome(service, outcome)));
}

/** Definitions that a formula names mean the same in both versions. */
function isSo(z3: Z3, encoded: Encoded, { compiled, guideline }: SetGuideline, tested: Tested): Bool<"precept"> {
  if ("values" in tested) return encoded.named(tested.quantity, tested.values);
  const key = guideline.definitions.find(({ name }) => name === tested.definition)?.key ?? tested.definition;
  const formula = compiled.program.criteria.get(key);
  if (formula === undefined) throw new Error(`The guideline does not define ${tested.definition}`);
  const met = encoded.formula(formula);
  return tested.met ? met : z3.Not(met);
}
