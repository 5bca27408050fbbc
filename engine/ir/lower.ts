import {
  type Assumption,
  caseDate,
  caseDates,
  type Expression,
  type Fact,
  type Guideline,
  HIGHEST,
  type List,
  type ListTest,
  LOWEST,
  type Recommendation,
  type Requirement,
  type SameTest,
  type Text,
  type Version,
} from "../../dsl/index.ts";
import { between, epochDays, normalise, one } from "../values/index.ts";
import { calculatedQuantities } from "./calculations.ts";
import { type Comparison, comparisonOf } from "./comparisons.ts";
import { soundDefinitions, subsetsNamed } from "./definitions.ts";
import { constant, everyTest } from "./formulas.ts";
import type {
  CalculatedQuantity,
  Formula,
  GuidelineProgram,
  ListReduction,
  Origin,
  Quantity,
  TableProgram,
} from "./ir.ts";
import { quantityOf } from "./quantities.ts";
import { partTested, reducedFact, testedValues } from "./reductions.ts";
import { lowerServices } from "./services.ts";
import { intervalTest, tableTest } from "./tables.ts";
import { lowerTest, type TestedQuantity } from "./tests.ts";
import { timeTest } from "./timeTests.ts";

/**
 * What a checked guideline means: waivers become OR, exceptions AND NOT, several recommendations OR, `none of` NOT any,
 * and every test a quantity and the set of its values. The guideline must have been checked without errors: a fact that
 * is not declared is a bug of ours and throws; a definition that is not declared or refers to itself is constant false.
 */
export function lower(guideline: Guideline): GuidelineProgram {
  const ofCase = guideline.calculations.filter(({ list }) => list === null);
  const lowering = new Lowering({ ...guideline, calculations: ofCase }, guideline.calculations);
  const scope = guideline.scope === null ? constant(true, "every request") : lowering.formula(guideline.scope);
  const services = lowerServices(guideline, scope, (each) => lowering.recommended(each));
  const criteria = new Map(
    guideline.definitions.map((each) => [each.key, withText(lowering.formula(each.criterion), each)]),
  );
  const tables = lowering.tables();
  const assumptions = guideline.assumptions.map((each) => lowering.assumption(each));
  return {
    title: guideline.title,
    file: guideline.file,
    effective: guideline.effective,
    reductions: lowering.reductions(),
    comparisons: lowering.comparisons(),
    calculations: lowering.calculations,
    quantities: lowering.quantitiesOf([
      scope,
      ...services.flatMap((each) => [each.exclusion, each.criteria, each.within]),
      ...criteria.values(),
      ...[...tables.values()].flatMap(({ rows }) => rows.map(({ formula }) => formula)),
      ...assumptions,
    ]),
    scope,
    services,
    criteria,
    tables,
    assumptions,
  };
}

class Lowering {
  readonly calculations: readonly CalculatedQuantity[];
  readonly #guideline: Guideline;
  readonly #ofCase: ReadonlyMap<string, Fact>;
  readonly #comparisons = new Map<string, Comparison>();
  readonly #all: Guideline["calculations"];
  readonly #reductions = new Map<string, ListReduction>();
  readonly #facts: Map<string, Fact>;
  readonly #sound: ReadonlySet<string>;
  readonly #quantities = new Map<string, Quantity>();
  readonly #tables = new Map<string, TableProgram>();

  /**
   * `all`: the calculations about entries of lists among them. `ofCase`: inside `where`, the facts of the case that fields
   * of the entry may be compared with.
   */
  constructor(
    guideline: Guideline,
    all: Guideline["calculations"] = [],
    ofCase: ReadonlyMap<string, Fact> = new Map(),
  ) {
    this.#ofCase = ofCase;
    this.#guideline = guideline;
    this.#all = all;
    this.#facts = new Map([...caseDates, ...guideline.facts].map((fact) => [fact.key, fact]));
    this.calculations = calculatedQuantities(guideline.calculations, this.#facts);
    for (const { fact } of this.calculations) this.#facts.set(fact.key, fact);
    this.#sound = soundDefinitions(guideline);
  }

  recommended({ criterion, limits, ...text }: Recommendation): {
    readonly criterion: Formula;
    readonly limits: readonly Formula[];
  } {
    return {
      criterion: withText(this.formula(criterion), text),
      limits: limits.map((limit) => this.formula(limit)),
    };
  }

  /** What holds in every completion: `never` denies what its author names. */
  assumption({ holds, criterion, ...text }: Assumption): Formula {
    const named = { ...withText(this.formula(criterion), text), text: criterion.text };
    const origin = { span: criterion.span, text: `${holds} ${criterion.text}` };
    return holds === "always" ? { ...named, ...origin } : { ...origin, kind: "not", operand: named };
  }

  /** In the order in which the given formulas first test them. */
  quantitiesOf(formulas: readonly Formula[]): readonly Quantity[] {
    const tested = new Set(everyTest(formulas).map((test) => test.quantity));
    return [...tested].flatMap((id) => this.#quantities.get(id) ?? []);
  }

  formula(expression: Expression): Formula {
    const origin = originOf(expression);
    switch (expression.kind) {
      case "test":
        return expression.test.kind === "same"
          ? this.#comparison(expression.test, origin)
          : this.#test(lowerTest(this.#fact(expression.test.fact), expression.test), origin);
      case "list test":
        return this.#listTest(expression.test, origin);
      case "criterion":
        return this.#sound.has(expression.definition)
          ? { ...origin, kind: "criterion", definition: expression.definition }
          : { ...origin, kind: "constant", value: false };
      case "table test":
        return this.#sound.has(expression.table)
          ? tableTest(this.#table(expression.table), normalise(expression.ranges), origin)
          : { ...origin, kind: "constant", value: false };
      case "interval test":
        return this.#sound.has(expression.table)
          ? intervalTest(
              this.#table(expression.table),
              (length) => this.formula(timeTest(this.#guideline, expression, length)),
              origin,
            )
          : { ...origin, kind: "constant", value: false };
      case "not":
        return { ...origin, kind: "not", operand: this.formula(expression.operand) };
      case "by date":
        return this.#byDate(expression, origin);
      case "qualified":
        return this.#qualified(expression, origin);
      default:
        return this.#combined(expression, origin);
    }
  }

  /** Every table that does not refer to itself. */
  tables(): ReadonlyMap<string, TableProgram> {
    for (const { key } of this.#guideline.tables) if (this.#sound.has(key)) this.#table(key);
    return this.#tables;
  }

  /** The rows are lowered once, so that all tests of a table share them. */
  #table(key: string): TableProgram {
    const known = this.#tables.get(key);
    if (known !== undefined) return known;
    const table = this.#guideline.tables.find((each) => each.key === key);
    if (table === undefined) throw new Error(`The checked guideline tests a table that it does not declare: ${key}`);
    const rows = table.rows.map((row) => ({ value: row.value, formula: withText(this.formula(row.criterion), row) }));
    const program = { table, rows };
    this.#tables.set(key, program);
    return program;
  }

  reductions(): readonly ListReduction[] {
    return [...this.#reductions.values()];
  }

  comparisons(): readonly Comparison[] {
    return [...this.#comparisons.values()];
  }

  /** Two facts held against each other become a fact; the test is one of that fact. */
  #comparison(test: SameTest, origin: Origin): Formula {
    const right = test.ofCase ? this.#ofCase.get(test.other) : this.#facts.get(test.other);
    if (right === undefined)
      throw new Error(`The checked guideline compares a fact with one that it does not declare: ${test.other}`);
    const comparison = comparisonOf(test, this.#fact(test.fact), right);
    this.#comparisons.set(comparison.fact.key, comparison);
    this.#facts.set(comparison.fact.key, comparison.fact);
    return this.#test({ quantity: quantityOf(comparison.fact, "value"), values: one(test.same ? 1 : 0) }, origin);
  }

  /** The reduced value becomes a fact; the test is one of that fact. */
  #listTest(test: ListTest, origin: Origin): Formula {
    const list = this.#guideline.lists.find(({ key }) => key === test.list);
    if (list === undefined)
      throw new Error(`The checked guideline tests a list that it does not declare: ${test.list}`);
    const fact = reducedFact(this.#guideline, list, test);
    if (!this.#reductions.has(fact.key)) this.#reductions.set(fact.key, this.#reduction(fact, list, test));
    this.#facts.set(fact.key, fact);
    return this.#test({ quantity: quantityOf(fact, partTested(test)), values: testedValues(test) }, origin);
  }

  /** `where` is lowered by itself, with the fields of an entry for facts and the subsets of the list for definitions. */
  #reduction(fact: Fact, list: List, test: ListTest): ListReduction {
    const ofList = this.#guideline.subsets.filter((subset) => subset.list === list.key);
    const subsets = subsetsNamed(test.where, ofList);
    const ofEntry = {
      ...this.#guideline,
      calculations: this.#all.filter((each) => each.list === list.key),
      facts: list.fields,
      lists: [],
      tables: [],
      definitions: subsets.map((subset) => ({ ...subset, criterion: subset.where })),
    };
    const entry = new Lowering(ofEntry, [], this.#facts);
    const where = test.where === null ? constant(true, list.name) : entry.formula(test.where);
    const named = new Map(subsets.map((subset) => [subset.key, entry.formula(subset.where)]));
    return {
      fact,
      list,
      reduce: test.reduce,
      where,
      subsets: named,
      calculations: entry.calculations,
      quantities: entry.quantitiesOf([where, ...named.values()]),
      comparisons: entry.comparisons(),
    };
  }

  #test({ quantity, values }: TestedQuantity, origin: Origin): Formula {
    const known = this.#quantities.get(quantity.id) ?? quantity;
    this.#quantities.set(known.id, known);
    const wording = this.#facts.get(quantity.fact);
    const published = asksWhatTheFactSays(known, values) && wording !== undefined ? textOf(wording) : {};
    return { ...origin, ...published, kind: "test", quantity: known.id, values };
  }

  #combined(expression: Extract<Expression, { operands: unknown }>, origin: Origin): Formula {
    if (expression.kind === "all" && expression.operands.length === 0)
      return { ...origin, kind: "constant", value: true };
    const operands = expression.operands.map((each) => this.formula(each));
    switch (expression.kind) {
      case "all":
      case "any":
        return { ...origin, kind: expression.kind, operands };
      case "none":
        return { ...origin, kind: "not", operand: { ...origin, kind: "any", operands, text: "any of" } };
      case "at least":
        return { ...origin, kind: "count", atLeast: expression.count, atMost: operands.length, operands };
      case "exactly":
        return { ...origin, kind: "count", atLeast: expression.count, atMost: expression.count, operands };
    }
  }

  #qualified(expression: Extract<Expression, { kind: "qualified" }>, origin: Origin): Formula {
    const waived = this.#waived(this.formula(expression.criterion), expression.waivers, origin);
    const exceptions = expression.exceptions.map((each) => butNot(this.formula(each)));
    const requirements = expression.requirements.map((each) => this.#requirement(each));
    const besides = [...exceptions, ...requirements];
    const whole: Formula = besides.length === 0 ? waived : { ...origin, kind: "all", operands: [waived, ...besides] };
    return withText(whole, expression);
  }

  #waived(criterion: Formula, waivers: readonly Expression[], origin: Origin): Formula {
    if (waivers.length === 0) return criterion;
    const operands = [criterion, ...waivers.map((each) => this.formula(each))];
    return { ...origin, kind: "any", clause: "waived if", operands };
  }

  /** NOT `when` OR what it requires. */
  #requirement({ when, requires, ...text }: Requirement): Formula {
    const [condition, required] = [this.formula(when), this.formula(requires)];
    const span = requires.span;
    const denied: Formula = { kind: "not", operand: condition, text: `not: ${condition.text}`, span: condition.span };
    const words = `${required.text}, when ${condition.text}`;
    return withText({ kind: "any", clause: "when", operands: [denied, required], text: words, span }, text);
  }

  /** The service date picks one: periods do not overlap. */
  #byDate({ versions }: Extract<Expression, { kind: "by date" }>, origin: Origin): Formula {
    const operands = versions.map((version): Formula => {
      const criterion = this.formula(version.criterion);
      return { ...origin, kind: "all", operands: [this.#test(inForce(version), origin), criterion] };
    });
    return { ...origin, kind: "any", clause: "by date", operands };
  }

  #fact(key: string): Fact {
    const fact = this.#facts.get(key);
    if (fact === undefined) throw new Error(`The checked guideline tests a fact that it does not declare: ${key}`);
    return fact;
  }
}

/** The service date lies in the period. */
function inForce({ from, to }: Version): TestedQuantity {
  const day = (date: string | null, open: number): number => (date === null ? open : (epochDays(date) ?? open));
  const quantity = quantityOf(serviceDate, "value");
  return { quantity, values: between(day(from, LOWEST), day(to, HIGHEST)) };
}

const serviceDate = caseDate("service date");

function butNot(exception: Formula): Formula {
  return { kind: "not", operand: exception, text: `not: ${exception.text}`, span: exception.span };
}

function originOf(expression: Expression): Origin {
  const { span, text, label } = expression;
  return label === undefined ? { span, text } : { span, text, label };
}

/** The published words of a declaration, laid over those the formula has of its own. */
function withText(formula: Formula, text: Pick<Text, "wording" | "citation">): Formula {
  return { ...formula, ...textOf(text) };
}

function textOf(text: Pick<Text, "wording" | "citation">): Pick<Origin, "wording" | "citation"> {
  return {
    ...(text.wording === null ? {} : { wording: text.wording }),
    ...(text.citation === null ? {} : { citation: text.citation }),
  };
}

/** A yes-or-no fact found to be yes says just what its published wording says; other tests say more or less than that. */
function asksWhatTheFactSays(quantity: Quantity, values: TestedQuantity["values"]): boolean {
  return quantity.type.kind === "yes or no" && quantity.part === "value" && values.every((range) => range.low === 1);
}
