import { type Authority, closest, type Diagnostic, type Guideline, nameKey } from "../../dsl/index.ts";
import type { Case, Rebuttal } from "../values/index.ts";
import { listed, problem } from "../values/yaml/index.ts";

/** Rebuttals of sources that are not ranked, questions without an order of evidence, and levels that none names. */
export function checkRebuttals(of: Case, guidelines: readonly Guideline[]): readonly Diagnostic[] {
  const rebuttals = of.requests.flatMap((request) => request.rebuttals ?? []);
  if (rebuttals.length === 0) return [];
  const orders = guidelines.flatMap(({ authority }) => (authority === null ? [] : [authority]));
  return rebuttals.flatMap((rebuttal) => checkRebuttal(of, rebuttal, orders, guidelines));
}

function checkRebuttal(
  of: Case,
  rebuttal: Rebuttal,
  orders: readonly Authority[],
  guidelines: readonly Guideline[],
): readonly Diagnostic[] {
  if (orders.length === 0)
    return [told(of, rebuttal, "No guideline of this set ranks sources, so none can be rebutted.", null, [])];
  const sources = [
    ...orders.flatMap(({ ranks }) => ranks.flatMap(({ names }) => names.map(({ name }) => name))),
    ...guidelines.map(({ title }) => title),
  ];
  const questions = orders.flatMap(({ evidence }) => evidence);
  const asked = questions.filter(({ key }) => key === nameKey(rebuttal.question));
  const levels = asked.flatMap((order) => order.levels);
  return [
    ...unknown(of, rebuttal, rebuttal.of, sources, "is no source that is ranked here"),
    ...unknown(
      of,
      rebuttal,
      rebuttal.question,
      questions.map(({ question }) => question),
      "is no question whose evidence is ordered here",
    ),
    ...(asked.length === 0
      ? []
      : [rebuttal.level, rebuttal.against].flatMap((level) =>
          level === null
            ? []
            : unknown(of, rebuttal, level, levels, `is no level of evidence for ${rebuttal.question}`),
        )),
  ];
}

function unknown(
  of: Case,
  rebuttal: Rebuttal,
  written: string,
  known: readonly string[],
  what: string,
): readonly Diagnostic[] {
  if (known.some((one) => nameKey(one) === nameKey(written))) return [];
  return [told(of, rebuttal, `\`${written}\` ${what}.`, closest(written, known), known)];
}

function told(
  of: Case,
  { place }: Rebuttal,
  message: string,
  near: string | null,
  known: readonly string[],
): Diagnostic {
  const hint =
    near !== null
      ? `Did you mean \`${near}\`?`
      : known.length === 0
        ? "Rank them in an `authority` block of the set."
        : `Known: ${listed(known.slice(0, 8))}.`;
  return problem(of.id, "E0529", place ?? { start: 0, end: 0 }, message, { hint });
}
