import type { Suggestion, Suggestions } from "../../engine/testing/synthesis/index.ts";
import { caseData, writeCase } from "../../engine/values/case/index.ts";
import type { Palette } from "./palette.ts";
import { counted } from "./wrap.ts";

/** A suggested case as the text of its file: what it asks stands above it, and its expectation is left to a person. */
export function suggestionText({ case: of, question, answers }: Suggestion): string {
  return [
    `# ${question}\n`,
    `# Answer under the request, with the person or text that the answer comes from:\n`,
    `#   expect: { outcome: ${answers.join(" | ")}, source: ... }\n`,
    writeCase(of),
  ].join("");
}

export function suggestionsAsJson(set: string, { cases, open, stopped }: Suggestions, written: readonly string[]) {
  return {
    set,
    stopped,
    cases: cases.map((each) => ({
      guideline: each.file,
      question: each.question,
      answers: each.answers,
      closes: each.closes,
      case: caseData(each.case),
      text: suggestionText(each),
    })),
    open,
    written,
  };
}

/** For people: each case as its file would be, and what it would close. */
export function drawSuggestions(set: string, { cases, open }: Suggestions, colours: Palette): string {
  const closed = new Set(cases.flatMap(({ closes }) => closes.map(({ what }) => what))).size;
  const head = `${colours.strong(set)}  ${counted(cases.length, "case")} would close what is open: ${counted(closed, "thing")}\n`;
  const left = open.map(({ kind, what, file }) => `  ${kind}, ${file}: ${what}\n`);
  return [
    head,
    ...cases.map((each) => drawCase(each, colours)),
    ...(left.length === 0 ? [] : [`\n${colours.strong("No case was found for")}\n`, ...left]),
  ].join("");
}

function drawCase(each: Suggestion, colours: Palette): string {
  const text = suggestionText(each)
    .trimEnd()
    .split("\n")
    .map((line) => `  ${line.startsWith("#") ? colours.name(line) : line}\n`);
  const closes = each.closes.map(({ what }) => `    ${colours.quiet(what)}\n`);
  return `\n${text.join("")}  ${colours.quiet("It would close")}\n${closes.join("")}`;
}
