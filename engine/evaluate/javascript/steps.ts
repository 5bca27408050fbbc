import type { Unit, UnitId } from "./units.ts";

/** One byte of the answers: bit b tells whether the gate of unit b is on. */
export interface Answered {
  /** What it is the answer to, in a few words. */
  readonly of: string;
  readonly bits: readonly UnitId[];
}

/** A statement: a unit that gets a name, or a byte of the answers. */
export type Step =
  | { readonly kind: "unit"; readonly unit: UnitId }
  | { readonly kind: "answer"; readonly at: number; readonly answered: Answered };

export interface Plan {
  /** The statements of one function each. */
  readonly chunks: readonly (readonly Step[])[];
  /** Units that have a name; all others are written where they are read. */
  readonly named: ReadonlySet<UnitId>;
  /** Units that another function reads than the one that works them out, each with its place in the store between them. */
  readonly shared: ReadonlyMap<UnitId, number>;
}

/** Terms of one function: V8 compiles none well whose byte code is longer than 60 kB, some 3,000 terms. */
const termsOfFunction = 400;
/** How deep units are written into each other, and how many terms a line may come to. */
const deepest = 6;
const longest = 64;

/** Statements for all answers, cut into functions; every unit is worked out once. */
export function planOf(units: readonly Unit[], answers: readonly Answered[]): Plan {
  const { named, terms } = namedUnits(units, answers);
  const steps = stepsOf(units, answers, named);
  const termsOf = (unit: UnitId) => terms[unit] ?? 0;
  const chunks = cut(steps, (step) =>
    step.kind === "unit"
      ? termsOf(step.unit)
      : step.answered.bits.reduce((sum, unit) => sum + 1 + (named.has(unit) ? 0 : termsOf(unit)), 0),
  );
  return { chunks, named, shared: sharedUnits(units, chunks, named) };
}

/** `terms`: how many each unit comes to, with those written into it. */
function namedUnits(
  units: readonly Unit[],
  answers: readonly Answered[],
): { readonly named: ReadonlySet<UnitId>; readonly terms: readonly number[] } {
  const uses = usesOf(units, answers);
  const named = new Set<UnitId>();
  const terms: number[] = [];
  const depths: number[] = [];
  for (const [unit, { terms: own, reads }] of units.entries()) {
    const inside = reads.filter((read) => !named.has(read));
    const together = own.length + sumOf(inside, terms);
    if (together > longest) for (const read of inside) named.add(read);
    terms[unit] = together > longest ? own.length : together;
    depths[unit] = together > longest ? 1 : 1 + Math.max(0, ...inside.map((read) => depths[read] ?? 0));
    // A constant is as short as its name.
    if (own.length > 0 && ((uses[unit] ?? 0) > 1 || depths[unit] >= deepest)) named.add(unit);
  }
  return { named, terms };
}

function sumOf(units: readonly UnitId[], terms: readonly number[]): number {
  return units.reduce((sum, unit) => sum + (terms[unit] ?? 0), 0);
}

function usesOf(units: readonly Unit[], answers: readonly Answered[]): readonly number[] {
  const uses = units.map(() => 0);
  const read = [...units.map(({ reads }) => reads), ...answers.map(({ bits }) => bits)];
  for (const all of read) for (const unit of all) uses[unit] = (uses[unit] ?? 0) + 1;
  return uses;
}

function readBy(units: readonly Unit[], unit: UnitId): readonly UnitId[] {
  return units[unit]?.reads ?? [];
}

/** Before each answer, the named units it rests on that no answer before it did. */
function stepsOf(units: readonly Unit[], answers: readonly Answered[], named: ReadonlySet<UnitId>): readonly Step[] {
  const met = new Set<UnitId>();
  return answers.flatMap((answered, at): readonly Step[] => [
    ...newBelow(units, answered.bits, met)
      .filter((unit) => named.has(unit))
      .map((unit): Step => ({ kind: "unit", unit })),
    { kind: "answer", at, answered },
  ]);
}

/** Ascending, so that a unit comes after those it reads. */
function newBelow(units: readonly Unit[], roots: readonly UnitId[], met: Set<UnitId>): readonly UnitId[] {
  const found: UnitId[] = [];
  const ahead = [...roots];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (met.has(next)) continue;
    met.add(next);
    found.push(next);
    for (const unit of readBy(units, next)) ahead.push(unit);
  }
  return found.toSorted((a, b) => a - b);
}

function cut(steps: readonly Step[], cost: (step: Step) => number): readonly (readonly Step[])[] {
  const chunks: Step[][] = [];
  let left = 0;
  for (const step of steps) {
    left -= cost(step);
    if (left < 0 || chunks.length === 0) {
      chunks.push([]);
      left = termsOfFunction - cost(step);
    }
    chunks.at(-1)?.push(step);
  }
  return chunks;
}

function sharedUnits(
  units: readonly Unit[],
  chunks: readonly (readonly Step[])[],
  named: ReadonlySet<UnitId>,
): ReadonlyMap<UnitId, number> {
  const home = new Map<UnitId, number>();
  const shared = new Map<UnitId, number>();
  for (const [chunk, steps] of chunks.entries())
    for (const step of steps) {
      for (const unit of namedReadIn(units, step, named))
        if (home.get(unit) !== chunk && !shared.has(unit)) shared.set(unit, shared.size);
      if (step.kind === "unit") home.set(step.unit, chunk);
    }
  return shared;
}

/** The named units that stand in a statement, also where units are written into it. */
export function namedReadIn(units: readonly Unit[], step: Step, named: ReadonlySet<UnitId>): readonly UnitId[] {
  const read = step.kind === "unit" ? readBy(units, step.unit) : step.answered.bits;
  const deeper = (unit: UnitId): readonly UnitId[] => (named.has(unit) ? [unit] : readBy(units, unit).flatMap(deeper));
  return read.flatMap(deeper);
}

/** `words`: those whose bits stand in a statement. */
export function wordsReadIn(units: readonly Unit[], step: Step, named: ReadonlySet<UnitId>): readonly number[] {
  const own = (unit: UnitId) => units[unit]?.terms.flatMap((term) => (term.kind === "bits" ? [term.word] : [])) ?? [];
  const deeper = (unit: UnitId): readonly number[] => [
    ...own(unit),
    ...readBy(units, unit)
      .filter((read) => !named.has(read))
      .flatMap(deeper),
  ];
  if (step.kind === "unit") return deeper(step.unit);
  return step.answered.bits.filter((unit) => !named.has(unit)).flatMap(deeper);
}
