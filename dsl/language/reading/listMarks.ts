import {
  beginnings,
  declaredAs,
  entryEnvironment,
  type Environment,
  type ListShape,
  mentions,
  wordKey,
} from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import { type Mark, markOf } from "./marks.ts";
import { amountMarks, testMarks } from "./testMarks.ts";

/** `at least 2 different kinds of treatment within 6 months before request date where it failed`, and what stands inside `where`. */
export function listMarks(words: readonly Word[], environment: Environment): readonly Mark[] {
  const at = words.findIndex(({ text }) => wordKey(text) === "where");
  const phrase = at < 0 ? words : words.slice(0, at);
  const mention = mentions(phrase, environment).at(-1);
  if (!mention) return entryMarks(words, null, environment);
  const { named, name, before, after } = mention;
  const [first] = name;
  const span = { start: first?.span.start ?? 0, end: name.at(-1)?.span.end ?? 0 };
  return [
    ...operators(before, words),
    { kind: "name", ...span, symbol: { kind: declaredAs(named), key: named.key } },
    ...operators(after, words),
    ...(at < 0
      ? []
      : [...markOf("keyword", words.slice(at, at + 1)), ...entryMarks(words.slice(at + 1), named.list, environment)]),
  ];
}

function operators(words: readonly Word[], phrase: readonly Word[]): readonly Mark[] {
  const comma = words.findIndex(({ text }) => text === ",");
  const amounts = comma < 0 ? words : words.slice(0, comma);
  const said = comma < 0 ? [] : words.slice(comma + 1).filter(({ text }) => text !== ",");
  return [...amountMarks(amounts), ...markOf("operator", said)].map((mark) =>
    mark.kind === "operator" ? { ...mark, phrase } : mark,
  );
}

/** `its level is C5`, `it lasted at least 6 weeks`; below bullets the list is not known. */
function entryMarks(words: readonly Word[], list: ListShape | null, environment: Environment): readonly Mark[] {
  const subject = wordKey(words[0]?.text ?? "");
  if (subject !== "its" && subject !== "it") return [];
  const lead = markOf("operator", words.slice(0, 1));
  const rest = words.slice(1);
  const [field] = list && subject === "its" ? beginnings(rest, entryEnvironment(list, environment)) : [];
  const [course] = list && subject === "it" ? list.fields.filter(({ type }) => type.kind === "treatment trial") : [];
  if (course) return [...lead, ...testMarks(rest, course.type)];
  if (!field || field.named.kind !== "fact") return [...lead, ...amountMarks(rest)];
  return [...lead, { kind: "name", ...field.nameSpan }, ...testMarks(field.rest, field.named.type)];
}
