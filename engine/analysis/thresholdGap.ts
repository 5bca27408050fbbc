import type { FactType } from "../../dsl/index.ts";
import type { Formula, Quantity } from "../ir/index.ts";
import { firstAtLeast, holds } from "../values/index.ts";
import { valuesInWords } from "../words/index.ts";
import { asked, foundIn, shownIn } from "./asked.ts";
import type { Parts } from "./parts.ts";
import { type Asked, proved } from "./question.ts";
import type { Case } from "../values/index.ts";
import type { Search } from "../witness/index.ts";
import { endsOf, startsOf, type Threshold, thresholdsUnder } from "./thresholds.ts";

const problem = "threshold gap";

/** The values between two comparisons that neither holds, and that no other comparison of the same tells apart from them. */
export interface Gap {
  readonly below: Threshold;
  readonly above: Threshold;
  /** Scaled, both inclusive. */
  readonly low: number;
  readonly high: number;
}

/**
 * Gaps narrower than the numbers are written in: `at or below 55` and `from 56` leave 55.1 to 55.9 of what is recorded to 0.1;
 * `at most 17` and `at least 19` leave 18; `at most 5 weeks` and `at least 6 weeks` of treatment leave 36 to 41 days. Wider ones are mostly meant, and are not told.
 */
export function thresholdGaps(
  parts: Parts,
  thresholds: readonly Threshold[],
  show: (gap: Gap) => Search<Case>,
): readonly Asked[] {
  const { file } = parts.program;
  return [...Map.groupBy(thresholds, ({ subject }) => subject).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || same.length < 2) return [];
    const gaps = gapsAmong(same);
    if (gaps.length === 0) return [asked(problem, { span: first.span, name: nameOf(parts, first) }, proved, file)];
    return gaps.map((pairs) => answerOf(parts, pairs, show));
  });
}

/** The same gap may lie between several comparisons: the first of them that some case is held to both tells it. */
function answerOf(parts: Parts, pairs: readonly [Gap, ...Gap[]], show: (gap: Gap) => Search<Case>): Asked {
  const { file } = parts.program;
  const tried: { readonly gap: Gap; readonly shown: Search<Case> }[] = [];
  for (const gap of pairs.slice(0, mostTried)) {
    const shown = show(gap);
    tried.push({ gap, shown });
    if (shown.kind === "found") break;
  }
  const told =
    tried.find(({ shown }) => shown.kind === "found") ??
    tried.find(({ shown }) => shown.kind === "not found") ??
    ({ gap: pairs[0], shown: { kind: "none" } } as const);
  const about = { span: told.gap.above.span, name: nameOf(parts, told.gap.above) };
  const flaw = { ...wordsOf(told.gap), within: (where: Formula) => isNamedBy(parts, told.gap, where) };
  return told.shown.kind === "not found"
    ? foundIn(problem, file, about, flaw)
    : shownIn(problem, file, about, flaw, told.shown);
}

const mostTried = 12;

/** The criterion asks for values of the same, and all of the gap are among them. */
function isNamedBy({ program }: Parts, { above, low, high }: Gap, where: Formula): boolean {
  const same = thresholdsUnder(program, [where]).filter(({ subject }) => subject === above.subject);
  return same.length > 0 && same.every(({ range }) => holds([range], low) && holds([range], high));
}

function nameOf({ guideline }: Parts, { quantity: { fact }, list }: Threshold): string {
  const declared = list === null ? guideline.facts : list.list.fields;
  const name = declared.find(({ key }) => key === fact)?.name ?? fact;
  return list === null ? name : `${name} of ${list.list.name}`;
}

/** By gap: the pairs of comparisons it lies between. */
function gapsAmong(same: readonly Threshold[]): readonly (readonly [Gap, ...Gap[]])[] {
  const ends = Map.groupBy(same, endsOf);
  const starts = Map.groupBy(same, startsOf);
  const begins = [...starts.keys()].filter((each) => each !== null).toSorted((a, b) => a - b);
  return [...ends].flatMap(([end, lower]) => {
    const start = end === null ? undefined : begins[firstAtLeast(begins, end + 1)];
    if (end === null || start === undefined || start === end + 1) return [];
    const [first, ...more] = lower.flatMap((below) =>
      (starts.get(start) ?? []).map((above): Gap => ({ below, above, low: end + 1, high: start - 1 })),
    );
    if (first === undefined) return [];
    return isNarrow(first) && isLeftOut(first, same) ? [[first, ...more] as const] : [];
  });
}

/** One value; or all that lies between two numbers that follow each other, in fewer decimals or in whole weeks. */
function isNarrow({ below, above, low, high }: Gap): boolean {
  if (low === high) return isWide(below) && isWide(above);
  const [end, start] = [low - 1, high + 1];
  return stepsOf(above.quantity).some((step) => end % step === 0 && start - end === step);
}

/** The steps, coarser than those it is recorded in, that numbers of it may be written in. */
function stepsOf({ type, part }: Quantity): readonly number[] {
  if (part === "duration in days" || part === "days in window") return [daysOfWeek];
  return Array.from({ length: decimalsOf(type) }, (_, at) => 10 ** (at + 1));
}

const daysOfWeek = 7;

/** `is 1` and `is 3` name single values; nobody says that what lies between is forgotten. */
const isWide = ({ range }: Threshold): boolean => range.low < range.high;

/** No comparison begins or ends inside, and none is met there but those that are met on both sides. */
function isLeftOut({ low, high }: Gap, same: readonly Threshold[]): boolean {
  return same.every(({ range }) => {
    const inside = [low, high].map((value) => holds([range], value));
    if (!inside.includes(true)) return !(range.low > low && range.high < high);
    return holds([range], low - 1) && holds([range], high + 1);
  });
}

const decimalsOf = (type: FactType): number => (type.kind === "number" ? type.decimals : 0);

function wordsOf({ below, above, low, high }: Gap) {
  const between = valuesInWords([{ low, high }], above.quantity);
  return {
    message:
      `Between \`${below.text}\` and \`${above.text}\`, a value ${low === high ? "of" : ""} ${between} satisfies neither.`.replace(
        "  ",
        " ",
      ),
    labels: [{ span: below.span, text: "ends here" }],
    hint: `Let one begin where the other ends, or say why not: \`accept gap because "..."\`.`,
  };
}
