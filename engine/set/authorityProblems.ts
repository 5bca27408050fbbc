import { type Authority, closest, type Diagnostic, type Guideline, nameKey, type Span } from "../../dsl/index.ts";
import { placeIn } from "../determine/index.ts";
import { listed, problem } from "../values/yaml/index.ts";
import type { FileReading } from "./guidelineSet.ts";
import { overlap } from "./overlap.ts";

/** What is wrong between an order of authority and the guidelines it orders. */
export function authorityProblems(readings: readonly FileReading[]): readonly Diagnostic[] {
  const guidelines = readings.flatMap((one) => (one.kind === "guideline" ? [one.analysis.value] : []));
  const ordering = guidelines.flatMap((guideline) =>
    guideline.authority === null ? [] : [{ guideline, authority: guideline.authority }],
  );
  return [
    ...ordering.flatMap((one, index) => secondOrder(one, ordering.slice(0, index))),
    ...ordering.flatMap((one) => unranked(one, guidelines)),
    ...ordering.flatMap((one) => ofNobody(one, guidelines)),
    ...ordering.flatMap((one) => guidelines.flatMap((guideline) => unorderedLevels(one, guideline))),
  ];
}

interface Ordering {
  readonly guideline: Guideline;
  readonly authority: Authority;
}

function secondOrder({ guideline, authority }: Ordering, before: readonly Ordering[]): readonly Diagnostic[] {
  const other = before.find((one) => overlap(one.guideline, guideline));
  if (other === undefined) return [];
  return [
    problem(guideline.file, "E0527", authority.span, "Two orders of authority are in force at one time.", {
      hint: `\`${other.guideline.file}\` orders the set already. Keep one, or give their guidelines dates that do not overlap.`,
    }),
  ];
}

/** A guideline that decides on services and stands in no rank would never be consulted. */
function unranked({ guideline: own, authority }: Ordering, guidelines: readonly Guideline[]): readonly Diagnostic[] {
  return guidelines
    .filter((one) => one.services.length > 0 && one.title !== "" && overlap(one, own))
    .filter((one) => placeIn(authority, one) === null)
    .map(({ file, title, titleSpan }) =>
      problem(
        file,
        "E0527",
        titleSpan,
        `\`${title}\` stands in no rank of \`${authority.title}\`, so it is never consulted.`,
        {
          hint: `Say by \`adopted by\` or \`source\` whose it is, or name it in a rank: ${listed(authority.ranks.flatMap(({ names }) => names.map(({ name }) => name)))}.`,
        },
      ),
    );
}

/** A level that the order does not name could outrank nothing. */
function unorderedLevels(own: Ordering, guideline: Guideline): readonly Diagnostic[] {
  if (!overlap(own.guideline, guideline) || placeIn(own.authority, guideline) === null) return [];
  return (guideline.levels ?? []).flatMap(({ level, question, key, span }) => {
    const order = own.authority.evidence.find((one) => one.key === key);
    if (order?.levels.some((one) => nameKey(one) === nameKey(level))) return [];
    const [known, kind] = order
      ? [order.levels, `no level of evidence for ${question}`]
      : [own.authority.evidence.map((one) => one.question), "no question whose evidence is ordered here"];
    const written = order ? level : question;
    const near = closest(written, known);
    const hint = near === null ? `Known: ${listed(known)}.` : `Did you mean \`${near}\`?`;
    return [problem(guideline.file, "E0506", span, `\`${written}\` is ${kind}.`, { hint })];
  });
}

/** That a source is silent is said of a source the set holds nothing of, too: it had better be meant. */
function ofNobody({ guideline, authority }: Ordering, guidelines: readonly Guideline[]): readonly Diagnostic[] {
  const placed = guidelines.flatMap((one) => placeIn(authority, one) ?? []);
  return authority.ranks.flatMap(({ names, span }, rank) =>
    names.flatMap(({ name }, at) =>
      placed.some((place) => place.rank === rank && place.name === at)
        ? []
        : [nobodys(guideline, name, span, guidelines)],
    ),
  );
}

function nobodys({ file }: Guideline, name: string, span: Span, guidelines: readonly Guideline[]): Diagnostic {
  const near = closest(
    name,
    guidelines
      .flatMap(({ title, adoptedBy }) => [title, ...adoptedBy])
      .filter((known) => nameKey(known) !== nameKey(name)),
  );
  const said = problem(file, "W0528", span, `The set holds no guideline of \`${name}\`, so it is always silent.`, {
    hint: near === null ? "A determination says so wherever this source is consulted." : `Did you mean \`${near}\`?`,
  });
  return { ...said, severity: "warning" };
}
