import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { DeclarationOf } from "../syntax/index.ts";
import type { CriterionReader } from "./criteria.ts";
import { type Acceptance, acceptedProblems, type Assumption } from "./model.ts";
import { nameKey, runText } from "./names.ts";
import { textOf } from "./remarks.ts";
import { closest } from "./suggest.ts";

/** `always C`, `never C` */
export function resolveAssumption(
  { holds, criterion, body, span }: DeclarationOf<"assumption">,
  reader: CriterionReader,
): { readonly assumptions: readonly Assumption[] } {
  const read = reader.read(criterion);
  return { assumptions: read ? [{ holds, criterion: read, ...textOf(body), span }] : [] };
}

/** `accept gap where C because "..."` */
export function resolveAcceptance(
  declaration: DeclarationOf<"acceptance">,
  reader: CriterionReader,
): { readonly acceptances: readonly Acceptance[]; readonly problems: readonly Problem[] } {
  const { name, because, body, span } = declaration;
  const where = declaration.where && because ? reader.read(declaration.where) : null;
  const accepted = acceptedProblems.find((each) => nameKey(each) === nameKey(runText(name)));
  const problems = [
    ...(accepted ? [] : [unknownProblem(declaration)]),
    ...(because ? [] : [withoutReason(declaration)]),
  ];
  if (!accepted || !because || (declaration.where && !where)) return { acceptances: [], problems };
  return { acceptances: [{ problem: accepted, where, because: because.text, ...textOf(body), span }], problems };
}

function unknownProblem({ name }: DeclarationOf<"acceptance">): Problem {
  const written = runText(name);
  const near = closest(written, acceptedProblems);
  return problem(
    "E0252",
    name.span,
    written === "" ? "`accept` does not say what." : `\`${written}\` is nothing that can be accepted.`,
    {
      hint: `What analysis may find is called ${acceptedProblems.map((each) => `\`${each}\``).join(", ")}.`,
      fixes: near ? [replace(`Write ${near}`, name.span, near)] : [],
    },
  );
}

function withoutReason({ span }: DeclarationOf<"acceptance">): Problem {
  return problem("E0251", span, "What is accepted needs its reason.", {
    hint: 'Write it at the end of the line: `because "the laboratory reports whole numbers"`.',
  });
}
