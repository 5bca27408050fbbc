import * as fc from "fast-check";
import { words } from "./lines.ts";

/** One change of a text at places that `at` draws: a whole number below its argument. */
type Edit = (text: string, at: (below: number) => number) => string;

const lines = (text: string): string[] => text.split(/(?<=\n)/);
const spliced = (text: string, at: number, size: number, by = ""): string =>
  text.slice(0, at) + by + text.slice(at + size);

const odd = ["\u202e", "\u00a0", "\ufeff", "\r", "é", "😀", "\ud800", "\u0301", "\n"];

const edits: readonly Edit[] = [
  (text, at) => spliced(text, at(text.length), 1),
  (text, at) => spliced(text, at(text.length), at(40)),
  (text, at) => text.slice(0, at(text.length)),
  (text, at) => {
    const from = at(text.length);
    return spliced(text, from, 0, text.slice(from, from + 3));
  },
  (text, at) => {
    const from = at(text.length);
    return spliced(text, from, 2, (text[from + 1] ?? "") + (text[from] ?? ""));
  },
  (text, at) =>
    lines(text)
      .toSpliced(at(lines(text).length), 1)
      .join(""),
  (text, at) => {
    const all = lines(text);
    const from = at(all.length);
    return all.toSpliced(at(all.length), 0, all[from] ?? "").join("");
  },
  (text, at) => {
    const all = lines(text);
    const [a, b] = [at(all.length), at(all.length)];
    return all
      .with(a, all[b] ?? "")
      .with(b, all[a] ?? "")
      .join("");
  },
  (text, at) => spliced(text, at(text.length), 0, words[at(words.length)]),
  (text, at) => spliced(text, at(text.length), 0, ` ${words[at(words.length)]} `),
  (text, at) => spliced(text, at(text.length), 0, odd[at(odd.length)]),
  (text, at) => text.replaceAll(/\d+/g, (digits) => (at(3) === 0 ? String(at(100)) : digits)),
  (text, at) => text.replaceAll(/ AND | OR /g, (joint) => (at(4) === 0 ? (at(2) === 0 ? " AND " : " OR ") : joint)),
];

/** Changes that a good author makes and that mean nothing: comments, empty lines, margins, bullets, quotes, spaces. */
const idle: readonly Edit[] = [
  (text, at) => atLineEnd(text, at, "  # why, said here"),
  (text, at) => atLineEnd(text, at, "\n# a line of its own"),
  (text, at) => atLineEnd(text, at, "\n    # further in"),
  (text, at) => atLineEnd(text, at, "\n\n"),
  (text, at) => atLineEnd(text, at, "   "),
  (text) => text.replaceAll(/\n( +)/g, (_, margin: string) => `\n${margin}${margin}`),
  (text) => text.replaceAll(/\n( *)- /g, "\n$1• "),
  (text) => text.replaceAll(/"([^"\n]*)"/g, "“$1”"),
  (text) => text.replaceAll("\n", "\r\n"),
  (text, at) => text.replaceAll(/(?<=\S) (?=\S)/g, () => (at(9) === 0 ? "  " : " ")),
];

function atLineEnd(text: string, at: (below: number) => number, added: string): string {
  const ends = [...text.matchAll(/\r?\n|$/g)].map(({ index }) => index);
  return spliced(text, ends[at(ends.length)] ?? 0, 0, added);
}

/** A text and what becomes of it, edit by edit. */
export function edited(starts: readonly string[], kind: "any" | "idle" = "any"): fc.Arbitrary<readonly string[]> {
  const places = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
  const step = fc.tuple(fc.constantFrom(...(kind === "any" ? edits : idle)), places);
  return fc.tuple(fc.constantFrom(...starts), fc.array(step, { minLength: 1, maxLength: 5 })).map(([start, steps]) => {
    const texts = [start];
    for (const [edit, drawn] of steps) texts.push(changed(texts.at(-1) ?? "", edit, drawn));
    return texts;
  });
}

function changed(text: string, edit: Edit, places: Iterator<number>): string {
  if (text === "") return "imaging if pain";
  return edit(text, (below) => Math.floor((places.next().value ?? 0) * below));
}
