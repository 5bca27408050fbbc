import type { StatedValue } from "../case.ts";

/** A stated value in words: `yes`, `4+/5`, `55 mmHg to 58 mmHg`, `6 weeks, failed`, `born 1951-07`. */
export function statedText(value: StatedValue): string {
  switch (value.kind) {
    case "text":
      return value.text.trim().replace(/\s+/g, " ");
    case "born":
      return `born ${value.date}`;
    case "interval":
      return stretch(value.from, value.to, ["at least ", "at most "]);
    case "trial":
      return [value.duration, dated(value.from, value.to), value.response].filter((part) => part !== null).join(", ");
  }
}

function dated(from: string | null, to: string | null): string | null {
  return from === null && to === null ? null : stretch(from, to, ["from ", "until "]);
}

function stretch(from: string | null, to: string | null, [above, below]: readonly [string, string]): string {
  if (from !== null && to !== null) return `${from} to ${to}`;
  return from === null ? `${below}${to ?? ""}` : `${above}${from}`;
}
