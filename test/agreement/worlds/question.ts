/*
 * A small world: facts of few values, what a case may say of them, and what can be asked. A case leaves some worlds possible;
 * what a guideline answers to it is what all of them agree on.
 */

/** One value of each fact, by the fact's name: its place among the values that the fact may have. */
export type World = ReadonlyMap<string, number>;

/** A fact of the world, as a guideline declares it. */
export interface Question {
  readonly name: string;
  /** Declarations of a guideline. */
  readonly declared: readonly string[];
  /** Where in a case it is answered. */
  readonly place: Place;
  readonly knowledge: readonly Knowledge[];
}

export type Place = "facts" | "lists" | "asked for" | "dates";

/** What a case says of a fact, as the lines of its file; empty: nothing. `possible`: the places of the values that leaves. */
export interface Knowledge {
  readonly stated: string;
  readonly possible: readonly number[];
}

/** Words of a guideline about some facts, and whether they are so in a world. */
export interface Phrase {
  readonly text: string;
  readonly rests: readonly Question[];
  /** What it needs declared beyond the facts themselves. */
  readonly declared: readonly string[];
  readonly isSo: (world: World) => boolean;
}

export interface Asking<Value> extends Question {
  valueIn(world: World): Value;
  asks(text: string, isSo: (value: Value) => boolean): Phrase;
}

/** What a case says, and which values that leaves possible; `true` of all. */
export type Said<Value> = readonly [stated: string, isPossible: (value: Value) => boolean];

export function question<Value>(
  name: string,
  declared: readonly string[],
  values: readonly Value[],
  said: readonly Said<Value>[],
  place: Place = "facts",
): Asking<Value> {
  const knowledge = said.map(([stated, isPossible]) => ({
    stated,
    possible: values.flatMap((value, at) => (isPossible(value) ? [at] : [])),
  }));
  const none = knowledge.find(({ possible }) => possible.length === 0);
  if (none !== undefined) throw new Error(`The world has no value for ${none.stated}`);
  const valueIn = (world: World): Value => {
    const value = values[world.get(name) ?? -1];
    if (value === undefined) throw new Error(`The world does not say ${name}`);
    return value;
  };
  const asked: Question = { name, declared, place, knowledge };
  return {
    ...asked,
    valueIn,
    asks: (text, isSo) => ({ text, rests: [asked], declared: [], isSo: (world) => isSo(valueIn(world)) }),
  };
}

/** Words about two facts. */
export function related<One, Other>(
  one: Asking<One>,
  other: Asking<Other>,
  text: string,
  isSo: (one: One, other: Other) => boolean,
  declared: readonly string[] = [],
): Phrase {
  return { text, rests: [one, other], declared, isSo: (world) => isSo(one.valueIn(world), other.valueIn(world)) };
}

export const anything = (): boolean => true;

/** `name: value` for each of the values, and nothing said. */
export function eachOf(name: string, values: readonly string[]): readonly Said<string>[] {
  return [["", anything], ...values.map((each): Said<string> => [`${name}: ${each}`, (value) => value === each])];
}
