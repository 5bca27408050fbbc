import { type Assignment, type NodeId, type Space, TOO_LARGE } from "../logic/index.ts";
import { holds, union, type ValueSet } from "../values/index.ts";
import type { CaseAnswer } from "./answers.ts";
import type { TestWords } from "./inWords.ts";
import type { Sameness } from "./matching/index.ts";
import { namedCriteria } from "./named.ts";
import { askByName, movesBetween, type Question, quantityOfCriterion, type Subject } from "./question.ts";

/** One quantity of a way: `quantity` is the name that both versions know it by. */
export interface TestedValues {
  readonly quantity: string;
  readonly fact: string;
  readonly values: ValueSet;
  readonly words: string;
}

/** A definition that means the same in both versions, and is met or is not. */
export interface TestedCriterion {
  readonly definition: string;
  readonly met: boolean;
  readonly words: string;
}

export type Tested = TestedValues | TestedCriterion;

/** Exactly where something is so: where all of one of the ways is. */
export interface When {
  /** The smallest first. None of them can be wider, and none can be left out. */
  readonly ways: readonly (readonly Tested[])[];
  /** Of each way, in the words of the guideline. */
  readonly words: readonly string[];
  /** Whether these are all; else they are some, each by itself sure. */
  readonly complete: boolean;
  /** Where the ways are not all: what holds in every one there is. */
  readonly always: readonly Tested[];
}

/** More of them nobody reads, nor are they worth the time. */
const mostWays = 96;
const fewWays = 8;

/** Of a quantity, to be tried one by one. */
const mostCells = 64;

/** Says when a subject moves from one decided answer to another, by the names of what did not change. */
export class Telling {
  readonly #question: Question;
  /** Drawn anew: what was learned of single cases is no reason to say less. */
  readonly #byName: Question;
  readonly #words: TestWords;
  /** By the quantity that stands for a definition. */
  readonly #criteria: ReadonlyMap<string, { readonly definition: string; readonly node: NodeId }>;

  constructor(of: Sameness, subject: Subject, question: Question, words: TestWords, budget: number) {
    const named = namedCriteria(subject, question);
    const names = new Map(of.now.guideline.definitions.map(({ key, name }) => [key, name]));
    this.#question = question;
    this.#byName = askByName(of, subject, budget, new Set(named.keys())) ?? question;
    this.#words = words;
    this.#criteria = new Map(
      [...named].map(([key, node]) => [quantityOfCriterion(key), { definition: names.get(key) ?? key, node }]),
    );
  }

  /** `null`: never. */
  when(from: CaseAnswer, to: CaseAnswer): When | null {
    const { space } = this.#question;
    if (space.canBe(movesBetween(this.#question, from, to)) === false) return null;
    const node = movesBetween(this.#byName, from, to);
    const all = this.#byName.space.cover(node, mostWays);
    const possible = (all ?? firstOf(this.#byName.space, node)).filter((way) => this.#isPossible(way));
    const ways = possible.map((way) => [...way].map(([quantity, values]) => this.#tested(quantity, values)));
    const always = all === null ? this.#always(node) : [];
    return { ways, words: ways.map(inWords), complete: all !== null, always };
  }

  /** Of each quantity the values without which it is never so, where these are not all. */
  #always(node: NodeId): readonly Tested[] {
    const { space } = this.#byName;
    const asked = new Set(space.supportOf(node));
    return space.variables.flatMap(({ quantity, cells }) => {
      if (!asked.has(quantity) || cells.length > mostCells) return [];
      const needed = cells.filter((_, cell) => space.canBe(space.given(node, quantity, cell)) !== false);
      return needed.length === cells.length ? [] : [this.#tested(quantity, union(...needed))];
    });
  }

  /** Names leave open what their definitions have in common. */
  #isPossible(way: Assignment): boolean {
    const { space } = this.#question;
    const criteria = [...way].flatMap(([quantity, values]) => {
      const node = this.#criteria.get(quantity)?.node;
      if (node === undefined) return [];
      return [holds(values, 1) ? node : space.not(node)];
    });
    return space.canBe(space.all([space.where(way), ...criteria])) !== false;
  }

  #tested(quantity: string, values: ValueSet): Tested {
    const criterion = this.#criteria.get(quantity);
    if (criterion !== undefined) {
      const { definition } = criterion;
      const met = holds(values, 1);
      return { definition, met, words: met ? definition : `NOT ${definition}` };
    }
    return { quantity, fact: this.#words.fact(quantity), values, words: this.#words.test(quantity, values) };
  }
}

function firstOf(space: Space, node: NodeId): readonly Assignment[] {
  const found: Assignment[] = [];
  if (node === TOO_LARGE) return found;
  for (const way of space.satisfying(node)) {
    if (found.length === fewWays) break;
    if (!found.some((each) => isSame(each, way))) found.push(way);
  }
  return found.toSorted((a, b) => a.size - b.size);
}

const isSame = (one: Assignment, other: Assignment): boolean => JSON.stringify([...one]) === JSON.stringify([...other]);

function inWords(way: readonly Tested[]): string {
  return way.length === 0 ? "always" : way.map(({ words }) => words).join(" AND ");
}
