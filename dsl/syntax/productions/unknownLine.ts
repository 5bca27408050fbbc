import { problem, replace } from "../../diagnostic/index.ts";
import type { Span } from "../../source/index.ts";
import type { Clause, Run, Word } from "../ast.ts";

type Problem = ReturnType<typeof problem>;

/** What prose writes for `if`, and what it may mean. */
const insteadOfIf: readonly (readonly [RegExp, "if" | "only if"])[] = [
  [/^(?:when|whenever|where)$/i, "if"],
  [/^(?:requires?|needs)$/i, "only if"],
];

/** More words before it are prose. */
const mostWordsOfService = 5;

export function unknownLine(head: Run): Problem {
  const [first] = head.words;
  if (first && /^when$/i.test(first.text) && head.words.some(({ text }) => /^requires?$/i.test(text)))
    return whenAtMargin(head);
  const otherwise = head.words.findIndex(({ text }) => /^otherwise$/i.test(text));
  if (otherwise > 0 && otherwise <= mostWordsOfService) return leftToOthers(head, otherwise);
  for (const [pattern, relation] of insteadOfIf) {
    const word = head.words.find(({ text }, index) => index > 0 && pattern.test(text));
    const service = head.words.slice(0, word ? head.words.indexOf(word) : 0);
    if (word && service.length <= mostWordsOfService && !/^(?:the|an?)$/i.test(service[0]?.text ?? ""))
      return otherThanIf(word.text, word.span, service.map(({ text }) => text).join(" "), relation);
  }
  return problem("E0105", head.span, "This line is nothing that a guideline can hold.", {
    hint: "A line at the margin begins with a word such as `fact`, `define`, `service`, `example` or `never`, or is a recommendation: `imaging if ...`. A line that belongs to the one above is indented; a remark of your own begins with `#`.",
  });
}

/** `When a follow-up visit requires a scan` */
function whenAtMargin({ span, words }: Run): Problem {
  const at = words.findIndex(({ text }) => /^requires?$/i.test(text));
  const [asked, required] = [words.slice(1, at), words.slice(at + 1)].map((part) =>
    part.map(({ text }) => text).join(" "),
  );
  return problem("E0105", span, "`when` belongs to what it adds a requirement to.", {
    hint: `Write it indented below a recommendation, a definition or a bullet, in two lines: \`when ${asked}\`, and below it, indented once more, \`requires ${required}\`.`,
  });
}

/** `imaging otherwise left to the contractor` */
function leftToOthers({ span, words }: Run, at: number): Problem {
  const written = `${words
    .slice(0, at)
    .map(({ text }) => text)
    .join(" ")} otherwise not addressed`;
  return problem("E0105", span, "This line does not say what becomes of a request that nothing here recommends.", {
    hint: `If it is left to other guidelines, write \`${written}\`.`,
    fixes: [replace(`Write ${written}`, span, written)],
  });
}

function otherThanIf(word: string, span: Span, service: string, relation: "if" | "only if"): Problem {
  const suffices =
    relation === "only if" ? ` That asks for it besides; what suffices reads \`${service} if ...\`.` : "";
  return problem("E0105", span, `\`${word}\` does not begin the criteria of a recommendation.`, {
    hint: `Write \`${service} ${relation} ...\`.${suffices}`,
    fixes: [replace(`Write ${relation}`, span, relation)],
  });
}

interface ServiceMeant {
  readonly problem: Problem;
  readonly name: Run | null;
}

/** `services imaging`, and `services` alone above what can be asked for: a service all the same. */
export function servicesMeant(head: Run, body: readonly Clause[]): ServiceMeant | null {
  const [keyword, ...words] = head.words;
  if (!keyword || !/^services$/i.test(keyword.text)) return null;
  const [first] = words;
  if (!first) return namedByItem(head.span, body);
  return { problem: inThePlural(keyword), name: { words, span: { ...head.span, start: first.span.start } } };
}

/** A service without a name, by that of the first thing that can be asked for; `keyword` is where the name is missing. */
export function namedByItem(keyword: Span, body: readonly Clause[]): ServiceMeant {
  const item = body.find((clause) => clause.kind === "line");
  const name = item ? withoutCodes(item.run.words) : [];
  const after = { start: keyword.end, end: keyword.end };
  return {
    problem: withoutName(
      keyword,
      name.map(({ text }) => text),
    ),
    name: name.length === 0 ? null : { words: name.map((word) => ({ ...word, span: after })), span: after },
  };
}

const codeSystem = /^(?:CPT|HCPCS|ICD\S*|SNOMED|LOINC)$/;

function withoutCodes(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex(({ text }) => codeSystem.test(text) || text === ",");
  return at < 0 ? words : words.slice(0, at);
}

function inThePlural({ span }: Word): Problem {
  return problem("E0105", span, "`services` is said of one at a time here.", {
    hint: "Write `service`, and below it all that can be asked for under that name.",
    fixes: [replace("Write service", span, "service", true)],
  });
}

function withoutName(span: Span, words: readonly string[]): Problem {
  const written = `service ${words.length === 0 ? "imaging" : words.join(" ")}`;
  return problem("E0105", span, "This service has no name.", {
    hint: `Its name stands behind it, and recommendations begin with that name: \`${written}\`. Below it stands what can be asked for, one a line.`,
    fixes: words.length === 0 ? [] : [replace(`Write ${written}`, span, written)],
  });
}
