import { Temporal } from "temporal-polyfill";
import { isEverInForce } from "../../engine/release/index.ts";

/** First and last day of service, both included; `to` `null`: until another release. */
interface Days {
  readonly from: string;
  readonly to: string | null;
}

/** Releases that there are; of one without days nothing says when it is in force. */
type Earlier = readonly { readonly manifest: { readonly version: string }; readonly effective: Days | null }[];

/** How far ahead a release may begin: what is further is a slip of the pen, and would keep all others waiting. */
const YEARS_AHEAD = 2;

/**
 * Why a release cannot be in force on these days after the ones that there are, as a sentence; `null` when it can. Releases follow
 * each other in force as they do in number, and none but the first decides days that have passed: others decided them.
 */
export function effectiveProblem(earlier: Earlier, { from, to }: Days, now: Date): string | null {
  if (to !== null && to < from) return `The release would be in force from ${from} until ${to}, which is before.`;
  const furthest = plus(lastToday(now), { years: YEARS_AHEAD });
  if (from > furthest) return `A release begins at most ${YEARS_AHEAD} years from today, by ${furthest}.`;
  const last = lastOf(earlier);
  if (last === null) return null;
  const { version, effective } = last;
  const after = effective.to ?? effective.from;
  const isBegun = effective.from <= lastToday(now);
  if (from <= after)
    return `Release ${version} is in force ${effective.to === null ? "from" : "until"} ${after}: the next one can be only after that day${isBegun ? "" : ", or once that one is retired"}.`;
  if (from < firstToday(now))
    return `Days before today were decided with release ${version} already: begin on ${firstToday(now)} or later.`;
  return null;
}

/** The first day on which a release can be in force after the ones that there are, not before a day that is given. */
export function soonest(earlier: Earlier, day: string): string {
  const last = lastOf(earlier);
  const next = last === null ? day : plus(last.effective.to ?? last.effective.from, { days: 1 });
  return next > day ? next : day;
}

/** The first day on which a release can be in force now, and why on none before; `null`: on any, as none is in force before. */
export function firstPossible(earlier: Earlier, now: Date): { readonly from: string; readonly because: string } | null {
  const from = soonest(earlier, firstToday(now));
  const because = effectiveProblem(earlier, { from: plus(from, { days: -1 }), to: null }, now);
  return because === null ? null : { from, because };
}

/** The one that begins last, of those that are in force on any day. */
function lastOf(earlier: Earlier): { readonly version: string; readonly effective: Days } | null {
  const inForce = earlier.flatMap(({ manifest: { version }, effective }) =>
    effective !== null && isEverInForce({ effectiveFrom: effective.from, effectiveTo: effective.to })
      ? [{ version, effective }]
      : [],
  );
  return inForce.reduce<(typeof inForce)[number] | null>(
    (last, each) => (last === null || each.effective.from > last.effective.from ? each : last),
    null,
  );
}

const HOUR = 60 * 60 * 1000;

/** The day that it is where the day ends last: people name the day it is where they are. */
export function firstToday(now: Date): string {
  return new Date(now.getTime() - 12 * HOUR).toISOString().slice(0, 10);
}

/** The day that it is where the day begins first. */
function lastToday(now: Date): string {
  return new Date(now.getTime() + 14 * HOUR).toISOString().slice(0, 10);
}

function plus(day: string, duration: { readonly days?: number; readonly years?: number }): string {
  return Temporal.PlainDate.from(day).add(duration).toString();
}
