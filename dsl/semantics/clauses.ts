import { type Problem, problem } from "../diagnostic/index.ts";
import type { Clause, Declaration } from "../syntax/index.ts";

type Kind = Exclude<Declaration["kind"], "unknown">;

const remarks: readonly Clause["kind"][] = ["wording", "cite", "note", "such as", "read as"];
const qualifiers: readonly Clause["kind"][] = ["waived if", "but not if"];

/** Which lines may stand below which declaration. */
export const clausesBelow: Readonly<Record<Kind, readonly Clause["kind"][]>> = {
  guideline: [...remarks, "source", "adopted by", "effective", "applies when"],
  fact: [...remarks, "needs"],
  scale: remarks,
  define: [...remarks, ...qualifiers, "as"],
  service: [...remarks, "line", "asked for"],
  recommendation: [...remarks, ...qualifiers],
  example: [...remarks, "entry", "expect"],
};

const onlyOnce: ReadonlySet<Clause["kind"]> = new Set<Clause["kind"]>([
  "as",
  "source",
  "effective",
  "applies when",
  "asked for",
]);

/** Lines that do not belong where they stand, and lines said twice. */
export function misplacedClauses(declaration: Declaration): readonly Problem[] {
  if (declaration.kind === "unknown") return [];
  const { kind, body } = declaration;
  return body.flatMap((clause, index) => {
    if (!clausesBelow[kind].includes(clause.kind) && !(clause.kind === "entry" && isList(declaration)))
      return [misplaced(clause, kind)];
    return onlyOnce.has(clause.kind) && body.findIndex((other) => other.kind === clause.kind) < index
      ? [repeated(clause)]
      : [];
  });
}

/** `fact oxygen test: list, each with` has its fields below. */
function isList(declaration: Declaration): boolean {
  return declaration.kind === "fact" && /^list$/i.test(declaration.type.words[0]?.text ?? "");
}

const places: Partial<Readonly<Record<Clause["kind"], string>>> = {
  as: "`as` says what a `define` means",
  needs: "`needs` says what evidence a `fact` takes",
  "waived if": "`waived if` stands below a criterion: in a `define`, a recommendation, or under a bullet",
  "but not if": "`but not if` stands below a criterion: in a `define`, a recommendation, or under a bullet",
  source: "`source` stands below `guideline`",
  "adopted by": "`adopted by` stands below `guideline`",
  effective: "`effective from` stands below `guideline`",
  "applies when": "`applies when` stands below `guideline`",
  "asked for": "`asked for` stands below `service`",
  expect: "`expect` stands in an `example`",
  entry: "A line with a colon gives a fact its value in an `example`, or a field below `asked for`",
};

function misplaced(clause: Clause, kind: Kind): Problem {
  const where = kind === "recommendation" ? "a recommendation" : `\`${kind}\``;
  const place = places[clause.kind];
  return problem("E0310", clause.span, `This line has no meaning below ${where}.`, {
    hint: place
      ? `${place}.`
      : 'Published wording goes in quotes; a remark of your own is `note "..."`, and `#` begins a comment.',
  });
}

function repeated(clause: Clause): Problem {
  return problem("E0311", clause.span, `\`${clause.kind}\` stands twice here.`, {
    hint: "Keep one. Criteria are joined with AND and OR; several recommendations for one service are several `if` lines.",
  });
}
