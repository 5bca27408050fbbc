import type { Assignment, NodeId, Space } from "../logic/index.ts";
import type { ValueSet } from "../values/index.ts";
import type { TestWords } from "./inWords.ts";

/** One quantity of a way: `quantity` is the name that both versions know it by. */
export interface TestedValues {
  readonly quantity: string;
  readonly fact: string;
  readonly values: ValueSet;
  readonly words: string;
}

/** Exactly where something is so: where all of one of the ways is. */
export interface When {
  /** The smallest first. None of them can be wider, and none can be left out. */
  readonly ways: readonly (readonly TestedValues[])[];
  /** Of each way, in the words of the guideline. */
  readonly words: readonly string[];
  /** Whether these are all; else they are some, each by itself sure. */
  readonly complete: boolean;
}

/** More of them nobody reads, nor are they worth the time. */
const mostWays = 48;
const fewWays = 8;

/** `null`: nowhere. */
export function whenOf(space: Space, node: NodeId, words: TestWords): When | null {
  if (space.canBe(node) === false) return null;
  const all = space.cover(node, mostWays);
  const ways = (all ?? firstOf(space, node)).map((way) => tested(way, words));
  return {
    ways,
    words: ways.map((way) => (way.length === 0 ? "always" : way.map((each) => each.words).join(" AND "))),
    complete: all !== null,
  };
}

function firstOf(space: Space, node: NodeId): readonly Assignment[] {
  const found: Assignment[] = [];
  for (const way of space.satisfying(node)) {
    if (found.length === fewWays) break;
    if (!found.some((each) => isSame(each, way))) found.push(way);
  }
  return found.toSorted((a, b) => a.size - b.size);
}

const isSame = (one: Assignment, other: Assignment): boolean => JSON.stringify([...one]) === JSON.stringify([...other]);

function tested(way: Assignment, words: TestWords): readonly TestedValues[] {
  return [...way].map(([quantity, values]) => ({
    quantity,
    fact: words.fact(quantity),
    values,
    words: words.test(quantity, values),
  }));
}
