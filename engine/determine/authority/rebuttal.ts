import { type Authority, type Guideline, nameKey } from "../../../dsl/index.ts";
import type { Rebuttal, RequestedService } from "../../values/index.ts";
import { levelOn } from "./evidence.ts";

/** Whether the presumption of a source holds against what the case brings forward. */
export interface Presumption {
  readonly state: "holds" | "rebutted" | "open";
  /** Why, as a clause: `evidence on treatment (level 1a) is brought forward, which outranks ...`; `null` without any. */
  readonly why: string | null;
  readonly rebuttal: Rebuttal | null;
}

/** The strongest that the case brings forward against a source by any of its names. */
export function presumptionOf(
  authority: Authority,
  source: string,
  guideline: Guideline,
  request: RequestedService,
): Presumption {
  const keys = new Set([source, guideline.title].map(nameKey));
  const weighed = (request.rebuttals ?? [])
    .filter((rebuttal) => keys.has(nameKey(rebuttal.of)))
    .map((rebuttal) => weigh(authority, { ...rebuttal, against: rebuttal.against ?? statedBy(guideline, rebuttal) }));
  return (
    weighed.find(({ state }) => state === "rebutted") ??
    weighed.find(({ state }) => state === "open") ??
    weighed[0] ?? { state: "holds", why: null, rebuttal: null }
  );
}

/** What the guideline says of the evidence it rests on holds where the case says nothing. */
const statedBy = (guideline: Guideline, { question }: Rebuttal): string | null =>
  levelOn(guideline, nameKey(question)) ?? null;

/** Evidence of an unknown level is decided only where every level would come to the same. */
function weigh({ evidence }: Authority, rebuttal: Rebuttal): Presumption {
  const order = evidence.find(({ key }) => key === nameKey(rebuttal.question));
  const levels = order?.levels.map(nameKey) ?? [];
  const own = placesOf(rebuttal.level, levels);
  const other = placesOf(rebuttal.against, levels);
  const outranks = own.flatMap((one) => other.map((against) => one < against));
  const state =
    outranks.length === 0 || new Set(outranks).size > 1 ? "open" : outranks[0] === true ? "rebutted" : "holds";
  return { state, why: whyOf(state, rebuttal), rebuttal };
}

/** The places a level may have, the strongest first; all of them while it is not documented. */
function placesOf(level: string | null, levels: readonly string[]): readonly number[] {
  if (level === null) return [...levels.keys()];
  const at = levels.indexOf(nameKey(level));
  return at < 0 ? [] : [at];
}

function whyOf(state: Presumption["state"], { question, level, against }: Rebuttal): string {
  const own = `evidence on ${question} (${level ?? "level not documented"}) is brought forward`;
  const other =
    against === null ? "what it rests on, whose level is not documented" : `the ${against} that it rests on`;
  if (state === "rebutted") return `${own}, which outranks ${other}`;
  if (state === "holds") return `${own}, which does not outrank ${other}`;
  return `${own}, and whether it outranks ${other} is not documented`;
}
