import { type Environment, type ListShape, type Named, nameKey, wordsText } from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import type { Completion } from "./completion.ts";
import { fieldEntries } from "./example.ts";
import { type InSegment, wordsFrom } from "./place.ts";
import { afterComma, type Typing } from "./typing.ts";

/** The list whose entries stand in bullets below its name in an example. */
function listAbove({ under }: InSegment, { names }: Environment): ListShape | null {
  const said = wordsFrom(under[0]?.segments[0]?.tokens ?? [], 0);
  const comma = said.findIndex(({ text }) => text === ",");
  const named = names.get(nameKey(wordsText(comma < 0 ? said : said.slice(0, comma))));
  return named?.kind === "list" ? named.list : null;
}

export function entryOfList(place: InSegment, typing: Typing, environment: Environment): readonly Completion[] {
  const said = place.line.segments.filter(({ role }) => role === "entry name").slice(0, -1);
  const given = new Set(said.map(({ tokens }) => nameKey(wordsText(wordsFrom(tokens, 0)))));
  return fieldEntries(typing, listAbove(place, environment), given);
}

/** After a comma another field may begin, where the value goes on too. */
export function nextField(place: InSegment, typing: Typing, environment: Environment): readonly Completion[] {
  if (!typing.words.some(({ text }) => text === ",")) return [];
  const said = place.line.segments.filter(({ role }) => role === "entry name");
  const given = new Set(said.map(({ tokens }) => nameKey(wordsText(wordsFrom(tokens, 0)))));
  return fieldEntries(afterComma(typing), listAbove(place, environment), given);
}

export function fieldNamed(place: InSegment, name: readonly Word[], environment: Environment): Named | undefined {
  return listAbove(place, environment)?.fields.find(({ key }) => key === nameKey(wordsText(name)));
}
