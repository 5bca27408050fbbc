/** A threshold in scaled values before and after it was moved. */
export interface NumberMoved {
  readonly from: number;
  readonly to: number;
}

/**
 * The author's words with another threshold: the number itself where the words hold it, else what is counted in brackets.
 * `decimals`: of the scaled values; -1 where they are half steps.
 */
export function renumbered(text: string, moved: NumberMoved, decimals: number): string {
  const [head = "", ...rest] = text.split(/(?=\swhere\s)/iu);
  const said = inDays(head, moved) ?? inNumbers(head, moved, decimals);
  return `${said ?? `${head} [${moved.to > moved.from ? "one more" : "one less"}]`}${rest.join("")}`;
}

/** A step of what is told in weeks is a day. */
function inDays(text: string, { from, to }: NumberMoved): string | null {
  const found = /(?<![\p{L}\d.])(\d+)( consecutive)? weeks?\b/u.exec(text);
  if (found === null) return null;
  const days = 7 * Number(found[1]);
  if (Math.abs(from - days) > 1) return null;
  return replaced(text, found, `${days + to - from}${found[2] ?? ""} days`);
}

function inNumbers(text: string, { from, to }: NumberMoved, decimals: number): string | null {
  const scale = decimals < 0 ? 2 : 10 ** decimals;
  const numbers = [...text.matchAll(/(?<![\p{L}\d.])\d+(?:\.\d+)?/gu)];
  const found = numbers.find(([number]) => Math.abs(Number(number) * scale - from) <= 1);
  if (found === undefined) return null;
  const value = Number(found[0]) + (to - from) / scale;
  return replaced(text, found, String(Number(value.toFixed(Math.max(1, decimals)))));
}

const replaced = (text: string, found: RegExpExecArray, by: string): string =>
  text.slice(0, found.index) + by + text.slice(found.index + found[0].length);
