import type { IToken } from "chevrotain";
import type { Span } from "../../source/index.ts";
import { type Problem, problem, replace } from "../../diagnostic/index.ts";

/** The beginnings of lists that `any 2 of the following` may mean, likeliest first. */
export function listsMeant(image: string): readonly string[] {
  const words = image
    .toLowerCase()
    .replaceAll(/[ \t\u00a0]+/g, " ")
    .replace(/ the following$/, "");
  if (/^(?:both|each) of$/.test(words)) return ["all of"];
  if (words === "either of") return ["any of"];
  const [, exact, beyond] = /^(?:only (\S+)|more than (\S+)) of$/.exec(words) ?? [];
  if (exact !== undefined) return [`exactly ${exact} of`];
  if (beyond !== undefined) return [`at least ${numberOf(beyond) + 1} of`];
  const [, count = "", more] = /^(?:any )?(\S+)( or more)? of$/.exec(words) ?? [];
  const atLeast = /^(?:1|one)$/.test(count) ? "any of" : `at least ${count} of`;
  return more !== undefined || words.startsWith("any ") ? [atLeast] : [atLeast, `exactly ${count} of`];
}

const numberWords = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** `2`, `two` */
export const numberOf = (count: string): number => (/^\d/.test(count) ? Number(count) : numberWords.indexOf(count));

/** What must not be so where prose bounds from above: `at least 2 of` for `at most 1 of`; `null` for other beginnings. */
export function listDenied(image: string): string | null {
  const words = image.toLowerCase().split(/\s+/).join(" ");
  const [, bound = "", count = ""] =
    /^(at most|no more than|not more than|fewer than|less than) (\S+) of/.exec(words) ?? [];
  if (bound === "") return null;
  return `at least ${numberOf(count) + (/than/.test(bound) && !bound.includes("more") ? 0 : 1)} of`;
}

export function boundedFromAbove(token: IToken, denied: string): Problem {
  const span = { start: token.startOffset, end: token.startOffset + token.image.length };
  return problem("E0107", span, `\`${token.image}\` is not how a list begins.`, {
    hint: `Say what must not be so: \`NOT (${denied} (a; b; c))\`, or \`none of\` and below it one bullet, \`${denied}\`, with bullets of its own.`,
  });
}

export function looselyBegun(token: IToken, meant: readonly string[]): Problem {
  const span = { start: token.startOffset, end: token.startOffset + token.image.length };
  return problem("E0107", span, `\`${token.image}\` is not how a list begins.`, {
    hint: `Write ${meant.map((list) => `\`${list}\``).join(" or ")}.`,
    fixes: meant.map((list) => replace(`Write ${list}`, span, list, meant.length === 1)),
  });
}

/** A connective that a bullet ends in. */
export interface Trailing {
  readonly image: string;
  readonly span: Span;
}

/** Where it says something else than the beginning of the list. */
export function bulletEndingOtherwise({ image, span }: Trailing, kind: "any" | "all"): Problem {
  const meant = kind === "any" ? "all of" : "any of";
  return problem("E0107", span, `A bullet ends in \`${image}\`, and its list begins with \`${kind} of\`.`, {
    hint: `How the criteria are joined is said above the list: write \`${meant}\` there if that is meant, else leave \`${image}\` away.`,
  });
}

/** `fits`: the connective says the same as the beginning of the list, so that nothing is lost without it. */
export function bulletWithConnective(joint: IToken, next: IToken, fits: boolean): Problem {
  const { image, startOffset: start } = joint;
  const end = start + image.length;
  return problem("E0107", { start, end }, `A bullet does not begin with \`${image}\`.`, {
    hint: fits
      ? "How the criteria are joined is said above the list; leave it away here."
      : "How the criteria are joined is said above the list, and there it is something else. Put right the one or the other.",
    fixes: fits ? [replace(`Take ${image} away`, { start, end: Math.max(end, next.startOffset) }, "", true)] : [],
  });
}
