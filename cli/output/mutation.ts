import { type MutantMet, type Shown, type Tally, tallyOf } from "../../engine/testing/mutation/index.ts";
import { writeCase } from "../../engine/values/case/index.ts";
import { byFile, type MutationFound } from "./mutationJson.ts";
import type { Palette } from "./palette.ts";
import { counted } from "./wrap.ts";

/** For people: numbers first, then each mutant that no case noticed with a case that would, then what was not decided. */
export function drawMutation(found: MutationFound, colours: Palette): string {
  const { set, mutation } = found;
  return [
    `${colours.strong(set)}  ${inNumbers(tallyOf(mutation.met))}\n`,
    ...byFile(mutation.met).map(([file, own]) => drawGuideline(found, file, own, colours)),
    drawNotCounted(found, colours),
    mutation.stopped ? "It was stopped before the end: what is undecided was not looked at.\n" : "",
  ].join("");
}

function inNumbers({ mutants, killed, equivalent, undecided, survived, adequacy }: Tally): string {
  const share = adequacy === null ? "" : `; adequacy ${(100 * adequacy).toFixed(1)} %`;
  return `${counted(mutants, "mutant")}: ${killed} killed, ${equivalent} equivalent (proved), ${undecided} undecided, ${survived} survived${share}`;
}

function drawGuideline({ placeOf }: MutationFound, file: string, met: readonly MutantMet[], colours: Palette): string {
  const lines = met.flatMap(({ mutant, fate }): readonly string[] => {
    const { line, column } = placeOf(file, mutant.span);
    const head = `  ${line}:${column}  ${mutant.operator}`;
    const change = `      ${colours.quiet("instead of")} ${mutant.before}\n      ${colours.quiet("it says   ")} ${mutant.after}\n`;
    if (fate.kind === "survived") return [`${colours.bad("✗")}${head}\n${change}${drawWitness(fate.witness, colours)}`];
    if (fate.kind === "undecided") return [`${colours.open("?")}${head}\n${change}      undecided: ${fate.because}\n`];
    return [];
  });
  return `\n${colours.strong(placeOf(file, { start: 0, end: 0 }).file)}  ${inNumbers(tallyOf(met))}\n${lines.join("")}`;
}

function drawWitness({ case: of, subject, before, after }: Shown, colours: Palette): string {
  const written = writeCase(of)
    .trimEnd()
    .split("\n")
    .map((line) => `        ${colours.quiet(line)}\n`);
  return `      no test tells them apart; this case would: ${subject.key} ${before}, with the mistake ${after}\n${written.join("")}`;
}

function drawNotCounted({ mutation: { notCounted } }: MutationFound, colours: Palette): string {
  if (notCounted.length === 0) return "";
  const lines = notCounted.map((each) => `  ${each.case} ${colours.quiet(`(${each.path}): ${each.because}`)}\n`);
  return `\n${colours.strong("Not counted")}\n${lines.join("")}`;
}
