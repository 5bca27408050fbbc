import type { Guideline, Recommendation } from "../../dsl/index.ts";
import { constant } from "./formulas.ts";
import type { Formula, Limit, ServiceProgram } from "./ir.ts";

/** A recommendation as formulas. */
interface Lowered {
  readonly criterion: Formula;
  readonly limits: readonly Formula[];
}

/** What the recommendations of a guideline say together of each of its services. */
export function lowerServices(
  { services, recommendations }: Guideline,
  scope: Formula,
  lowered: (recommendation: Recommendation) => Lowered,
): readonly ServiceProgram[] {
  const said = recommendations.map((each) => ({ service: each.service, kind: each.kind, ...lowered(each) }));
  return services.map(({ key, name }) => {
    const own = said.filter(({ service }) => service === key).map((each) => spoken(name, each));
    return serviceProgram(name, key, scope, own.map(toldApart));
  });
}

type Said = readonly (Lowered & { readonly kind: Recommendation["kind"] })[];

/** `S is covered` asks nothing; what it says is said of the service: `MRI is covered`. */
function spoken<Each extends Said[number]>(service: string, each: Each): Each {
  const { criterion } = each;
  return criterion.kind === "constant"
    ? { ...each, criterion: { ...criterion, text: `${service} ${each.kind}` } }
    : each;
}

function toldApart<Each extends Said[number]>(each: Each): Each {
  const { kind, criterion } = each;
  return kind === "red flag if" || kind === "only if" ? { ...each, criterion: { ...criterion, relation: kind } } : each;
}

function serviceProgram(name: string, key: string, scope: Formula, all: Said): ServiceProgram {
  const of = (...kinds: readonly Recommendation["kind"][]): Said => all.filter(({ kind }) => kinds.includes(kind));
  const exclusion = anyOf(criteriaOf(of("excluded if", "is not covered")), `no ${name} excluded if or is not covered`);
  const criteria = suffices(name, of, ({ criterion }) => criterion);
  const limits = limitsOf(of);
  const silent = of("otherwise not addressed").length > 0;
  return {
    service: key,
    addressed: silent ? bothOf(scope, eitherOf(exclusion, recommended(name, of, criteria))) : scope,
    criteria,
    within: limits.length === 0 ? constant(true, `${name} is not limited`) : withinLimits(name, of),
    exclusion,
    limits,
  };
}

/** Whether an `if` speaks for the service; one that lacks what an `only if` requires is addressed all the same. */
function recommended(name: string, of: Of, criteria: Formula): Formula {
  const sufficient = criteriaOf(of("if", "is covered", "red flag if"));
  return sufficient.length === 0 ? criteria : anyOf(sufficient, `no ${name} if`);
}

type Of = (...kinds: readonly Recommendation["kind"][]) => Said;

/** One `if` suffices, and every `only if` is required; without an `if` the requirements suffice. A red flag needs neither. */
function suffices(name: string, of: Of, meaning: (each: Lowered) => Formula): Formula {
  const sufficient = of("if", "is covered").map(meaning);
  const required = criteriaOf(of("only if"));
  const flags = of("red flag if").map(meaning);
  const [first] = required;
  const usual = anyOf(sufficient, `no ${name} if`);
  const both = first === undefined ? usual : withRequired(required, sufficient.length === 0 ? null : usual, first);
  if (flags.length === 0) return both;
  return anyOf([...flags, ...(isNever(both) ? [] : [both])], "");
}

function withRequired(required: readonly Formula[], sufficient: Formula | null, { span }: Formula): Formula {
  const [only] = required;
  const requirements: Formula =
    required.length === 1 && only !== undefined ? only : { kind: "all", operands: required, text: "all of", span };
  return sufficient === null
    ? requirements
    : { kind: "all", operands: [requirements, sufficient], text: "all of", span: requirements.span };
}

function withinLimits(name: string, of: Of): Formula {
  const limited = suffices(name, of, ({ criterion, limits }) => limits.reduce(bothOf, criterion));
  return criteriaOf(of("limited to")).reduce(bothOf, limited);
}

function limitsOf(of: Of): readonly Limit[] {
  const branches = of("if", "is covered", "red flag if").flatMap(({ criterion, limits }) =>
    limits.map((formula) => ({ formula, of: criterion })),
  );
  return [...branches, ...criteriaOf(of("limited to")).map((formula) => ({ formula, of: null }))];
}

const criteriaOf = (said: Said): readonly Formula[] => said.map(({ criterion }) => criterion);

function anyOf(operands: readonly Formula[], none: string): Formula {
  const [first, ...others] = operands;
  if (first === undefined) return constant(false, none);
  return others.length === 0 ? first : { kind: "any", operands, text: "any of", span: first.span };
}

const isNever = (formula: Formula): boolean => formula.kind === "constant" && !formula.value;

function bothOf(one: Formula, other: Formula): Formula {
  return { kind: "all", operands: [one, other], text: "all of", span: other.span };
}

function eitherOf(one: Formula, other: Formula): Formula {
  if (isNever(one)) return other;
  return isNever(other) ? one : { kind: "any", operands: [one, other], text: "any of", span: one.span };
}
