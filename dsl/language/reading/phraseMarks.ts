import {
  declaredAs,
  anchors,
  type Beginning,
  beginnings,
  type Environment,
  type FactType,
  type Named,
  nameKey,
  operators,
  readDecimal,
  relationPatterns,
  splitAtCommas,
  trialResponses,
  type Use,
  wordKey,
  wordsText,
} from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import { codeMarks } from "./codeMarks.ts";
import { siteMarks } from "./siteMarks.ts";
import { type Mark, type MarkKind, markOf } from "./marks.ts";

/** The marks of a phrase and what they were read with. */
interface Known {
  readonly signature: string;
  readonly marks: readonly Mark[];
}

const knownMarks = new WeakMap<readonly Word[], Known>();

/**
 * The name a phrase begins with, the words of its test, and its values. `use` is the name as resolved, if it was. Kept
 * with the words while what they name stays the same, so that declaring one more name colours no other phrase anew.
 */
export function phraseMarks(words: readonly Word[], environment: Environment, use: Use | undefined): readonly Mark[] {
  const named = use && use.kind !== "service" ? environment.names.get(use.key) : undefined;
  const beginning = use && named ? afterName(words, named, use) : beginnings(words, environment)[0];
  if (!beginning) return [];
  const signature = `${beginning.rest.length} ${signatureOf(beginning.named)}`;
  const known = knownMarks.get(words);
  if (known?.signature === signature) return known.marks;
  const marks = marksOfPhrase(words, beginning);
  knownMarks.set(words, { signature, marks });
  return marks;
}

function afterName(words: readonly Word[], named: Named, use: Use): Beginning {
  return { named, nameSpan: use.span, rest: words.filter(({ span }) => span.start >= use.span.end) };
}

const signatures = new WeakMap<Named, string>();

function signatureOf(named: Named): string {
  const known = signatures.get(named) ?? JSON.stringify(named);
  signatures.set(named, known);
  return known;
}

function marksOfPhrase(words: readonly Word[], { named, nameSpan, rest }: Beginning): readonly Mark[] {
  const name: Mark = { kind: "name", ...nameSpan, symbol: { kind: declaredAs(named), key: named.key } };
  const test = "type" in named ? testMarks(rest, named.type) : [];
  return [name, ...test.map((mark) => (mark.kind === "operator" ? { ...mark, phrase: words } : mark))];
}

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
