import { type Fact, readValue, type Span } from "../../../dsl/index.ts";
import { normalise } from "../valueSet.ts";
import { completed } from "./duration.ts";
import type { Reading } from "./result.ts";

const nowhere: Span = { start: 0, end: 0 };

/** A value as written, read as the fact's type. What is wrong with it is said in the language's own words and code. */
export function readLiteral(text: string, fact: Fact, place: Span | undefined): Reading {
  const read = readValue(text, fact.type, fact.orNone, place ?? nowhere);
  if ("parts" in read)
    return { parts: completed(new Map(read.parts.map(({ part, ranges }) => [part, normalise(ranges)]))) };
  const { code, message, hint, fixes } = read.problem;
  return {
    problem: { code, message, ...(hint === undefined ? {} : { hint }), fixes: place === undefined ? [] : fixes },
  };
}
