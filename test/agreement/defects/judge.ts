import type { Bool, Context } from "z3-solver";
import type { Diagnostic, Guideline, Span } from "../../../dsl/index.ts";
import {
  constant,
  type Formula,
  type GuidelineProgram,
  lower,
  operandsOf,
  settledOutcomes,
} from "../../../engine/ir/index.ts";
import { canBe, Encoded } from "../z3/oracle.ts";

type Z3 = Context<"precept">;
type Truth = Bool<"precept">;

/*
 * Whether what a diagnostic of the analysis says is so, by Z3 and by the definition of the problem: nothing of the analysis is
 * asked, and formulas are found by where they stand in the text.
 */

/** `null`: of a problem that Z3 is not asked about here; those carry a witness that is replayed. */
export async function isSo(z3: Z3, guideline: Guideline, found: Diagnostic): Promise<boolean | null> {
  const program = lower(guideline);
  const judge = new Judge(z3, guideline, program);
  switch (found.code) {
    case "W0701":
      return judge.every(found.span, (formula) => judge.never(judge.is(formula)));
    case "W0702":
      return judge.every(found.span, (formula) => judge.never(z3.Not(judge.is(formula))));
    case "W0703":
    case "W0704":
    case "W0705":
    case "W0710":
      return judge.isDispensable(found.span);
    case "W0706":
      return judge.sayTheSame([found.span, ...found.labels.map(({ span }) => span)]);
    case "W0715":
      return judge.isSettled(found.span);
    case "W0717":
      return judge.neverMatters(found.span);
    default:
      return null;
  }
}

class Judge {
  readonly #z3: Z3;
  readonly #guideline: Guideline;
  readonly #program: GuidelineProgram;
  readonly #encoded: Encoded;

  constructor(z3: Z3, guideline: Guideline, program: GuidelineProgram) {
    this.#z3 = z3;
    this.#guideline = guideline;
    this.#program = program;
    this.#encoded = new Encoded(z3, program);
  }

  is(formula: Formula): Truth {
    return this.#encoded.formula(formula);
  }

  async never(...all: readonly Truth[]): Promise<boolean> {
    return !(await canBe(this.#z3, this.#encoded.possible(), ...all));
  }

  /** All formulas that stand at a place of the text; at least one does. */
  async every(span: Span, holds: (formula: Formula) => Promise<boolean>): Promise<boolean> {
    const found = [
      ...this.#defined(span),
      ...this.#nodes()
        .filter(({ formula }) => isAt(formula, span))
        .map(({ formula }) => formula),
    ];
    for (const formula of found) if (!(await holds(formula))) return false;
    return found.length > 0;
  }

  /** Taken out where it stands, nothing that rests on it asks anything else. */
  async isDispensable(span: Span): Promise<boolean> {
    const places = this.#nodes().filter(
      ({ formula }) => isAt(formula, span) || (formula.kind === "not" && isAt(formula.operand, span)),
    );
    for (const { formula, parent, root } of places) {
      if (parent === null) continue;
      const without = replaced(root, formula, constant(parent.kind === "all", ""));
      if (await this.never(this.#z3.Xor(this.is(root), this.is(without)))) return true;
    }
    return false;
  }

  async sayTheSame(spans: readonly Span[]): Promise<boolean> {
    const formulas = spans.flatMap((span) => this.#defined(span));
    const [first, ...others] = formulas;
    if (first === undefined || others.length === 0) return false;
    for (const other of others) if (!(await this.never(this.#z3.Xor(this.is(first), this.is(other))))) return false;
    return true;
  }

  /** Every completion gives the service the same outcome. */
  async isSettled(span: Span): Promise<boolean> {
    const service = this.#guideline.services.find((each) => overlap(each.span, span)) ?? this.#guideline.services[0];
    if (service === undefined) return false;
    let possible = 0;
    for (const outcome of settledOutcomes)
      if (!(await this.never(this.#encoded.outcome(service.key, outcome)))) possible += 1;
    return possible === 1;
  }

  /** Two completions that differ in the fact alone always come out alike. */
  async neverMatters(span: Span): Promise<boolean> {
    const fact = this.#guideline.facts.find((each) => overlap(each.span, span));
    const own = this.#program.quantities.filter((each) => each.fact === fact?.key);
    const other = new Encoded(this.#z3, this.#program, new Map(own.map(({ id }) => [id, `${id} otherwise`])));
    for (const { service } of this.#program.services)
      for (const outcome of settledOutcomes)
        if (
          !(await this.never(
            other.possible(),
            this.#z3.Xor(this.#encoded.outcome(service, outcome), other.outcome(service, outcome)),
          ))
        )
          return false;
    return fact !== undefined;
  }

  #defined(span: Span): readonly Formula[] {
    return this.#guideline.definitions.flatMap((each) =>
      isSame(each.span, span) ? (this.#program.criteria.get(each.key) ?? []) : [],
    );
  }

  #nodes(): readonly Found[] {
    const { scope, services, criteria, tables, assumptions } = this.#program;
    const roots = [
      scope,
      ...services.flatMap((each) => [each.addressed, each.criteria, each.exclusion, each.within]),
      ...criteria.values(),
      ...[...tables.values()].flatMap(({ rows }) => rows.map(({ formula }) => formula)),
      ...assumptions,
    ];
    return roots.flatMap((root) => below(root, null, root));
  }
}

interface Found {
  readonly formula: Formula;
  readonly parent: Formula | null;
  readonly root: Formula;
}

function below(formula: Formula, parent: Formula | null, root: Formula): readonly Found[] {
  return [{ formula, parent, root }, ...operandsOf(formula).flatMap((each) => below(each, formula, root))];
}

function replaced(at: Formula, of: Formula, by: Formula): Formula {
  if (at === of) return by;
  if (at.kind === "not") return { ...at, operand: replaced(at.operand, of, by) };
  if (at.kind === "test" || at.kind === "criterion" || at.kind === "constant") return at;
  return { ...at, operands: at.operands.map((each) => replaced(each, of, by)) };
}

const isSame = (one: Span, other: Span): boolean => one.start === other.start && one.end === other.end;
const isAt = ({ span }: Formula, other: Span): boolean => isSame(span, other);
const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;
