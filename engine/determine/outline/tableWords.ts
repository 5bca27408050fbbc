import type { Range, Table } from "../../../dsl/index.ts";
import { asClause, clause, isOrAre, listed, phrase, type Phrase, valuesInWords } from "../../words/index.ts";
import type { Outline } from "./outline.ts";

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

/** `Wells is at least 4` for `Wells at least 4`. */
export function testWords(text: string, { name }: Table): Phrase {
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
export function rowsInWords(table: Table, rows: readonly Outline[]): string {
  const each = rows.map((row, at) => `${rowValue(table, at)} ${ifOrFor(table, row)}${glossed(row)}`);
  const rest = table.otherwise === null ? [] : [`otherwise ${tableValuesInWords(table, [table.otherwise])}`];
  return `${policyWords[table.policy]}${[...each, ...rest].join("; ")}`;
}

const policyWords: Readonly<Record<Table["policy"], string>> = {
  "points added up": "",
  "first that applies": "the first that applies of: ",
  "only one applies": "the only one that applies of: ",
  "highest that applies": "the highest that applies of: ",
  "lowest that applies": "the lowest that applies of: ",
};

/** Points are given for a thing, and if something is so. */
export function ifOrFor({ form }: Table, { phrase: words }: Outline): string {
  return form === "score" && words.form === "noun" ? `for ${words.text}` : `if ${asClause(words)}`;
}

/** What a name stands for, which the row alone does not say; the rows of another table stay its own. */
const glossed = ({ gloss, group }: Outline): string => (gloss === null || group?.kind === "table" ? "" : ` (${gloss})`);

/** `1.5 points` */
export function rowValue(table: Table, row: number): string {
  return tableValuesInWords(table, [table.rows[row]?.value ?? null]);
}
