import type { FactType } from "../../dsl/index.ts";
import type { Formula } from "../ir/index.ts";
import { holds } from "../values/index.ts";
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
 * `at most 17` and `at least 19` leave 18. Wider ones are mostly meant, and are not told.
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
    if (gaps.length === 0) return [asked(problem, { span: first.span, name: nameOf(first) }, proved, file)];
    return gaps.map((gap) => {
      const about = { span: gap.above.span, name: nameOf(first) };
      const within = (where: Formula) => isNamedBy(parts, gap, where);
      const shown = show(gap);
      const flaw = { ...wordsOf(gap), within };
      return shown.kind === "not found"
        ? foundIn(problem, file, about, flaw)
        : shownIn(problem, file, about, flaw, shown);
    });
  });
}

/** The criterion asks for values of the same, and all of the gap are among them. */
function isNamedBy({ program }: Parts, { above, low, high }: Gap, where: Formula): boolean {
  const same = thresholdsUnder(program, [where]).filter(({ subject }) => subject === above.subject);
  return same.length > 0 && same.every(({ range }) => holds([range], low) && holds([range], high));
}

const nameOf = ({ quantity: { fact }, list }: Threshold): string =>
  list === null ? fact : `${fact} of ${list.list.name}`;

function gapsAmong(same: readonly Threshold[]): readonly Gap[] {
  const gaps = same.flatMap((below) =>
    same.flatMap((above) => {
      const [end, start] = [endsOf(below), startsOf(above)];
      if (end === null || start === null || start <= end + 1) return [];
      const gap = { below, above, low: end + 1, high: start - 1 };
      return isNarrow(gap, decimalsOf(above.quantity.type)) && isLeftOut(gap, same) ? [gap] : [];
    }),
  );
  return [...new Map(gaps.map((gap) => [`${gap.low} ${gap.high}`, gap])).values()];
}

/** One value; or all that lies between two numbers of fewer decimals that follow each other. */
function isNarrow({ low, high }: Gap, decimals: number): boolean {
  if (low === high) return true;
  const [end, start] = [low - 1, high + 1];
  for (let step = 10, places = 1; places <= decimals; places += 1, step *= 10)
    if (end % step === 0 && start - end === step) return true;
  return false;
}

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
