import { type Problem, problem } from "../diagnostic/index.ts";
import type { Clause, DeclarationOf, Relation } from "../syntax/index.ts";
import type { CriterionReader } from "./criteria.ts";
import type { Environment } from "./environment.ts";
import type { Guideline } from "./model.ts";
import { nameKey, runText } from "./names.ts";
import type { Use } from "./reading.ts";
import { textOf } from "./remarks.ts";
import { unknownService } from "./unknownService.ts";

interface Resolved {
  readonly recommendations: Guideline["recommendations"];
  readonly uses: readonly Use[];
  readonly problems: readonly Problem[];
}

/** `imaging if ...`, `home oxygen limited to ...`, and the clauses below. */
export function resolveRecommendation(
  declaration: DeclarationOf<"recommendation">,
  reader: CriterionReader,
  environment: Environment,
): Resolved {
  const { service, body, relation, span } = declaration;
  const key = nameKey(runText(service));
  const criterion = reader.readQualified(declaration.criterion, body);
  const limits = reader.readAll(body, "limited to");
  if (!environment.services.has(key))
    return { recommendations: [], uses: [], problems: [unknownService(declaration, environment)] };
  const uses: readonly Use[] = [{ key, kind: "service", span: service.span }];
  const isTaken = body.some(({ kind: clause }) => clause === "taken away because");
  const read =
    criterion && limits && !isTaken ? [{ service: key, kind: relation, criterion, limits, ...textOf(body), span }] : [];
  return { uses, recommendations: read, problems: giving.has(relation) ? [] : unlimitable(body, relation) };
}

/** Those that give something, which `limited to` may make less of. */
const giving: ReadonlySet<Relation> = new Set<Relation>(["if", "is covered", "red flag if"]);

function unlimitable(body: readonly Clause[], relation: Relation): readonly Problem[] {
  return body.flatMap(({ kind, span }) =>
    kind !== "limited to"
      ? []
      : [
          problem("E0256", span, `\`${relation}\` gives nothing that could be limited.`, {
            hint: "`limited to` stands below `imaging if ...`, or at the margin for the whole service: `imaging limited to ...`.",
          }),
        ],
  );
}
