import type { Formula, GuidelineProgram, Quantity } from "../../ir/index.ts";
import type { ValueSet } from "../../values/index.ts";
import { cellsOf, type Variable } from "../cells.ts";
import { everyFormula, type Order } from "../order.ts";

/** One program of a space, and what is going to be asked of it. */
export interface SpacePart {
  readonly program: GuidelineProgram;
  /** Besides its assumptions. Only tests that these rest on can be asked. */
  readonly formulas: readonly Formula[];
  /** By quantity id: the name that the space knows it by; its id where none is given. Quantities of one name are one quantity. */
  readonly as?: ReadonlyMap<string, string>;
}

/** The quantities of all parts, each once, with the cells that the tests of all parts together make. */
export function sharedVariables(parts: readonly SpacePart[], order: Order): readonly Variable[] {
  const domains = new Map<string, ValueSet>();
  const tests = new Map<string, ValueSet[]>();
  for (const part of parts) {
    for (const { id, domain } of part.program.quantities) keepDomain(domains, nameIn(part, id), domain);
    for (const formula of everyFormula(part.program, rootsOf(part)))
      if (formula.kind === "test") collect(tests, nameIn(part, formula.quantity), formula.values);
  }
  const names = parts.reduce<readonly string[]>((before, part) => merged(before, namesInOrder(part, order)), []);
  return names.map((quantity) => ({
    quantity,
    cells: cellsOf(domains.get(quantity) ?? [], tests.get(quantity) ?? []),
  }));
}

export function nameIn({ as }: SpacePart, id: string): string {
  return as?.get(id) ?? id;
}

export function rootsOf({ program, formulas }: SpacePart): readonly Formula[] {
  return [...formulas, ...program.assumptions];
}

function namesInOrder(part: SpacePart, order: Order): readonly string[] {
  return order(part.program, rootsOf(part)).map(({ id }: Quantity) => nameIn(part, id));
}

/** Each new name stands behind the one that it follows in its own order, so that what belongs together stays together. */
function merged(before: readonly string[], added: readonly string[]): readonly string[] {
  const known = new Set(before);
  const behind = new Map<string | null, string[]>([[null, []]]);
  let last: string | null = null;
  for (const name of added)
    if (known.has(name)) last = name;
    else behind.set(last, [...(behind.get(last) ?? []), name]);
  return [...(behind.get(null) ?? []), ...before.flatMap((name) => [name, ...(behind.get(name) ?? [])])];
}

function keepDomain(domains: Map<string, ValueSet>, name: string, domain: ValueSet): void {
  const known = domains.get(name);
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(domain))
    throw new Error(`Quantities of different values cannot share a name in a space: ${name}`);
  domains.set(name, domain);
}

function collect(tests: Map<string, ValueSet[]>, name: string, values: ValueSet): void {
  const known = tests.get(name);
  if (known === undefined) tests.set(name, [values]);
  else known.push(values);
}
