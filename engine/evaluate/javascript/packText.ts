import type { ValueSet } from "../../values/index.ts";
import type { PackedQuantity } from "./layout.ts";
import { indented, numbers, quoted } from "./source.ts";

/** Quantities of one function: it stays short enough to be compiled well. */
const quantitiesOfFunction = 64;
/** A domain of fewer values than this has all of them in its table. */
const smallDomain = 64;
/** Values of a quantity whose bits are looked up by the value itself. */
const widestTable = 1024;

/** Each quantity, for what a case says of it that is no number of a table; before it, what its literals ask. */
export function quantityRows(quantities: readonly PackedQuantity[]): string {
  const rows = quantities.map(({ id, literals, words, segments, all }) => {
    const legend = literals.map(({ word, mask, values }) => `  // w${word} & ${mask}: ${rangesOf(values)}\n`);
    const bits = words.map((_, at) => numbers(segments.map((segment) => segment.bits?.[at] ?? 0)));
    const fields = [
      `id: ${quoted(id)}`,
      `lows: ${numbers(segments.map(({ low }) => low))}`,
      `inside: ${numbers(segments.map((segment) => (segment.bits === null ? 0 : 1)))}`,
      `words: ${numbers(words)}`,
      `bits: [${bits.join(", ")}]`,
      `all: ${numbers(all)}`,
    ];
    return `${legend.join("")}  { ${fields.join(", ")} },\n`;
  });
  return `const quantities = [\n${rows.join("")}];`;
}

/** Of the codes of a long list only the first ranges are named. */
function rangesOf(values: ValueSet): string {
  const named = values.slice(0, rangesNamed).map(({ low, high }) => (low === high ? `${low}` : `${low} to ${high}`));
  return [...named, ...(values.length > rangesNamed ? [`${values.length - rangesNamed} more`] : [])].join(", ");
}

const rangesNamed = 8;

/** The functions `pack_0` and so on, each with its tables. They give the name of a quantity whose value they refuse. */
export function packFunctions(quantities: readonly PackedQuantity[]): readonly string[] {
  const numbered = quantities.map((quantity, number) => ({ quantity, number }));
  return Array.from({ length: Math.ceil(quantities.length / quantitiesOfFunction) }, (_, chunk) =>
    packFunction(chunk, numbered.slice(chunk * quantitiesOfFunction, (chunk + 1) * quantitiesOfFunction)),
  );
}

interface Numbered {
  readonly quantity: PackedQuantity;
  readonly number: number;
}

function packFunction(chunk: number, quantities: readonly Numbered[]): string {
  const words = [...new Set(quantities.flatMap(({ quantity }) => quantity.words))];
  const lines = [
    `let v, i${words.map((word) => `, w${word} = 0`).join("")};`,
    ...quantities.map(packed),
    ...words.map((word) => `words[${word}] |= w${word};`),
    "return null;",
  ];
  const tables = quantities.flatMap(tablesOf).map((table) => `${table}\n`);
  return `${tables.join("")}function pack_${chunk}(values) {\n${indented(lines.join("\n"))}\n}`;
}

function packed({ quantity, number }: Numbered): string {
  const open = quantity.words.map((word, at) => `w${word} |= ${quantity.all[at] ?? 0};`).join(" ");
  return [
    `v = ${fieldOf(quantity.id)};`,
    `if (v === undefined) { ${open} }`,
    ...lookedUp({ quantity, number }),
    `else if (!take(quantities[${number}], v)) return ${quoted(quantity.id)};`,
  ].join("\n");
}

const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Objects have some names without being given them. */
function fieldOf(id: string): string {
  const field = `values[${quoted(id)}]`;
  return inherited.has(id) ? `Object.hasOwn(values, ${quoted(id)}) ? ${field} : undefined` : field;
}

/** How one documented number is taken: its bits stand in a table, except far out, where all values are alike. */
function lookedUp({ quantity, number }: Numbered): readonly string[] {
  const range = tableRangeOf(quantity);
  if (range === null) return [];
  const { first, low, high, last } = range;
  const at = [
    first < low ? `v <= ${low} ? 0 : ` : "",
    high < last ? `v >= ${high} ? ${high - low} : ` : "",
    low === 0 ? "v" : `v - ${low}`,
  ];
  const taken = quantity.words.map((word, at) => ` w${word} |= table_${number}_${at}[i];`);
  return [`else if (Number.isInteger(v) && v >= ${first} && v <= ${last}) { i = ${at.join("")};${taken.join("")} }`];
}

function tablesOf({ quantity, number }: Numbered): readonly string[] {
  const range = tableRangeOf(quantity);
  if (range === null) return [];
  return quantity.words.map(
    (_, at) => `const table_${number}_${at} = tableOf(quantities[${number}], ${at}, ${range.low}, ${range.high});`,
  );
}

interface TableRange {
  /** Of the numbers that are looked up. */
  readonly first: number;
  readonly last: number;
  /** Of the table: those below and above are like `low` and `high`. */
  readonly low: number;
  readonly high: number;
}

/** The ordered values of a quantity, without `none`; `null` when a table would be too wide. */
function tableRangeOf({ domain, segments }: PackedQuantity): TableRange | null {
  const ordered = domain.at(-1);
  if (ordered === undefined) return null;
  const { low: first, high: last } = ordered;
  if (last - first < smallDomain) return { first, last, low: first, high: last };
  const cuts = segments.map(({ low }) => low).filter((low) => first < low && low <= last);
  const low = (cuts[0] ?? first + 1) - 1;
  const high = cuts.at(-1) ?? first;
  return high - low < widestTable ? { first, last, low, high } : null;
}
