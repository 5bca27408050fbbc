import { type Fact, type FactType, readStatedValue, type Span } from "../../../dsl/index.ts";
import type { Case } from "../case.ts";
import { once } from "../once.ts";
import { normalise } from "../valueSet.ts";
import { type Reading, refused } from "./result.ts";
import { completedTrial } from "./trial.ts";

/** What a stated value answers, by which it is read: a fact, or a field of a list. */
export type Answered = Pick<Fact, "name" | "type" | "orNone">;

const nowhere: Span = { start: 0, end: 0 };

/** A value as written, read as the fact's type. What is wrong with it is said in the language's own words and code. */
export function readLiteral(text: string, fact: Answered, place: Span | undefined): Reading {
  const { plain, orNone } = readBefore(fact.type);
  const before = fact.orNone ? orNone : plain;
  const known = before.get(text);
  if (known !== undefined) return known;
  const reading = freshlyRead(text, fact, place);
  if ("problem" in reading) return reading;
  if (before.size >= mostReadingsKept) before.clear();
  before.set(text, reading);
  return reading;
}

/** Cases say `yes` far more often than anything new. */
const readBefore = once((_type: FactType) => ({
  plain: new Map<string, Reading>(),
  orNone: new Map<string, Reading>(),
}));

const mostReadingsKept = 500;

function freshlyRead(text: string, fact: Answered, place: Span | undefined): Reading {
  const read = readStatedValue(text, fact.type, fact.orNone, place ?? nowhere);
  if ("parts" in read) return { parts: new Map(read.parts.map(({ part, ranges }) => [part, normalise(ranges)])) };
  const { code, message, hint, fixes } = read.problem;
  return {
    problem: { code, message, ...(hint === undefined ? {} : { hint }), fixes: place === undefined ? [] : fixes },
  };
}

/** `failed after 6 weeks`, `failed from 2024-01-01 to 2024-02-12` */
export function readTrialText(text: string, fact: Answered, place: Span | undefined, dates: Case["dates"]): Reading {
  const read = readLiteral(text, fact, place);
  if ("problem" in read) return read;
  const message = `The length and the dates of \`${text}\` disagree.`;
  return completedTrial(read.parts, dates) ?? refused("E0615", message, "Correct one of them.");
}
