import { isDeepStrictEqual } from "node:util";
import {
  type Analysis,
  analyse,
  type Diagnostic,
  format,
  type ParaphraseForm,
  paraphrase,
  render,
} from "../../dsl/index.ts";
import { lex } from "../../dsl/syntax/index.ts";
import { decodeManifest, type GuidelineSet, readSet } from "../../engine/set/index.ts";
import { lower } from "../../engine/ir/index.ts";
import { determine } from "../../engine/determine/index.ts";
import { decodeCase, editCase } from "../../engine/values/case/index.ts";
import { meaningText } from "../support/index.ts";
import { everyKind, manifest, type WrittenFile } from "./grammar/index.ts";

/* What holds of every text. Each throws an error that says what does not. */

const read = (text: string, previous?: Analysis): Analysis => analyse({ name: "fuzz.guideline", text }, previous);

/** Whatever the text: spans and edits lie inside it, every sentence is whole, every diagnostic can be shown. */
export function diagnosticsHold(text: string, diagnostics: readonly Diagnostic[]): void {
  const wrong = diagnostics.filter((one) => !liesInside(one, text.length) || !isWholeThought(one, text));
  if (wrong.length > 0) throw new Error(`Diagnostics that are not right: ${JSON.stringify(wrong, null, 2)}`);
  for (const diagnostic of diagnostics.slice(0, 3)) render(diagnostic, text);
}

function liesInside({ span, labels, fixes }: Diagnostic, length: number): boolean {
  const edits = fixes.flatMap((fix) => fix.edits.map((edit) => edit.span));
  return [span, ...labels.map((label) => label.span), ...edits].every(
    ({ start, end }) => start >= 0 && start <= end && end <= length,
  );
}

/** Ends as a sentence, and quotes no nothing; a text may hold back quotes of its own. */
const isWholeThought = ({ message, hint = "." }: Diagnostic, text: string): boolean =>
  message.endsWith(".") && /[.?]$/.test(hint) && (text.includes("`") || !/``|undefined|\[object/.test(message + hint));

/** A guideline file is read and laid out again, every comment kept; without errors it is read as before. */
export function guidelineHolds(text: string, analysis = read(text)): void {
  diagnosticsHold(text, analysis.diagnostics);
  const laidOut = format(text);
  expectSame("Formatted, its comments", commentsOf(laidOut), commentsOf(text));
  if (hasError(analysis)) return;
  if (format(laidOut) !== laidOut) throw new Error(`Formatting it twice is not formatting it once:\n${laidOut}`);
  sameMeaning(laidOut, analysis);
}

export function goodGuidelineHolds(text: string): void {
  const analysis = read(text);
  noError(text, analysis.diagnostics);
  guidelineHolds(text, analysis);
}

function noError(text: string, diagnostics: readonly Diagnostic[]): void {
  const error = diagnostics.find(({ severity }) => severity === "error");
  if (error !== undefined) throw new Error(`Not a good guideline:\n${render(error, text)}`);
}

/** A guideline said back in canonical words means the same. */
export function paraphraseHolds([text, form]: readonly [string, ParaphraseForm]): void {
  const before = read(text);
  const said = paraphrase(before.value, form);
  const again = read(said);
  noError(said, again.diagnostics);
  if (format(said) !== said) throw new Error(`Said back in another layout than its own:\n${said}`);
  expectSame(`Said back in the ${form}:\n${said}\nthe meanings`, meant(again), meant(before));
}

const meant = ({ value }: Analysis): string => meaningText(lower(value), value.facts);

const hasError = ({ diagnostics }: Analysis): boolean => diagnostics.some(({ severity }) => severity === "error");

function sameMeaning(laidOut: string, before: Analysis): void {
  const after = read(laidOut);
  if (hasError(after)) throw new Error(`The formatter broke it:\n${laidOut}`);
  expectSame("Formatted, its program", asked(lower(after.value)), asked(lower(before.value)));
  expectSame("Formatted, its model", asked(after.value), asked(before.value));
}

const commentsOf = (text: string): readonly string[] => lex(text).comments.map(({ image }) => image.trimEnd());

/** Without places, the signs of bullets and the author's own words for a node. */
function asked(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(asked);
  if (Array.isArray(value)) return value.map(asked);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key]) => key !== "span" && key !== "label" && key !== "text" && !key.endsWith("Span"),
  );
  return Object.fromEntries(kept.map(([key, part]) => [key, asked(part)]));
}

/** Texts that become one another by edits: each is read as it would be by itself, by its file and by its set. */
export function editsHold(texts: readonly string[]): void {
  let analysis: Analysis | undefined;
  for (const text of texts) {
    analysis = read(text, analysis);
    const fresh = read(text);
    diagnosticsHold(text, fresh.diagnostics);
    expectSame("Read after an edit, its diagnostics", analysis.diagnostics, fresh.diagnostics);
    expectSame("Read after an edit, its model", analysis.value, fresh.value);
  }
}

export function editsOfASetHold(texts: readonly string[]): void {
  const filesOf = (text: string) => [manifest, { path: "fuzz.guideline", text }];
  let set: GuidelineSet | undefined;
  for (const text of texts) {
    const now = readSet(filesOf(text), set);
    const fresh = readSet(filesOf(text));
    set = now.value;
    expectSame("Read after an edit, the diagnostics of its set", now.diagnostics, fresh.diagnostics);
    expectSame("Read after an edit, what it answers by", answersBy(now.value), answersBy(fresh.value));
  }
}

/** The program, and every diagram down to its branches, formulas by their order in the program. */
function answersBy({ guidelines }: GuidelineSet): unknown {
  return guidelines.map(({ compiled: { program, diagrams } }) => ({
    program,
    diagrams: [...diagrams.outcomes, ...diagrams.criteria, ["", diagrams.assumptions] as const].map(
      ([name, { store, variables, root, formulas }]) => ({
        name,
        variables,
        root,
        formulas: new Map(formulas),
        branches: Array.from({ length: store.size }, (_, node) => [store.level(node), store.children(node)]),
      }),
    ),
  }));
}

/** A set is read, and what is said of it points into its files. */
export function setHolds(files: readonly WrittenFile[]): void {
  const { diagnostics } = readSet(files);
  for (const { path, text } of files)
    diagnosticsHold(
      text,
      diagnostics.filter(({ file }) => file === path),
    );
  const lost = diagnostics.find(({ file }) => !files.some(({ path }) => path === file));
  if (lost) throw new Error(`A diagnostic of no file: ${JSON.stringify(lost, null, 2)}`);
}

/** What the grammar assumes it does not understand: no case may satisfy it. */
export function goodSetHolds(files: readonly WrittenFile[]): void {
  const error = readSet(files).diagnostics.find(({ severity, code }) => severity === "error" && code !== "E0902");
  const text = files.find(({ path }) => path === error?.file)?.text ?? "";
  if (error !== undefined) throw new Error(`Not a good set:\n${render(error, text)}`);
  setHolds(files);
}

/** Sets that become one another by edits: each is read as it would be by itself. */
export function editsOfFilesHold(sets: readonly (readonly WrittenFile[])[]): void {
  let set: GuidelineSet | undefined;
  for (const files of sets) {
    const now = readSet(files, set);
    const fresh = readSet(files);
    set = now.value;
    expectSame("Read after an edit, the diagnostics of its set", now.diagnostics, fresh.diagnostics);
    expectSame("Read after an edit, what it answers by", answersBy(now.value), answersBy(fresh.value));
  }
}

let every: GuidelineSet | undefined;

/** A case is held against a set that declares every kind of fact; every request that can be read is decided, on its own file. */
export function caseIsDecided(text: string): void {
  const files = [manifest, { path: "every.guideline", text: everyKind }];
  every ??= readSet(files).value;
  const { value: set, diagnostics } = readSet([...files, { path: "cases/fuzz.yaml", text }], every);
  diagnosticsHold(
    text,
    diagnostics.filter(({ file }) => file === "cases/fuzz.yaml"),
  );
  for (const { case: of } of set.cases) {
    diagnosticsHold(text, determine(set, of).diagnostics);
    for (const { fact, statements } of of.facts) {
      const changed = editCase(text, { kind: "fact", fact: { fact, statements, asked: true, remark: "looked" } });
      diagnosticsHold(changed, decodeCase({ name: "fuzz.yaml", text: changed }).diagnostics);
    }
  }
}

/** A manifest is decoded or refused. */
export function manifestHolds(text: string): void {
  diagnosticsHold(text, decodeManifest({ name: "set.yaml", text }).diagnostics);
}

/** A case file is decoded or refused, with diagnostics that point into it. */
export function caseHolds(text: string): void {
  diagnosticsHold(text, decodeCase({ name: "fuzz.yaml", text }).diagnostics);
}

function expectSame(what: string, now: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(now, expected)) throw new Error(`${what} differ${firstDifference(now, expected)}`);
}

/** ` at services.0.criteria: "any" instead of "all"` */
function firstDifference(now: unknown, expected: unknown): string {
  const [one, other] = [partsOf(now), partsOf(expected)];
  const key = [...one.keys(), ...other.keys()].find((each) => !isDeepStrictEqual(one.get(each), other.get(each)));
  if (key !== undefined && one.has(key) && other.has(key)) {
    const inside = firstDifference(one.get(key), other.get(key));
    return inside.startsWith(" at ") ? ` at ${key}.${inside.slice(4)}` : ` at ${key}${inside}`;
  }
  return `: ${JSON.stringify(now)} instead of ${JSON.stringify(expected)}`;
}

function partsOf(value: unknown): ReadonlyMap<string, unknown> {
  if (value instanceof Map) return partsOf([...value]);
  return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
}
