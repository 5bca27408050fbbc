import { applyEdits, nameKey } from "../../dsl/index.ts";
import { type Case, isSubset, type StatedValue, type ValueSet } from "../../engine/values/index.ts";
import { type Answered, readStated } from "../../engine/values/reduce/index.ts";
import { valuesInWords } from "../../engine/words/index.ts";
import type { InForce } from "./inForce.ts";
import type { ValueCheck } from "./protocol.ts";

/** Reads a value as the case will, while it is typed: what is wrong with it, or what it is read as. */
export function checkValue(
  fact: Answered,
  value: StatedValue,
  dates: Case["dates"],
  guidelines: InForce | undefined,
): ValueCheck {
  const text = value.kind === "text" ? value.text : "";
  const reading = readStated({ value, place: { start: 0, end: text.length } }, fact, dates);
  if ("parts" in reading) return { problem: null, says: says(fact, value, reading.parts.get("value"), guidelines) };
  const { message, hint = null, fixes } = reading.problem;
  const mended = value.kind === "text" ? fixes : [];
  return {
    says: null,
    problem: { message, hint, fixes: mended.map(({ title, edits }) => ({ title, text: applyEdits(text, edits) })) },
  };
}

/** What the typed text does not say itself; of a code also the lists of codes that hold it. */
function says(
  { type, orNone }: Answered,
  value: StatedValue,
  read: ValueSet | undefined,
  guidelines: InForce | undefined,
): string | null {
  const typed = typedWords(value);
  if (read === undefined || typed === null || (orNone && nameKey(typed) === "none")) return null;
  const words = valuesInWords(read, { type, part: "value" });
  if (type.kind === "code") return codeSays(`${type.system} ${words}`, listsThatHold(type.system, read, guidelines));
  return saysTheSame(typed, words) ? null : `Read as ${words}.`;
}

/** As the same value would be said in words; `null` for a course of treatment, whose parts say all there is. */
function typedWords(value: StatedValue): string | null {
  if (value.kind === "text") return value.text.trim();
  if (value.kind === "born") return "";
  if (value.kind === "trial") return null;
  if (value.from === null) return `at most ${value.to ?? ""}`;
  return value.to === null ? `at least ${value.from}` : `from ${value.from} to ${value.to}`;
}

/** `57` says the same as `57 mmHg`. */
function saysTheSame(typed: string, words: string): boolean {
  return nameKey(words) === nameKey(typed) || (/\d$/.test(typed) && words.startsWith(`${typed} `));
}

function listsThatHold(system: string, read: ValueSet, guidelines: InForce | undefined): readonly string[] {
  const lists = guidelines?.guidelines.flatMap(({ guideline }) => guideline.codeLists) ?? [];
  const holding = lists.filter(({ codes }) =>
    isSubset(
      read,
      codes.filter((code) => code.system === system),
    ),
  );
  return [...new Set(holding.map(({ name }) => name))];
}

function codeSays(code: string, lists: readonly string[]): string {
  return lists.length === 0 ? `${code}: in no list of codes.` : `${code}: in ${lists.join(", ")}.`;
}
