import { type Problem, problem } from "../diagnostic/index.ts";
import type { DeclarationOf, Relation } from "../syntax/index.ts";
import type { Placed } from "./declare.ts";
import { nameKey, runText } from "./names.ts";
import type { Part } from "./part.ts";

/** Those that say what becomes of a request that nothing excludes. */
const otherwise: ReadonlySet<Relation> = new Set<Relation>([
  "if",
  "only if",
  "is covered",
  "red flag if",
  "is not covered",
  "otherwise not addressed",
]);

/** A service of which a guideline says only what excludes it: every other request would come out as not met. */
export function onlyExcluded(parts: readonly Part[]): readonly Placed[] {
  const said = parts.flatMap(({ declaration }, index) =>
    declaration.kind === "recommendation" ? [{ index, declaration, key: nameKey(runText(declaration.service)) }] : [],
  );
  const settled = new Set(said.filter(({ declaration }) => otherwise.has(declaration.relation)).map(({ key }) => key));
  const services = new Set(parts.flatMap(({ resolved }) => resolved.services.map(({ key }) => key)));
  const firsts = new Map(
    said
      .toReversed()
      .filter(({ key, declaration }) => services.has(key) && declaration.relation === "excluded if")
      .map((each) => [each.key, each]),
  );
  return [...firsts.values()]
    .filter(({ key }) => !settled.has(key))
    .map(({ index, declaration }) => ({ index, problem: saysNothingElse(declaration) }));
}

function saysNothingElse({ service, span }: DeclarationOf<"recommendation">): Problem {
  const name = runText(service);
  const before = { start: span.start, end: span.start };
  const fix = (line: string) => ({
    title: `Add ${line}`,
    safe: false,
    edits: [{ span: before, text: `${line}\n` }],
  });
  return problem("W0350", service.span, `Nothing says when \`${name}\` is recommended, only when it is excluded.`, {
    severity: "warning",
    hint: `What is not excluded comes out as criteria not met. Write \`${name} is covered\` if it is then covered, or \`${name} otherwise not addressed\` if the guideline leaves it open.`,
    fixes: [fix(`${name} is covered`), fix(`${name} otherwise not addressed`)],
  });
}
