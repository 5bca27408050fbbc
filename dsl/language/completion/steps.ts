import { nameKey, wordKey, wordsText } from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import { type Completion, type CompletionKind, proposed, withoutRepeats } from "./completion.ts";
import { from, isSpaced, type Typing } from "./typing.ts";

/** What a phrase is made of, in order: fixed words, what takes a place, or one of several ways to go on. */
export type Step =
  | {
      readonly kind: "words";
      readonly words: readonly string[];
      readonly detail: string | undefined;
      /** `begun`: offered only once the author has begun it, as another spelling of what is offered besides. */
      readonly offered: "always" | "begun" | "never";
    }
  | {
      readonly kind: "place";
      /** Whether the words are all that stands there. */
      readonly takes: (words: readonly Word[]) => boolean;
      readonly offers: (typing: Typing) => readonly Completion[];
    }
  | { readonly kind: "either"; readonly ways: readonly (readonly Step[])[] };

export function said(text: string, detail?: string): Step {
  return { kind: "words", words: text.split(" "), detail, offered: "always" };
}

export function rarely(text: string, detail?: string): Step {
  return { kind: "words", words: text.split(" "), detail, offered: "begun" };
}

/** Words that are understood and not proposed. */
export function silent(text: string): Step {
  return { kind: "words", words: text.split(" "), detail: undefined, offered: "never" };
}

export const either = (...ways: readonly (readonly Step[])[]): Step => ({ kind: "either", ways });

export const maybe = (...steps: readonly Step[]): Step => either([], steps);

/** What may come next when the words so far are read as these steps; each label once. */
export function comingNext(steps: readonly Step[], typing: Typing): readonly Completion[] {
  return withoutRepeats(follow(steps, typing, 0));
}

function follow(steps: readonly Step[], typing: Typing, at: number): readonly Completion[] {
  const [step, ...rest] = steps;
  if (!step) return [];
  if (step.kind === "either") return step.ways.flatMap((way) => follow([...way, ...rest], typing, at));
  if (step.kind === "words") return followWords(step, rest, typing, at);
  const own = from(typing, at);
  const ends = own.words.flatMap((_, index) => (isEnded(own, index) ? [index + 1] : []));
  return [
    ...step.offers(own),
    ...ends.filter((end) => step.takes(own.words.slice(0, end))).flatMap((end) => follow(rest, typing, at + end)),
  ];
}

/** Whether the word may not grow any more. */
const isEnded = (typing: Typing, index: number): boolean => index < typing.words.length - 1 || isSpaced(typing);

type WordsStep = Step & { readonly kind: "words" };

function followWords(step: WordsStep, rest: readonly Step[], typing: Typing, at: number): readonly Completion[] {
  const own = from(typing, at);
  const { words } = step;
  const typed = own.words.slice(0, words.length);
  const isPrefix = typed.every(
    (word, index) => wordKey(word.text) === wordKey(words[index] ?? "") || growsInto(own, index, words[index] ?? ""),
  );
  if (!isPrefix) return [];
  if (typed.length === words.length && isEnded(own, words.length - 1)) return follow(rest, typing, at + words.length);
  return step.offered === "never" || (step.offered === "begun" && typed.length === 0)
    ? []
    : [offer(step, rest.length > 0 && !beginsWithComma(rest), own, typing.words[at - 1])];
}

const beginsWithComma = ([first]: readonly Step[]): boolean =>
  first?.kind === "words" ? first.words[0] === "," : first?.kind === "either" && first.ways.some(beginsWithComma);

function growsInto(typing: Typing, index: number, word: string): boolean {
  return !isEnded(typing, index) && word.startsWith(typing.words[index]?.text.toLowerCase() ?? "");
}

/** A comma stands at the word before it, whatever the author left between them. */
function offer({ words, detail }: WordsStep, goesOn: boolean, typing: Typing, before: Word | undefined): Completion {
  const label = words.join(" ").replaceAll(" ,", ",");
  const start = typing.words[0]?.span.start ?? typing.offset;
  const joined = label.startsWith(",") ? (before?.span.end ?? start) : start;
  const base = { label, kind: "operator", insert: goesOn ? `${label} ` : label } as const;
  return { ...base, ...(detail === undefined ? {} : { detail }), replace: { start: joined, end: typing.offset } };
}

/** One of several names, `the` before it or not. */
export interface Choice {
  readonly label: string;
  readonly kind: CompletionKind;
  readonly detail?: string;
}

/** A place for one of the names that fit where they would stand. `lead` says what is written before the name. */
export function oneOf(choices: readonly Choice[]): Step {
  const keys = new Set(choices.map(({ label }) => nameKey(label)));
  return {
    kind: "place",
    takes: (words) => keys.has(nameKey(wordsText(withoutThe(words)))),
    offers: (typing) => {
      const own = { ...typing, words: withoutThe(typing.words) };
      const start = own.words[0]?.span.start ?? typing.offset;
      const text = wordsText(own.words);
      const whole = isSpaced(own) ? nameKey(text) : null;
      return proposed(
        choices.filter(({ label }) => nameKey(label) !== whole),
        text,
        start,
        typing.offset,
      );
    },
  };
}

const withoutThe = (words: readonly Word[]): readonly Word[] =>
  wordKey(words[0]?.text ?? "") === "the" ? words.slice(1) : words;
