import { problem } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Word } from "../syntax/index.ts";
import { readDate } from "./calendar.ts";
import { readLiteral } from "./literals.ts";
import { wordsText } from "./names.ts";
import { type Operator, operators, stepsOf } from "./operators.ts";
import { type Captures, match } from "./patterns.ts";
import { literalText } from "./phrases.ts";
import { readValue } from "./readValue.ts";
import { HIGHEST } from "./scaled.ts";
import type { FactType } from "./types.ts";
import type { ReadValue } from "./valueParts.ts";
import { type View, viewsOf } from "./views.ts";

/**
 * Reads what a case or an example states of a fact, which may be less than one value: `at least 100 /min`, `1 or less`, `from 3 to
 * 6`, `before 2014-05-14`, and of an age the date of birth, `born 1954-12-01`.
 */
export function readStatedValue(
  text: string,
  type: FactType,
  orNone = false,
  span: Span = { start: 0, end: text.length },
): ReadValue {
  const born = type.kind === "age" ? bornOn(text) : null;
  if (born !== null) return readBirth(born, span);
  const exact = readValue(text, type, orNone, span);
  return "parts" in exact ? exact : (readBounds(text, type, span) ?? exact);
}

/** `1954-12-01` of `born 1954-12-01`, `born on 1954-12-01` */
export function bornOn(text: string): string | null {
  return /^born\s+(?:on\s+|in\s+)?(.+)$/i.exec(text.trim())?.[1] ?? null;
}

/** How old that is depends on the dates of the case, so that here any age is left. */
function readBirth(date: string, span: Span): ReadValue {
  if (readDate(date)) return { parts: [{ part: "value", ranges: [{ low: 0, high: HIGHEST }] }] };
  return {
    problem: problem("E0405", span, `\`${date}\` is not a date of birth.`, {
      hint: "Write year, month and day: `born 1954-12-01`, or less where less is known: `born 1954`.",
    }),
  };
}

/** `is` and `is not` bound nothing. */
const bounding = operators.filter(({ id, takes }) => takes === "ordered" && !id.startsWith("is"));

function readBounds(text: string, type: FactType, span: Span): ReadValue | null {
  if (type.kind === "treatment trial") return null;
  const words = text.split(/\s+/).map((word): Word => ({ text: word, span, quoted: false }));
  const views = viewsOf(type, "this fact").filter(({ takes }) => takes === "ordered");
  const all = views.flatMap((view) =>
    bounding.flatMap((operator) =>
      operator.patterns
        .flatMap((pattern) => match(pattern, words))
        .map((captures) => readBounded(captures, operator, view, span)),
    ),
  );
  return all.find((read) => "parts" in read) ?? all[0] ?? null;
}

function readBounded(captures: Captures, operator: Operator, view: View, span: Span): ReadValue {
  const read = captures.map((words, at) => readLiteral(literalText(words, captures[at + 1], view), view.literal, span));
  const wrong = read.find((one) => "wrong" in one);
  // A fix of the amount would stand for the whole comparison.
  if (wrong) return { problem: { ...wrong.wrong, fixes: [] } };
  const ranges = operator.truth(read.flatMap((one) => ("literal" in one ? [stepsOf(one.literal, view.decimals)] : [])));
  if (ranges.length > 0) return { parts: [{ part: view.part, ranges }] };
  const said = captures.map(wordsText).join(" to ");
  return {
    problem: problem("E0408", span, `No value is in this range: \`${said}\`.`, {
      hint: "The lower bound comes first: `from 56 to 59 mmHg`.",
    }),
  };
}
