import type { TextEdit } from "../diagnostic/index.ts";
import { nameKey, runText } from "../semantics/index.ts";
import type { Span } from "../source/index.ts";
import { type Clause, cut, parseDeclaration } from "../syntax/index.ts";
import { applyEdits } from "./applyEdits.ts";

/** A change of an example made in a form, not in its text. `index`: among the examples of the file, from 0. */
export type ExampleEdit =
  /** Other answers in the place of those expected of these names, and why nobody has named a source for them yet. */
  | {
      readonly kind: "accepted example";
      readonly index: number;
      readonly says: readonly { readonly name: string; readonly answer: string }[];
      readonly because: string;
    }
  /** Who or what says so: from now on it is no answer of the engine any more. */
  | { readonly kind: "source of example"; readonly index: number; readonly source: string };

/** The text of a guideline after the edit; all else stays as it is, character by character. Without such an example, the text. */
export function editExample(text: string, edit: ExampleEdit): string {
  const example = bodiesOfExamples(text)[edit.index];
  if (example === undefined) return text;
  const edits = edit.kind === "accepted example" ? accepted(text, example, edit) : sourced(text, example, edit.source);
  return applyEdits(text, edits);
}

/** The lines of each example, with spans in the file. */
function bodiesOfExamples(text: string): readonly (readonly Line[])[] {
  return cut(text).flatMap(({ start, text: own }) => {
    const { declaration } = parseDeclaration(own);
    return declaration.kind === "example" ? [declaration.body.map((clause) => ({ clause, start }))] : [];
  });
}

interface Line {
  readonly clause: Clause;
  /** Where its declaration begins in the file. */
  readonly start: number;
}

const spanIn = ({ start, clause }: Line, span: Span = clause.span): Span => ({
  start: start + span.start,
  end: start + span.end,
});

function accepted(
  text: string,
  lines: readonly Line[],
  { says, because }: Extract<ExampleEdit, { kind: "accepted example" }>,
): readonly TextEdit[] {
  const answers = new Map(says.map(({ name, answer }) => [nameKey(name), answer]));
  const expected = lines.filter(({ clause }) => clause.kind === "expect");
  const changed = expected.flatMap((line) => {
    const { clause } = line;
    const answer = clause.kind === "expect" ? answers.get(nameKey(runText(clause.name))) : undefined;
    return clause.kind !== "expect" || answer === undefined
      ? []
      : [{ span: spanIn(line, clause.value.span), text: answer }];
  });
  const last = expected.at(-1);
  const reason = `filled in by engine because "${inQuotes(because)}"`;
  return last === undefined
    ? []
    : [...changed, replaced(lines, "filled in by engine because", reason) ?? below(text, last, reason)];
}

function sourced(text: string, lines: readonly Line[], source: string): readonly TextEdit[] {
  const marked = lines.find(({ clause }) => clause.kind === "filled in by engine because");
  if (marked === undefined) return [];
  const citation = `cite "${inQuotes(source)}"`;
  const [cited, ...more] = lines.filter(({ clause }) => clause.kind === "cite");
  if (cited === undefined) return [{ span: spanIn(marked), text: citation }];
  return [{ span: spanIn(cited), text: citation }, ...[marked, ...more].map((line) => withoutLine(text, spanIn(line)))];
}

function replaced(lines: readonly Line[], kind: Clause["kind"], written: string): TextEdit | null {
  const line = lines.find(({ clause }) => clause.kind === kind);
  return line === undefined ? null : { span: spanIn(line), text: written };
}

/** A line of its own under another, as far from the margin; a comment at the end of that one stays there. */
function below(text: string, line: Line, written: string): TextEdit {
  const { start, end } = spanIn(line);
  const lead = /[^\r\n]*$/.exec(text.slice(0, start))?.[0] ?? "";
  const at = end + text.slice(end).search(/\r?\n|$/);
  return { span: { start: at, end: at }, text: `${text.includes("\r\n") ? "\r\n" : "\n"}${lead}${written}` };
}

function withoutLine(text: string, { start, end }: Span): TextEdit {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const after = text.indexOf("\n", end);
  return { span: { start: from, end: after < 0 ? text.length : after + 1 }, text: "" };
}

/** On one line, without the quotes it stands in. */
const inQuotes = (said: string): string =>
  said
    .replaceAll(/\s+/g, " ")
    .replaceAll(/["“„”]/g, "'")
    .trim();
