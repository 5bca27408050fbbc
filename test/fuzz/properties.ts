import { isDeepStrictEqual } from "node:util";
import { type Analysis, analyse, type Diagnostic, format, render } from "../../dsl/index.ts";
import { lex } from "../../dsl/syntax/index.ts";
import { type GuidelineSet, readSet } from "../../engine/set/index.ts";
import { lower } from "../../engine/ir/index.ts";
import { decodeCase } from "../../engine/values/case/index.ts";

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

/** A guideline file is read and, without errors, laid out again and read as before. */
export function guidelineHolds(text: string): void {
  const analysis = read(text);
  diagnosticsHold(text, analysis.diagnostics);
  const laidOut = format(text);
  if (hasError(analysis)) return;
  if (format(laidOut) !== laidOut) throw new Error(`Formatting it twice is not formatting it once:\n${laidOut}`);
  sameMeaning(text, laidOut, analysis);
}

export function goodGuidelineHolds(text: string): void {
  const error = read(text).diagnostics.find(({ severity }) => severity === "error");
  if (error !== undefined) throw new Error(`Not a good guideline:\n${render(error, text)}`);
  guidelineHolds(text);
}

const hasError = ({ diagnostics }: Analysis): boolean => diagnostics.some(({ severity }) => severity === "error");

function sameMeaning(text: string, laidOut: string, before: Analysis): void {
  const after = read(laidOut);
  if (hasError(after)) throw new Error(`The formatter broke it:\n${laidOut}`);
  expectSame("Formatted, its program", asked(lower(after.value)), asked(lower(before.value)));
  expectSame("Formatted, its model", asked(after.value), asked(before.value));
  expectSame("Formatted, its comments", commentsOf(laidOut), commentsOf(text));
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

const manifest = { path: "set.yaml", text: "schema: precept/set/1\nname: fuzz\ntitle: Fuzz\n" };

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
