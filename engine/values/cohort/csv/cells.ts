import Papa from "papaparse";

export type Delimiter = "," | "\t" | ";";

/** The cells of one line, spaces around them taken off; `null` when a quote in it is not closed or stands in the middle. */
export function cellsOf(line: string, delimiter: Delimiter): readonly string[] | null {
  // Most lines hold no quote, and then a delimiter is nothing else.
  if (!line.includes('"')) return line.split(delimiter).map((cell) => cell.trim());
  const { data, errors } = Papa.parse<string[]>(line, { delimiter, newline: "\n", header: false });
  const [cells] = data;
  if (errors.length > 0 || cells === undefined || data.length > 1) return null;
  return cells.map((cell) => cell.trim());
}
