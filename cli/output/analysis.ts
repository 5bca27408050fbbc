import type { Diagnostic } from "../../dsl/index.ts";
import { type Asked, type Found, problemNames } from "../../engine/analysis/index.ts";
import { caseData, writeCase } from "../../engine/values/case/index.ts";
import type { Case } from "../../engine/values/index.ts";
import { diagnosticsAsJson, drawDiagnostics } from "./diagnostics.ts";
import { palette } from "./palette.ts";
import { counted } from "./wrap.ts";

type Texts = ReadonlyMap<string, string>;

const foundIn = (asked: readonly Asked[]): readonly Found[] =>
  asked.flatMap(({ verdict }) => (verdict.kind === "found" ? [verdict.found] : [])).toSorted(byPlace);

function byPlace({ diagnostic: a }: Found, { diagnostic: b }: Found): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.span.start - b.span.start;
}

/** `diagnostics`: errors, and what was found, what is accepted among it. `questions`: how many were asked, of each kind, and what was not proved. */
export function analysisAsJson(asked: readonly Asked[], errors: readonly Diagnostic[], texts: Texts): object {
  const found = foundIn(asked);
  const said = diagnosticsAsJson(
    found.map(({ diagnostic }) => diagnostic),
    texts,
  );
  const withWitness = said.map((each, at) => ({ ...each, ...shownBy(found[at]) }));
  return {
    diagnostics: [...diagnosticsAsJson(errors, texts), ...withWitness],
    questions: {
      ...counts(asked),
      ofEach: Object.fromEntries(
        problemNames.map((name) => [name, counts(asked.filter(({ question }) => question.problem === name))]),
      ),
      notProved: notProved(asked),
      notUnderstood: notUnderstood(errors),
    },
  };
}

const notUnderstood = (errors: readonly Diagnostic[]): readonly string[] => [
  ...new Set(errors.map(({ file }) => file)),
];

/** A case; or that what is said is proved of all cases. */
function shownBy(found: Found | undefined): object {
  if (found === undefined) return {};
  const { witness, accepted } = found;
  const kept = accepted === null ? {} : { accepted: accepted.because };
  return { witness: witness === null ? null : caseData(witness), proved: witness === null, ...kept };
}

function counts(asked: readonly Asked[]): object {
  const of = (kind: Asked["verdict"]["kind"]): number => asked.filter(({ verdict }) => verdict.kind === kind).length;
  return { asked: asked.length, proved: of("proved"), found: of("found"), open: of("open") };
}

function notProved(asked: readonly Asked[]): readonly object[] {
  return asked.flatMap(({ question: { problem, subject }, verdict }) =>
    verdict.kind === "open"
      ? [{ question: problem, file: subject.file, subject: subject.name, because: verdict.because }]
      : [],
  );
}

/** What was found and is not accepted, each with the case that shows it. */
export function drawAnalysis(asked: readonly Asked[], texts: Texts, colour: boolean): string {
  return foundIn(asked)
    .filter(({ accepted }) => accepted === null)
    .map(({ diagnostic, witness }) => {
      const drawn = drawDiagnostics([diagnostic], texts, colour);
      return witness === null ? drawn : `${drawn.trimEnd()}\n${drawWitness(witness, colour)}\n`;
    })
    .join("");
}

/** What the case states, as its file would. */
function drawWitness(witness: Case, colour: boolean): string {
  const { quiet } = palette(colour);
  const said = writeCase({ ...witness, summary: [], documents: [], requests: [] })
    .split("\n")
    .filter((line) => line !== "" && !/^(?:schema|case|requests|review):/.test(line));
  return `${quiet("  A case that shows it:")}\n${said.map((line) => `    ${line}\n`).join("")}`;
}

/** `812 questions: 806 proved, 4 found, 2 accepted.` */
export function sayAnalysis(asked: readonly Asked[], errors: readonly Diagnostic[], colour: boolean): string {
  const unknown = notUnderstood(errors).map((file) => `Nothing is known of ${file}, which has an error.`);
  const found = foundIn(asked);
  const accepted = found.filter((each) => each.accepted !== null).length;
  const open = asked.filter(({ verdict }) => verdict.kind === "open").length;
  const proved = asked.filter(({ verdict }) => verdict.kind === "proved").length;
  const sum = [
    `${proved} proved to be fine`,
    ...(found.length > accepted ? [`${found.length - accepted} found`] : []),
    ...(accepted > 0 ? [`${accepted} accepted`] : []),
    ...(open > 0 ? [`${open} not proved`] : []),
  ];
  if (asked.length === 0 && unknown.length > 0) return unknown.join("\n");
  const mark = unknown.length > 0 || found.length > accepted || open > 0 ? "" : `${palette(colour).good("✓")} `;
  const said = `${mark}${counted(asked.length, "question")}: ${sum.join(", ")}.`;
  return [said, ...notProvedInWords(asked), ...unknown].join("\n");
}

/** The first of them; all are in `--json`. */
function notProvedInWords(asked: readonly Asked[]): readonly string[] {
  const lines = asked.flatMap(({ question: { problem, subject }, verdict }) =>
    verdict.kind === "open"
      ? [`  Not proved of ${subject.name} (${subject.file}), “${problem}”: ${verdict.because}.`]
      : [],
  );
  const more = lines.length - mostLines;
  return more <= 0 ? lines : [...lines.slice(0, mostLines), `  And ${more} more, in --json.`];
}

const mostLines = 8;
