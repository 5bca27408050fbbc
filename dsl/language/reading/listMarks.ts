import {
  beginnings,
  declaredAs,
  entryEnvironment,
  type Environment,
  type FactType,
  type ListShape,
  mentions,
  nameKey,
  type Use,
  wordKey,
  wordsText,
} from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import { fieldMarks, fieldOf, type Mark, markOf } from "./marks.ts";
import { amountMarks, testMarks } from "./testMarks.ts";

type Uses = ReadonlyMap<number, Use>;

/** `at least 2 different kinds of treatment within 6 months before request date where it failed`, and what stands inside `where`. */
export function listMarks(words: readonly Word[], environment: Environment, uses: Uses): readonly Mark[] {
  const at = words.findIndex(({ text }) => wordKey(text) === "where");
  const phrase = at < 0 ? words : words.slice(0, at);
  const mention = mentions(phrase, environment).at(-1);
  if (!mention) return entryMarks(words, null, environment, uses);
  const { named, name, before, after } = mention;
  const [first] = name;
  const span = { start: first?.span.start ?? 0, end: name.at(-1)?.span.end ?? 0 };
  return [
    ...beforeList(before, words, named.list),
    { kind: "name", ...span, symbol: { kind: declaredAs(named), key: named.key } },
    ...operators(after, words),
    ...(at < 0
      ? []
      : [
          ...markOf("keyword", words.slice(at, at + 1)),
          ...entryMarks(words.slice(at + 1), named.list, environment, uses),
        ]),
  ];
}

/** `at least 2 different first sides of`, `relief of the latest`: what is asked of a list, and of which field of it. */
function beforeList(words: readonly Word[], phrase: readonly Word[], list: ListShape): readonly Mark[] {
  const start = words.findIndex(({ text }) => wordKey(text) === "different") + 1;
  const end = words.findIndex(({ text }, index) => index > start && wordKey(text) === "of");
  const name = end < 0 ? [] : words.slice(start, end);
  if (!list.fields.some(({ key }) => key === nameKey(wordsText(name)))) return operators(words, phrase);
  const rest = operators(words.slice(end), phrase);
  return [...operators(words.slice(0, start), phrase), ...fieldMarks(name, list.key, false), ...rest];
}

function operators(words: readonly Word[], phrase: readonly Word[]): readonly Mark[] {
  const comma = words.findIndex(({ text }) => text === ",");
  const amounts = comma < 0 ? words : words.slice(0, comma);
  const said = comma < 0 ? [] : words.slice(comma + 1).filter(({ text }) => text !== ",");
  const marks = [...amountMarks(amounts), ...markOf("operator", said)].flatMap((mark) => unitsOnly(mark, words));
  return marks.map((mark) => (mark.kind === "operator" ? { ...mark, phrase } : mark));
}

/** A number of entries has no unit, and a length of time one of a few: `6 consecutive weeks of`. */
function unitsOnly(mark: Mark, words: readonly Word[]): readonly Mark[] {
  if (mark.kind !== "unit") return [mark];
  const within = words.filter(({ span }) => mark.start <= span.start && span.end <= mark.end);
  const at = within.findIndex(({ text }) => /^(?:day|week|month|year)s?$/i.test(text));
  if (at < 0) return markOf("operator", within);
  return [
    ...markOf("operator", within.slice(0, at)),
    ...markOf("unit", within.slice(at, at + 1)),
    ...markOf("operator", within.slice(at + 1)),
  ];
}

/** `its level is C5`, `it lasted at least 6 weeks`; below bullets the list is known from what is named. */
function entryMarks(
  words: readonly Word[],
  list: ListShape | null,
  environment: Environment,
  uses: Uses,
): readonly Mark[] {
  const subject = wordKey(words[0]?.text ?? "");
  if (subject !== "its" && subject !== "it") return [];
  const lead = markOf("operator", words.slice(0, 1)).map((mark) => ({ ...mark, phrase: words }));
  const asked = fieldAsked(words, list, environment, uses);
  const rest = words.filter(({ span }) => span.start >= (asked?.end ?? lead[0]?.end ?? 0));
  const marks = asked ? testMarks(rest, asked.type) : amountMarks(rest);
  const name = asked ? words.slice(1).filter(({ span }) => span.end <= asked.end) : [];
  return [
    ...lead,
    ...(asked && name.length > 0 ? fieldMarks(name, asked.list.key, false) : []),
    ...marks.map((mark) =>
      mark.kind === "operator" ? { ...mark, phrase: words, ...(asked ? { entry: asked.list } : {}) } : mark,
    ),
  ];
}

interface FieldAsked {
  readonly list: ListShape;
  readonly type: FactType;
  /** Where the words that name it end. */
  readonly end: number;
}

/** The field that the words begin with, as it was resolved or, in a phrase that cannot be read yet, as it is written. */
function fieldAsked(
  words: readonly Word[],
  list: ListShape | null,
  environment: Environment,
  uses: Uses,
): FieldAsked | null {
  const isNamed = wordKey(words[0]?.text ?? "") === "its";
  const use = uses.get(words[isNamed ? 1 : 0]?.span.start ?? -1);
  const key = use && fieldOf(use.key);
  const owner = key ? environment.names.get(key.list) : undefined;
  const shape = owner && "list" in owner ? owner.list : list;
  const field = key && shape?.fields.find((one) => one.key === key.field);
  if (use && shape && field) return { list: shape, type: field.type, end: use.span.end };
  if (!shape) return null;
  if (!isNamed) return courseOf(words, shape);
  const [begun] = beginnings(words.slice(1), entryEnvironment(shape, environment));
  return begun?.named.kind === "fact" ? { list: shape, type: begun.named.type, end: begun.nameSpan.end } : null;
}

function courseOf([it]: readonly Word[], list: ListShape): FieldAsked | null {
  const course = list.fields.find(({ type }) => type.kind === "treatment trial");
  return course && it ? { list, type: course.type, end: it.span.end } : null;
}
