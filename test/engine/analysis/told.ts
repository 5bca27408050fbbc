import { render } from "../../../dsl/index.ts";
import { type Asked, analyseSet, type ProofBoard } from "../../../engine/analysis/index.ts";
import { type GuidelineSet, readSet } from "../../../engine/set/index.ts";
import { writeCase } from "../../../engine/values/case/index.ts";
import type { Case } from "../../../engine/values/index.ts";

const manifest = { path: "set.yaml", text: "schema: precept/set/1\nname: a\ntitle: A\ndescription: A set.\n" };

export function boardOf(text: string): ProofBoard {
  return analyseSet(setOf(text));
}

/** A set of one guideline, which must be understood. */
export function setOf(text: string): GuidelineSet {
  const { value, diagnostics } = readSet([manifest, { path: "example.guideline", text }]);
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return value;
}

/** All that is found, as a reader sees it, each with its case; then what is open. */
export function told(text: string): string {
  return toldOf(boardOf(text).asked, text);
}

export function toldOf(asked: readonly Asked[], text: string): string {
  return asked.flatMap((each) => toldOfOne(each, text)).join("\n");
}

function toldOfOne({ question, verdict }: Asked, text: string): readonly string[] {
  if (verdict.kind === "proved") return [];
  if (verdict.kind === "open") return [`open, ${question.problem} of ${question.subject.name}: ${verdict.because}\n`];
  const { diagnostic, witness, accepted } = verdict.found;
  const kept = accepted === null ? "" : `  accepted: ${accepted.because}\n`;
  return [`${render(diagnostic, text)}\n${kept}${witness === null ? "" : witnessLines(witness)}`];
}

function witnessLines(witness: Case): string {
  const said = writeCase({ ...witness, summary: [] }).split("\n");
  const lines = said.filter((line) => line !== "" && !/^(?:schema|case):/.test(line));
  return lines.map((line) => `    ${line}\n`).join("");
}
