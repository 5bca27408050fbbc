import {
  type Analysis,
  analyse,
  applyEdits,
  completions,
  definition,
  folding,
  hover,
  outline,
  quickFixes,
  references,
  relayouts,
  rename,
  renameTarget,
  type Span,
  type TextEdit,
  tokens,
} from "../../dsl/index.ts";

/** A text, and where in it the cursor stands, as shares of its length. */
export type Visited = readonly [text: string, places: readonly number[]];

/** What an editor asks about a text, wherever its cursor stands, is answered with spans that lie in the text. */
export function editorHolds([text, places]: Visited): void {
  const analysis = analyse({ name: "fuzz.guideline", text });
  const end = text.length;
  inside("Tokens", tokens(analysis), end);
  inside(
    "The outline",
    outline(analysis).flatMap(({ span, nameSpan }) => [span, nameSpan]),
    end,
  );
  inside(
    "Folds",
    folding(analysis).map(({ span }) => span),
    end,
  );
  for (const place of places) cursorHolds(analysis, Math.floor(place * (end + 1)));
}

function cursorHolds(analysis: Analysis, offset: number): void {
  const { text } = analysis.source;
  const all = [hover(analysis, offset)?.span, renameTarget(analysis, offset)?.span, definition(analysis, offset)];
  const found = all.filter((span) => span !== null && span !== undefined);
  inside("What is shown there", found, text.length);
  inside(
    "References",
    references(analysis, offset).map(({ span }) => span),
    text.length,
  );
  const proposed = completions(analysis, offset);
  inside(
    "Completions",
    proposed.map(({ replace }) => replace),
    offset,
  );
  if (proposed.some(({ label, replace }) => label === "" || replace.end !== offset))
    throw new Error(`Completions that are none: ${JSON.stringify(proposed, null, 2)}`);
  for (const { edits } of relayouts(analysis, offset)) editsApply(edits, text);
  for (const { fix } of quickFixes(analysis, { start: offset, end: offset })) editsApply(fix.edits, text);
  renamingHolds(analysis, offset);
}

/** A name given away and back again leaves the text as it was. */
function renamingHolds(analysis: Analysis, offset: number): void {
  const before = renameTarget(analysis, offset);
  const renaming = rename(analysis, offset, "quite another name");
  if (!("edits" in renaming)) {
    if (!renaming.refused.endsWith(".")) throw new Error(`Refused without a sentence: ${renaming.refused}`);
    return;
  }
  editsApply(renaming.edits, analysis.source.text);
  if (before === null) throw new Error("A name is changed that is said not to be one.");
}

function editsApply(edits: readonly TextEdit[], text: string): void {
  inside(
    "Edits",
    edits.map(({ span }) => span),
    text.length,
  );
  applyEdits(text, edits);
}

function inside(what: string, spans: readonly Span[], length: number): void {
  const wrong = spans.find(({ start, end }) => start < 0 || end < start || end > length);
  if (wrong) throw new Error(`${what} outside of ${length} characters: ${JSON.stringify(wrong)}`);
}
