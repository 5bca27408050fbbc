import * as fc from "fast-check";
import type { GuidelineProgram } from "../../../engine/ir/index.ts";
import type { ValueSet } from "../../../engine/values/index.ts";
import { realise } from "../../../engine/witness/index.ts";
import { read, type ReadGuideline } from "../../agreement/agreement.ts";
import { type Construct, constructs, listGuideline } from "../../agreement/listConstructs.ts";
import { completions, type ListName, type Raw } from "../../agreement/listWorld.ts";
import { wantedOf } from "./wantedOf.ts";

/*
 * Several constructs of the language about one list, each to be so or not so: what the witness says of them together against the
 * enumeration of the short lists of a small world.
 */

const listed = constructs.filter(({ list }) => list !== "program");
const name = (at: number): string => `asked ${String.fromCodePoint(97 + (at % 26))}${at >= 26 ? " again" : ""}`;
const whole = read(
  [
    listGuideline("requested site is left"),
    ...listed.map(({ phrase }, at) => `define ${name(at)}\n  as ${phrase}\n`),
  ].join("\n"),
);

/** A construct, and whether it is to be so. */
interface Claim {
  readonly construct: Construct;
  readonly at: number;
  readonly so: boolean;
}

const claims: readonly Claim[] = listed
  .flatMap((construct, at) => [true, false].map((so) => ({ construct, at, so })))
  .filter((claim) => wantedBy(whole.program, [claim]) !== null);

/** Of constructs that are one test, or all of several; `null` for others. */
function wantedBy(program: GuidelineProgram, all: readonly Claim[]): ReadonlyMap<string, ValueSet> | null {
  try {
    return wantedOf(
      program,
      all.map(({ at, so }) => `${so ? "" : "not "}${name(at)}`),
    );
  } catch {
    return null;
  }
}

export const someClaims: fc.Arbitrary<readonly Claim[]> = fc
  .constantFrom<ListName>("shot", "session", "treatment")
  .chain((list) =>
    fc.uniqueArray(fc.constantFrom(...claims.filter(({ construct }) => construct.list === list)), {
      minLength: 1,
      maxLength: 4,
      selector: ({ at }) => at,
    }),
  );

export type Found = "case" | "proved" | "left open" | "missed";

/** Throws where what is proved impossible is so of a list of the world. `missed`: left open, and so of a list of the world. */
export function found(all: readonly Claim[], { guideline, program }: ReadGuideline = whole): Found {
  const [first] = all;
  const wanted = wantedBy(program, all);
  if (first === undefined || wanted === null) throw new Error("Nothing is claimed");
  const request = { id: "witness.yaml", title: "A witness", summary: "", service: "care" };
  const made = realise([{ guideline, program, wanted }], request);
  if (made.kind === "case") return "case";
  const example = anyList(first.construct.list, all);
  if (example === null) return made.proved ? "proved" : "left open";
  if (!made.proved) return "missed";
  const said = all.map(({ construct, so }) => `${so ? "" : "NOT "}${construct.phrase}`).join("; ");
  throw new Error(`${said}\nis so of ${JSON.stringify(example)}, and was proved impossible`);
}

/** Of up to two entries. */
function anyList(list: ListName, all: readonly Claim[]): readonly Raw[] | null {
  const nothingKnown = { entries: [], complete: false, requested: ["left", "right"] as const };
  for (const requested of nothingKnown.requested)
    for (const raw of completions(list, nothingKnown))
      if (all.every(({ construct, so }) => construct.isSo(raw, requested) === so)) return raw;
  return null;
}
