import type { Aspect, TimeUnit, TimeWindow } from "../../semantics/index.ts";

/** `before`, `on or after`, `within 6 months before`: how a date stands to another; `null` when no words say it. */
export function relationText(from: number | null, to: number | null, unit: TimeUnit): string | null {
  if (unit === "days" && from === null && to === -1) return "before";
  if (unit === "days" && from === 1 && to === null) return "after";
  if (from === 0 && to === 0) return "on";
  if (from === null)
    return to === 0 ? "on or before" : to !== null && to < 0 ? `at least ${time(-to, unit)} before` : null;
  if (to === null) return from === 0 ? "on or after" : from > 0 ? `at least ${time(from, unit)} after` : null;
  if (to === 0 && from < 0) return `within ${time(-from, unit)} before`;
  return from === 0 && to > 0 ? `within ${time(to, unit)} after` : null;
}

/** `within the 6 months before the request date` */
export function windowText({ amount, unit, anchor }: TimeWindow): string {
  return `within the ${time(amount, unit)} before the ${anchor}`;
}

/** `is on the same side as`; `is not the same as` */
export function sameText(aspect: Aspect, same: boolean): string {
  return `is ${same ? "" : "not "}${sameWords[aspect]}`;
}

const sameWords: Readonly<Record<Aspect, string>> = {
  value: "the same as",
  region: "in the same region as",
  side: "on the same side as",
  level: "at the same level as",
};

/** `1 week`, `6 weeks` */
function time(amount: number, unit: TimeUnit): string {
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}
