import type { Guideline, Span } from "../../../dsl/index.ts";
import type { GuidelineInSet } from "../../determine/index.ts";
import type { Formula, ServiceProgram } from "../../ir/index.ts";

/** A criterion that cases are to cover. */
export interface Criterion {
  /** `failed strengthening`, `imaging if`, `applies when` */
  readonly name: string;
  readonly kind: "scope" | "definition" | "row" | "criteria" | "exclusion" | "limit";
  readonly formula: Formula;
  readonly file: string;
  readonly span: Span;
}

/** Scope, definitions, the rows of tables, and of each service what is asked, what excludes it and what limits it. */
export function criteriaOf({ guideline, compiled: { program } }: GuidelineInSet): readonly Criterion[] {
  const here = (kind: Criterion["kind"], name: string, formula: Formula, span: Span): readonly Criterion[] =>
    formula.kind === "constant" ? [] : [{ name, kind, formula, file: span.file ?? guideline.file, span }];
  return [
    ...here("scope", "applies when", program.scope, program.scope.span),
    ...guideline.definitions.flatMap(({ key, name, span }) => {
      const formula = program.criteria.get(key);
      return formula === undefined ? [] : here("definition", name, formula, span);
    }),
    ...[...program.tables.values()].flatMap(({ table, rows }) =>
      rows.flatMap(({ formula }, at) => here("row", `${table.name}, row ${at + 1}`, formula, formula.span)),
    ),
    ...program.services.flatMap((service) => ofService(guideline, service, here)),
  ];
}

function ofService(
  { services }: Guideline,
  { service, criteria, exclusion, limits }: ServiceProgram,
  here: (kind: Criterion["kind"], name: string, formula: Formula, span: Span) => readonly Criterion[],
): readonly Criterion[] {
  const name = services.find(({ key }) => key === service)?.name ?? service;
  return [
    ...here("exclusion", `${name} excluded if`, exclusion, exclusion.span),
    ...here("criteria", `${name} if`, criteria, criteria.span),
    ...limits.flatMap(({ formula }) => here("limit", `${name} limited to`, formula, formula.span)),
  ];
}
