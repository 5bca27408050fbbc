import {
  type Analysis,
  codeListTests,
  comparisonTests,
  entryEnvironment,
  operators,
  readings,
  readUnit,
  siteTests,
} from "../semantics/index.ts";
import type { Span } from "../source/index.ts";
import { helpOn, helpOnTest, helpOnWords } from "./describe/index.ts";
import type { Mark } from "./reading/index.ts";
import { escaped } from "./describe/index.ts";
import { describeSymbol } from "./describe/index.ts";
import { markAt } from "./reading/index.ts";

/** What to show beside the text at `span`. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** What there is to say about the word at `offset`; null where there is nothing. */
export function hover(analysis: Analysis, offset: number): Hover | null {
  const mark = markAt(analysis, offset);
  const markdown = mark ? textOf(analysis, mark) : null;
  return mark && markdown ? { span: { start: mark.start, end: mark.end }, markdown } : null;
}

function textOf(analysis: Analysis, mark: Mark): string | null {
  if (mark.symbol) return describeSymbol(analysis, mark.symbol);
  const written = analysis.source.text.slice(mark.start, mark.end);
  switch (mark.kind) {
    case "keyword":
    case "connective":
      return titled(written, helpOn(written));
    case "operator":
      return operatorText(analysis, written, mark);
    case "unit":
      return unitText(written);
    case "declaration":
    case "name":
    case "wording":
    case "citation":
    case "value":
    case "number":
    case "comment":
    case "label":
      return null;
  }
}

const titled = (written: string, help: string | null): string | null =>
  help === null ? null : `**${escaped(written.replaceAll(/\s+/g, " "))}**: ${help}`;

function operatorText({ environment }: Analysis, written: string, { phrase = [], entry }: Mark): string | null {
  const known = helpOnWords(written);
  if (known !== null) return titled(written, known);
  const all = readings(phrase, entry ? entryEnvironment(entry, environment) : environment);
  const reading = all.find(({ problems }) => problems.length === 0) ?? all[0];
  if (!reading) return null;
  const compares = [...comparisonTests, ...siteTests].find(({ pattern }) => pattern === reading.operator);
  const operator = compares ?? [...operators, ...codeListTests].find(({ id }) => id === reading.operator);
  return titled(written, operator ? `${operator.help}.` : `${helpOnTest(reading.operator)}.`);
}

function unitText(written: string): string | null {
  const unit = readUnit(written);
  return unit ? `**${escaped(unit.word)}**: UCUM \`${unit.ucum}\`` : null;
}
