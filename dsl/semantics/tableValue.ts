import type { Problem } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import { nameKey } from "./names.ts";
import { readValue } from "./readValue.ts";
import type { Range } from "./scaled.ts";
import type { FactType } from "./types.ts";

/** What a score, table, schedule or calculated number is expected to come to: a value, the values it may still have, none, or any of several. */
export type TableValue = Range | "no value" | "not documented";

/** Reads `4.5`, `24 months`, `from 3 to 6 points`, `no value`, `not documented`. */
export function readTableValue(
  text: string,
  type: FactType,
  span: Span = { start: 0, end: text.length },
): { readonly value: TableValue } | { readonly problem: Problem } {
  const key = nameKey(text);
  if (key === "no value" || key === "not documented") return { value: key };
  const [, from = text, to = from] = /^from (.+) to (.+)$/i.exec(text.trim()) ?? [];
  const high = readValue(to, type, false, span);
  if ("problem" in high) return high;
  const unit = /^[-+\d.,]+$/.test(from) ? to.replace(/^[-+\d.,]+\s*/, " ") : "";
  const low = readValue(`${from}${from === to ? "" : unit}`.trim(), type, false, span);
  if ("problem" in low) return low;
  return { value: { low: low.parts[0]?.ranges[0]?.low ?? 0, high: high.parts[0]?.ranges[0]?.high ?? 0 } };
}
