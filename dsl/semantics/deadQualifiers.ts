import { type Problem, problem } from "../diagnostic/index.ts";
import type { Clause, Declaration } from "../syntax/index.ts";
import { qualifiers } from "./clauses.ts";
import { isOtherwise, rowsOf } from "./tableRows.ts";

/** Below a definition they give a criterion its meaning by date. */
const ofCriteria: ReadonlySet<Clause["kind"]> = new Set([...qualifiers, "effective"]);

/** `waived if`, `but not if`, `when` and `effective from` below what is no criterion: left in silence they would change nothing. */
export function deadQualifiers(clauses: readonly Clause[], where: string, hint: string): readonly Problem[] {
  return clauses
    .filter(({ kind }) => ofCriteria.has(kind))
    .map(({ kind, span }) => problem("E0310", span, `\`${kind}\` has no meaning below ${where}.`, { hint }));
}

/** Those of a declaration that can be told from its shape alone. */
export function deadBelow(declaration: Declaration): readonly Problem[] {
  if (declaration.kind === "recommendation" && declaration.relation === "otherwise not addressed")
    return deadQualifiers(
      declaration.body,
      "`otherwise not addressed`",
      "It is what comes out when nothing else does. Write the condition below a recommendation.",
    );
  if (declaration.kind !== "table") return [];
  return rowsOf(declaration)
    .filter(isOtherwise)
    .flatMap(({ body }) =>
      deadQualifiers(
        body,
        "a row that ends in `otherwise`",
        "It counts when no other row does. Write a row of its own.",
      ),
    );
}
