import * as fc from "fast-check";
import type { Phrase, Question, World } from "./question.ts";

/** A criterion in one line, what it rests on, and whether it is so in a world. */
export interface Criterion {
  readonly text: string;
  readonly phrases: readonly Phrase[];
  readonly isSo: (world: World) => boolean;
}

export const only = (phrase: Phrase): Criterion => ({ text: phrase.text, phrases: [phrase], isSo: phrase.isSo });

export function negated(part: Criterion): Criterion {
  return { text: `NOT (${part.text})`, phrases: part.phrases, isSo: (world) => !part.isSo(world) };
}

/** So many of the parts, both ends included. */
export function counted(opening: string, parts: readonly Criterion[], least: number, most: number): Criterion {
  return {
    text: `${opening} (${parts.map(({ text }) => text).join("; ")})`,
    phrases: parts.flatMap(({ phrases }) => phrases),
    isSo: (world) => {
      const met = parts.filter((part) => part.isSo(world)).length;
      return met >= least && met <= most;
    },
  };
}

export const allOf = (parts: readonly Criterion[]): Criterion => counted("all of", parts, parts.length, parts.length);
export const anyOf = (parts: readonly Criterion[]): Criterion => counted("any of", parts, 1, parts.length);
export const noneOf = (parts: readonly Criterion[]): Criterion => counted("none of", parts, 0, 0);
export const atLeast = (count: number, parts: readonly Criterion[]): Criterion =>
  counted(`at least ${count} of`, parts, count, parts.length);
export const exactly = (count: number, parts: readonly Criterion[]): Criterion =>
  counted(`exactly ${count} of`, parts, count, count);

type Join = (parts: readonly Criterion[]) => Criterion;

export const everyJoin: readonly Join[] = [
  allOf,
  anyOf,
  noneOf,
  (parts) => atLeast(Math.min(2, parts.length), parts),
  (parts) => exactly(1, parts),
];

/** Criteria over some leaves, nested to a small depth. */
export function criteria(leaves: readonly Criterion[], joins: readonly Join[] = everyJoin): fc.Arbitrary<Criterion> {
  const leaf = fc.constantFrom(...leaves);
  return fc.letrec<{ node: Criterion }>((tie) => {
    const parts = fc.array(tie("node"), { minLength: 2, maxLength: 3 });
    const joined = fc.tuple(fc.constantFrom(...joins), parts).map(([join, several]) => join(several));
    return { node: fc.oneof({ maxDepth: 2, depthSize: "small" }, leaf, joined, tie("node").map(negated)) };
  }).node;
}

/** Each once, by name. */
export function questionsOf(phrases: readonly Phrase[]): readonly Question[] {
  return [...new Map(phrases.flatMap(({ rests }) => rests).map((asked) => [asked.name, asked])).values()];
}
