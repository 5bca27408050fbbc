import type { Range, Table } from "../../dsl/index.ts";
import type { Formula } from "../ir/index.ts";
import { asClause, clause, isOrAre, listed, phrase, type Phrase, sentence, valuesInWords } from "../words/index.ts";
import type { Node } from "./node.ts";
import type { Scene } from "./scene.ts";

/** `4.5 points`, `from 3 to 6 points`, `no value`, `usually appropriate or no value`: what a table may come to. */
export function tableValuesInWords({ type }: Table, values: readonly (number | null)[]): string {
  const numbers = values.filter((value) => value !== null);
  const said = numbers.length === 0 ? [] : [valuesInWords(rangesOf(type.kind, numbers), { type, part: "value" })];
  return listed(numbers.length < values.length ? [...said, "no value"] : said, "or");
}

function rangesOf(kind: Table["type"]["kind"], values: readonly number[]): readonly Range[] {
  const ordered = kind === "number" || kind === "whole number";
  if (ordered) return [{ low: Math.min(...values), high: Math.max(...values) }];
  return values.map((value) => ({ low: value, high: value }));
}

/** What the rows of a table, its parts, have to say beside the answer of the test. */
export interface TableWords {
  readonly words: string;
  readonly phrase: Phrase;
  readonly gloss: string;
  /** What the table comes to on this case, and what is open. */
  readonly said: string | null;
}

export function tableWords(of: Scene, formula: Formula, table: Table, parts: readonly Node[]): TableWords {
  return {
    words: formula.text,
    phrase: testWords(formula.text, table),
    gloss: rowsInWords(table, parts),
    said: sentence(comesTo(of, table, parts)),
  };
}

/** `Wells is at least 4` for `Wells at least 4`. */
function testWords(text: string, { name }: Table): Phrase {
  const rest = text.toLowerCase().startsWith(`${name.toLowerCase()} `) ? text.slice(name.length).trim() : null;
  if (rest === null) return phrase(text, text);
  return clause(/^(?:is|are)\b/u.test(rest) ? `${name} ${oneOfInWords(rest)}` : `${name} ${isOrAre(name)} ${rest}`);
}

/** `is high or medium` for `is one of high, medium` */
function oneOfInWords(test: string): string {
  const [, verb = "", values] = /^(is|is not|are|are not) one of (.*)$/u.exec(test) ?? [];
  return values === undefined ? test : `${verb} ${listed(values.split(/,\s*/u), "or")}`;
}

/** `3 points for clinical signs; 1.5 points if heart rate is above 100 /min` */
function rowsInWords(table: Table, parts: readonly Node[]): string {
  const rows = parts.map((part, at) => `${rowValue(table, at)} ${ifOrFor(table, part)}${glossed(part)}`);
  const rest = table.otherwise === null ? [] : [`otherwise ${tableValuesInWords(table, [table.otherwise])}`];
  return `${policyWords[table.policy]}${[...rows, ...rest].join("; ")}`;
}

const policyWords: Readonly<Record<Table["policy"], string>> = {
  "points added up": "",
  "first that applies": "the first that applies of: ",
  "only one applies": "the only one that applies of: ",
  "highest that applies": "the highest that applies of: ",
  "lowest that applies": "the lowest that applies of: ",
};

/** Points are given for a thing, and if something is so. */
function ifOrFor({ form }: Table, { phrase: words }: Node): string {
  return form === "score" && words.form === "noun" ? `for ${words.text}` : `if ${asClause(words)}`;
}

/** What a name stands for, which the row alone does not say; the rows of another table stay its own. */
const glossed = ({ gloss, group }: Node): string => (gloss === null || group?.kind === "table" ? "" : ` (${gloss})`);

/** `1.5 points` */
export function rowValue(table: Table, row: number): string {
  return tableValuesInWords(table, [table.rows[row]?.value ?? null]);
}

/** `Wells comes to 4.5 points`, `Wells is still open: from 3 to 6 points; not documented: hemoptysis` */
export function comesTo(of: Scene, table: Table, parts: readonly Node[]): string {
  const values = of.compiled.values(table.key, of.information);
  const open = parts.filter((part) => part.finding.answer === "not documented");
  if (values === null) return `${open.length} of ${parts.length} rows of ${table.name} are not documented`;
  if (values.length > 1) {
    const names = open.map((part) => part.phrase.text);
    return `${table.name} is still open: ${tableValuesInWords(table, values)}; not documented: ${names.join("; ")}`;
  }
  const applying = parts.flatMap((part, at) => (part.finding.answer === "met" ? [{ part, at }] : []));
  if (values[0] === null) return `${table.name} has no value: ${noValue(applying.map(({ part }) => part.phrase.text))}`;
  const rows = applying.map(({ part, at }) => `${rowValue(table, at)} ${ifOrFor(table, part)}`);
  const because = table.form === "score" && rows.length > 0 ? ` (${listed(rows, "and")})` : "";
  return `${table.name} comes to ${tableValuesInWords(table, values)}${because}`;
}

function noValue(applying: readonly string[]): string {
  if (applying.length === 0) return "none of its rows applies";
  return `only one of its rows may apply, and these do: ${applying.join("; ")}`;
}
