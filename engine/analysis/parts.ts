import type { Definition, Expression, Guideline, Recommendation, Span } from "../../dsl/index.ts";
import { type Formula, type GuidelineProgram, lower, type TableProgram } from "../ir/index.ts";
import { once } from "../values/index.ts";

/** A criterion of a guideline that stands by itself, with the formula it means. */
export interface Part {
  readonly kind: "scope" | "definition" | "recommendation" | "limit" | "assumption" | "row";
  /** In the author's words. */
  readonly name: string;
  readonly span: Span;
  readonly expression: Expression;
  readonly formula: Formula;
  readonly program: GuidelineProgram;
  /** Of a recommendation: what it says of its service. */
  readonly recommends?: Recommendation["kind"];
  /** Of a row: its table. */
  readonly table?: TableProgram;
  /** Of a definition: its key. */
  readonly definition?: string;
}

/** A guideline taken apart for analysis. */
export interface Parts {
  readonly guideline: Guideline;
  /** As it is determined by, but that recommendations, limits and what is accepted have names there, too. */
  readonly program: GuidelineProgram;
  readonly criteria: readonly Part[];
  readonly recommendations: ReadonlyMap<Recommendation, Formula>;
  readonly limits: ReadonlyMap<Expression, Formula>;
  /** By place; `null` where it is accepted everywhere. */
  readonly acceptances: readonly (Formula | null)[];
}

/** Criteria of which something is accepted: spaces have to know them beforehand. */
export const acceptedIn = ({ acceptances }: Parts): readonly Formula[] => acceptances.filter((each) => each !== null);

/** What a guideline takes from another is asked about there. */
export const isOwn = ({ span }: { readonly span: Span }): boolean => span.file === undefined;

export const partsOf = once((guideline: Guideline): Parts => {
  const given = new Names();
  const recommended = guideline.recommendations.map((each) => [each, given.name(each.criterion, each.span)] as const);
  const limited = guideline.recommendations
    .flatMap(({ limits }) => limits)
    .map((each) => [each, given.name(each, each.span)] as const);
  const accepted = guideline.acceptances.map(({ where, span }) => (where === null ? null : given.name(where, span)));
  const program = lower({ ...guideline, definitions: [...guideline.definitions, ...given.definitions] });
  const formula = (key: string): Formula => {
    const found = program.criteria.get(key);
    if (found === undefined) throw new Error(`The program has lost ${key}`);
    return found;
  };
  const recommendations = new Map(recommended.map(([each, key]) => [each, formula(key)]));
  const limits = new Map(limited.map(([each, key]) => [each, formula(key)]));
  return {
    guideline,
    program,
    recommendations,
    limits,
    acceptances: accepted.map((key) => (key === null ? null : formula(key))),
    criteria: [
      ...scopeOf(guideline, program),
      ...guideline.definitions.flatMap((each) => definitionPart(each, program)),
      ...[...program.tables.values()].flatMap((table) => rowsOf(table, program)),
      ...[...recommendations].map(([each, one]) => recommendationPart(each, one, program)),
      ...[...limits].map(([expression, one]) => limitPart(expression, one, program)),
      ...guideline.assumptions.map((each, at) => ({
        kind: "assumption" as const,
        name: `${each.holds} ${each.criterion.text}`,
        span: each.criterion.span,
        expression: each.criterion,
        formula: program.assumptions[at] ?? program.scope,
        program: { ...program, assumptions: program.assumptions.filter((_, other) => other !== at) },
      })),
    ].filter(isOwn),
  };
});

/** Names that no author can have given. */
class Names {
  readonly definitions: Definition[] = [];

  name(criterion: Expression, span: Span): string {
    const key = ` ${this.definitions.length}`;
    this.definitions.push({ name: key, key, criterion, span, wording: null, citation: null, notes: [] });
    return key;
  }
}

function scopeOf({ scope }: Guideline, program: GuidelineProgram): readonly Part[] {
  if (scope === null) return [];
  return [
    { kind: "scope", name: "applies when", span: scope.span, expression: scope, formula: program.scope, program },
  ];
}

function definitionPart({ key, name, criterion, span }: Definition, program: GuidelineProgram): readonly Part[] {
  const formula = program.criteria.get(key);
  if (formula === undefined) return [];
  return [{ kind: "definition", name, span, expression: criterion, formula, program, definition: key }];
}

function rowsOf(table: TableProgram, program: GuidelineProgram): readonly Part[] {
  return table.table.rows.map((row, at) => ({
    kind: "row",
    name: row.criterion.text,
    span: row.criterion.span,
    expression: row.criterion,
    formula: table.rows[at]?.formula ?? program.scope,
    program,
    table,
  }));
}

function recommendationPart(
  { criterion, kind, service }: Recommendation,
  formula: Formula,
  program: GuidelineProgram,
): Part {
  const name = isShort(criterion.text) ? criterion.text : `${service} ${kind} …`;
  const { span } = criterion;
  return { kind: "recommendation", name, span, expression: criterion, formula, program, recommends: kind };
}

function limitPart(expression: Expression, formula: Formula, program: GuidelineProgram): Part {
  return { kind: "limit", name: expression.text, span: expression.span, expression, formula, program };
}

/** Text that may stand in a sentence: no list of bullets. */
const isShort = (text: string): boolean =>
  text.length <= 100 && !/^(?:any|all|none|at least|exactly)\b.*\bof\b/iu.test(text);
