import {
  anchors,
  type FactType,
  nameKey,
  operators,
  readDecimal,
  relationPatterns,
  splitAtCommas,
  trialResponses,
  wordKey,
  wordsText,
} from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import { codeMarks } from "./codeMarks.ts";
import { siteMarks } from "./siteMarks.ts";
import { type Mark, type MarkKind, markOf } from "./marks.ts";

/** `lasted at least 6 weeks`, `is one of injection, surgery`, `within 6 months before request date` */
export function testMarks(words: readonly Word[], type: FactType): readonly Mark[] {
  if (type.kind === "code") return codeMarks(words);
  if (type.kind === "body site") return siteMarks(words);
  const options = optionsOf(type);
  if (options.length === 0) return amountMarks(words);
  const parts = splitAtCommas(words);
  if (type.kind === "treatment trial" && parts.length === 1 && choiceStart(words, options) < 0)
    return amountMarks(words);
  return parts.flatMap((part) => choiceMarks(part, options));
}

function optionsOf(type: FactType): readonly string[] {
  if (type.kind === "one of") return type.options;
  if (type.kind === "scale") return type.grades;
  return type.kind === "treatment trial" ? trialResponses : [];
}

/** Where the longest option at the end of the words begins; below 0 when they end in none. */
function choiceStart(words: readonly Word[], options: readonly string[]): number {
  const keys = new Set(options.map(nameKey));
  return words.findIndex((_, index) => keys.has(nameKey(wordsText(words.slice(index)))));
}

function choiceMarks(words: readonly Word[], options: readonly string[]): readonly Mark[] {
  const at = choiceStart(words, options);
  if (at < 0) return amountMarks(words);
  return [...markOf("operator", words.slice(0, at)), ...markOf("value", words.slice(at))];
}

/** Words that compare or join, in tests of amounts and dates. */
const testWords = new Set(
  [
    ...operators.flatMap(({ patterns }) => patterns),
    ...relationPatterns.map((pattern) => anchors.reduce((rest, anchor) => rest.replace(anchor, ""), pattern)),
    "is was are were lasted has been documented as present absent",
  ]
    .flatMap((pattern) => pattern.split(" "))
    .filter((word) => word !== "" && !word.startsWith("{"))
    .map(wordKey),
);

/** Numbers, the units after them, and everything else as words of the test. Neighbours of one kind are one mark. */
export function amountMarks(words: readonly Word[]): readonly Mark[] {
  const marks: Mark[] = [];
  let before: MarkKind = "operator";
  for (const [index, word] of words.entries()) {
    if (word.text === ",") continue;
    const kind = amountKind(word, words[index + 1], before);
    const last = marks.at(-1);
    if (last && last.kind === kind && kind === before) marks[marks.length - 1] = { ...last, end: word.span.end };
    else marks.push({ kind, ...word.span });
    before = kind;
  }
  return marks;
}

function amountKind(word: Word, next: Word | undefined, before: MarkKind): MarkKind {
  const key = wordKey(word.text);
  if (/^[+-]?\.?\d/.test(word.text)) return "number";
  if (readDecimal(key) !== null && next && !testWords.has(wordKey(next.text))) return "number";
  if (isAnchorWord(key, next) || (before === "value" && key === "date")) return "value";
  if (testWords.has(key)) return "operator";
  return before === "number" || before === "unit" ? "unit" : "operator";
}

const isAnchorWord = (key: string, next: Word | undefined): boolean =>
  next !== undefined && anchors.some((anchor) => anchor === `${key} ${wordKey(next.text)}`);
