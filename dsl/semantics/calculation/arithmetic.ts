import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Span } from "../../source/index.ts";
import type { Term } from "../../syntax/index.ts";
import type { Environment } from "../environment.ts";
import { product, quotient } from "../measures.ts";
import type { Arithmetic } from "../model.ts";
import { wordsText } from "../names.ts";
import { closest } from "../suggest.ts";
import { type Items, type Operand, readOperand, spanOfItems, unlike, wordsOnly } from "./operand.ts";

type Operation = "plus" | "minus" | "times" | "divided by";

const signs: Readonly<Record<string, Operation>> = {
  plus: "plus",
  "+": "plus",
  minus: "minus",
  "-": "minus",
  times: "times",
  "*": "times",
  "×": "times",
  "multiplied by": "times",
  "divided by": "divided by",
  "/": "divided by",
  "÷": "divided by",
};

/** Operands and what joins them, as they stand. */
interface Chain {
  readonly operands: readonly { readonly items: Items; readonly read: Operand }[];
  readonly operations: readonly Operation[];
}

/** More readings than any sane calculation has; a text made to have them all is read no further. */
const mostReadings = 64;

/**
 * A calculation in exactly one reading. Every word that may be an operation is tried as one and as part of a name, so that
 * a name may hold `plus` or `times`.
 */
export function readArithmetic(items: Items, span: Span, environment: Environment, source: string): Operand | Problem {
  if (wordsIn(items) > mostWords) return tooLong(span);
  const readings = calculations(items, span, environment, source);
  const clean = readings.filter(({ problems }) => problems.length === 0);
  const [only, other] = clean;
  if (only && other) return twoReadings(span);
  return only ?? readings[0]?.problems[0] ?? unread(items, span, environment);
}

/** No published formula comes near; what is longer is read as a whole only slowly. */
const mostWords = 80;

const wordsIn = (items: Items): number =>
  items.reduce((sum, item) => sum + ("terms" in item ? wordsIn(item.terms) : 1), 0);

function tooLong(span: Span): Problem {
  return problem("E0240", span, `This calculation has more than ${mostWords} words.`, {
    hint: "Give a part of it a name with `define`, and calculate with that name.",
  });
}

function calculations(items: Items, span: Span, environment: Environment, source: string): readonly Operand[] {
  const inner = (terms: readonly Term[], at: Span): readonly Operand[] => calculations(terms, at, environment, source);
  return new ChainReader(items, (part) => readOperand(part, environment, inner))
    .from(0)
    .map((chain) => combined(chain, span, source));
}

class ChainReader {
  private readonly known = new Map<number, readonly Chain[]>();
  private readonly items: Items;
  private readonly operandsOf: (items: Items) => readonly Operand[];

  constructor(items: Items, operandsOf: (items: Items) => readonly Operand[]) {
    this.items = items;
    this.operandsOf = operandsOf;
  }

  /** Every way to read the items from `start` on as operands with operations between them. */
  from(start: number): readonly Chain[] {
    const known = this.known.get(start) ?? this.read(start).slice(0, mostReadings);
    this.known.set(start, known);
    return known;
  }

  private read(start: number): readonly Chain[] {
    const ends = this.items.flatMap((_, at) => (at > start ? operationAt(this.items, at) : []));
    const whole = this.operands(start, this.items.length).map((operand) => ({ operands: [operand], operations: [] }));
    const cut = ends.flatMap(({ at, next, operation }) => {
      const first = this.operands(start, at);
      if (first.length === 0 || next >= this.items.length) return [];
      return this.from(next).flatMap((rest) =>
        first.map((operand) => ({
          operands: [operand, ...rest.operands],
          operations: [operation, ...rest.operations],
        })),
      );
    });
    return [...whole, ...cut];
  }

  private operands(start: number, end: number): Chain["operands"] {
    const items = this.items.slice(start, end);
    return items.length === 0 ? [] : this.operandsOf(items).map((read) => ({ items, read }));
  }
}

interface Joint {
  readonly at: number;
  readonly next: number;
  readonly operation: Operation;
}

function operationAt(items: Items, at: number): readonly Joint[] {
  return [1, 2].flatMap((size) => {
    const words = wordsOnly(items.slice(at, at + size));
    const operation = words?.length === size ? signs[wordsText(words).toLowerCase()] : undefined;
    return operation ? [{ at, next: at + size, operation }] : [];
  });
}

function combined(chain: Chain, span: Span, source: string): Operand {
  const { operands, operations } = chain;
  const uses = operands.flatMap(({ read }) => read.uses);
  const told = operands.flatMap(({ read }) => read.problems);
  const mixed = told.length === 0 && inTwoOrders(operations) ? [twoOrders(chain, span, source)] : [];
  const [first, ...others] = operands.map(({ read }) => read);
  if (!first) throw new Error("A chain has an operand");
  const joined = others.reduce((left, right, at) => join(left, operations[at] ?? "plus", right, span), first);
  const problems = [...told, ...(mixed.length > 0 ? mixed : joined.problems)];
  return { ...joined, uses, problems: told.length > 0 ? told : problems };
}

/** Sums, and products that end in one division, come out the same however they are read from left to right. */
function inTwoOrders(operations: readonly Operation[]): boolean {
  const sums = operations.filter((operation) => operation === "plus" || operation === "minus").length;
  if (sums > 0) return sums < operations.length;
  const division = operations.indexOf("divided by");
  return division >= 0 && division < operations.length - 1;
}

function join(left: Operand, operation: Operation, right: Operand, span: Span): Operand {
  const value: Arithmetic = { kind: operation, left: left.value, right: right.value };
  const uses = [...left.uses, ...right.uses];
  if (operation === "plus" || operation === "minus") {
    const problems = [...left.problems, ...(left.problems.length > 0 ? [] : unlike(left, right, span))];
    return { value, size: left.size, uses, problems };
  }
  const [a, b] = [left.size, right.size];
  const measure = operation === "times" ? product(a.measure, b.measure) : quotient(a.measure, b.measure);
  return {
    value,
    uses,
    problems: left.problems,
    size: { measure, bare: a.bare && b.bare, word: wordOf(a.word, operation, b.word) },
  };
}

/** `kg/(m·m)` */
function wordOf(left: string | null, operation: Operation, right: string | null): string | null {
  if (right === null) return left;
  if (operation === "times") return left === null ? right : `${left}·${right}`;
  return `${left ?? "1"}/${right.includes("·") || right.includes("/") ? `(${right})` : right}`;
}

function twoOrders({ operands, operations }: Chain, span: Span, source: string): Problem {
  const texts = operands.map(({ items }) => textOf(items, source));
  const words = texts.flatMap((text, at) => (at === 0 ? [text] : [operations[at - 1] ?? "", text]));
  const leftFirst = `(${words.slice(0, 3).join(" ")}) ${words.slice(3).join(" ")}`;
  const rightFirst = `${words.slice(0, 2).join(" ")} (${words.slice(2).join(" ")})`;
  return problem("E0241", span, `\`${words.join(" ")}\` can be calculated in two orders.`, {
    hint: `As \`${leftFirst}\`, or as \`${rightFirst}\`. Put brackets around what is calculated first.`,
    fixes: [leftFirst, rightFirst].map((text) => replace(`Write ${text}`, span, text)),
  });
}

function textOf(items: Items, source: string): string {
  const { start, end } = spanOfItems(items);
  return source.slice(start, end).replaceAll(/\s+/g, " ");
}

function twoReadings(span: Span): Problem {
  return problem("E0202", span, "This calculation can be read in two ways.", {
    hint: "A name in it holds a word such as `plus` or `to`. Put brackets around that name, or rename it.",
  });
}

/** The first stretch between operations that is neither a number nor a fact. */
function unread(items: Items, span: Span, environment: Environment): Problem {
  const stretch = stretches(items).find((part) => isUnread(part, environment));
  if (!stretch) return problem("E0240", span, "This is not a calculation.", { hint: howTo });
  const words = wordsOnly(stretch);
  const at = stretch.length === 0 ? span : spanOfItems(stretch);
  if (!words) {
    const [only] = stretch;
    return only && "terms" in only && stretch.length === 1
      ? unread(only.terms, only.span, environment)
      : problem("E0240", at, "An operation is missing before or after the brackets.", { hint: howTo });
  }
  const said = wordsText(words);
  if (said === "") return problem("E0240", at, "A number is missing in this calculation.", { hint: howTo });
  const near = closest(
    said,
    [...environment.names.values()].map(({ name }) => name),
  );
  return problem("E0240", at, `\`${said}\` is neither a number nor a fact that is declared.`, {
    hint: near ? `Did you mean \`${near}\`?` : howTo,
    fixes: near ? [replace(`Write ${near}`, at, near)] : [],
  });
}

const howTo =
  "A calculation holds numbers and the names of facts, with `plus`, `minus`, `times`, `divided by` and brackets: `weight divided by (height times height)`.";

function isUnread(part: Items, environment: Environment): boolean {
  const inner = (terms: readonly Term[], at: Span): readonly Operand[] => calculations(terms, at, environment, "");
  return part.length === 0 || readOperand(part, environment, inner).length === 0;
}

function stretches(items: Items): readonly Items[] {
  const parts: Term[][] = [[]];
  for (let at = 0; at < items.length; ) {
    const item = items[at];
    const [joint] = operationAt(items, at).toReversed();
    if (joint) parts.push([]);
    else if (item) parts.at(-1)?.push(item);
    at = joint?.next ?? at + 1;
  }
  return parts;
}
