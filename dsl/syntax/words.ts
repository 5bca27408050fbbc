import type { IToken } from "chevrotain";
import type { Word } from "./ast.ts";
import { Text, Word as WordToken } from "./tokens.ts";

/** The words of one token: a keyword such as `at least 2 of` is four words when it stands in a phrase. */
export function wordsOf(token: IToken): readonly Word[] {
  const { image, startOffset: start } = token;
  const span = { start, end: start + image.length };
  if (token.tokenType === WordToken) return oneWord(plain(image), span);
  if (isText(token)) return [{ text: quotedText(image), span, quoted: true }];
  return blank.test(image) ? wordsBetweenBlanks(image, start) : oneWord(plain(image), span);
}

const blank = /[ \t\u00a0]/;

function wordsBetweenBlanks(image: string, start: number): readonly Word[] {
  return [...image.matchAll(/[^ \t\u00a0]+/g)].flatMap(({ 0: word, index }) =>
    oneWord(plain(word), { start: start + index, end: start + index + word.length }),
  );
}

/** None when the word was made of invisible characters only. */
function oneWord(text: string, span: Word["span"]): readonly Word[] {
  return text === "" ? [] : [{ text, span, quoted: false }];
}

export function quotedText(image: string): string {
  return image
    .replace(/^["“„”]/, "")
    .replace(/["“”]$/, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Hyphens and apostrophes of every kind made plain, invisible characters dropped: what pasting from Word brings. */
export function plain(word: string): string {
  if (/^[\x20-\x7e]*$/.test(word)) return word;
  return word
    .normalize("NFC")
    .replaceAll(/[\u2010-\u2015\u2212]/g, "-")
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "");
}

export function isText(token: IToken): boolean {
  return token.tokenType === Text || (token.tokenType.CATEGORIES ?? []).includes(Text);
}
