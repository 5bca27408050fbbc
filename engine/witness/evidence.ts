import { evidenceKinds, type Need, rolesIn } from "../../dsl/index.ts";
import { addMonths, type Case, type Evidence, isoDate } from "../values/index.ts";
import { unmetNeeds } from "../values/reduce/index.ts";
import { dayOf } from "./draft.ts";

/** What the evidence of one fact or list has to be in one guideline, and whether it is to be enough there. */
export interface EvidenceWanted {
  readonly needs: readonly Need[];
  readonly enough: boolean;
}

/** Evidence was given so many days before the request, where nothing asks for another day. */
const shortlyBefore = 7;

/**
 * The pieces of evidence that are enough wherever that is wanted, and nowhere else: one, where one can be; `null` where none
 * can. Evidence says no more than is asked of it; `[null]` where nothing is needed.
 */
export function evidenceFor(
  wanted: readonly EvidenceWanted[],
  dates: Case["dates"],
): readonly (Evidence | null)[] | null {
  const fitting = candidates(wanted, dates).map((evidence) => ({
    evidence,
    enough: wanted.filter(({ needs }) => unmetNeeds(needs, weighed(evidence), dates).length === 0),
  }));
  const safe = fitting.filter(({ enough }) => enough.every((one) => one.enough));
  const all = wanted.filter((one) => one.enough);
  const forAll = safe.find(({ enough }) => enough.length === all.length);
  if (forAll !== undefined) return [forAll.evidence];
  const each = all.map((one) => safe.find(({ enough }) => enough.includes(one))?.evidence);
  const found = each.filter((one) => one !== undefined);
  return found.length < all.length ? null : [...new Set(found)];
}

/** Whether there is no such evidence even where its date is of no matter. */
export function isNeverEnough(wanted: readonly EvidenceWanted[], dates: Case["dates"]): boolean {
  const isRecent = ({ kind }: Need): boolean => kind === "recent";
  if (wanted.some(({ enough, needs }) => !enough && needs.some(isRecent))) return false;
  const undated = wanted.map(({ needs, enough }) => ({ enough, needs: needs.filter((need) => !isRecent(need)) }));
  return evidenceFor(undated, dates) === null;
}

const weighed = (evidence: Evidence | null): Parameters<typeof unmetNeeds>[1] =>
  evidence === null ? null : { ...evidence, documentTitle: null, documentDate: null };

/** What says least first. */
function candidates(wanted: readonly EvidenceWanted[], dates: Case["dates"]): readonly (Evidence | null)[] {
  const needs = wanted.flatMap((each) => each.needs);
  const kinds = needs.some(({ kind }) => kind === "evidence kind" || kind === "attestation")
    ? [...evidenceKinds, null]
    : [null];
  const days = needs.flatMap((need) => (need.kind === "recent" ? daysFor(need, dates) : []));
  const all = kinds.flatMap((kind) =>
    authors(needs).flatMap((author) => given(days).map((date): Evidence => ({ ...nothing, kind, author, date }))),
  );
  return needs.length === 0 ? [null] : [...all, null];
}

const nothing: Evidence = { kind: null, document: null, date: null, author: null, page: null, quote: null };

function authors(needs: readonly Need[]): readonly (string | null)[] {
  const roles = needs.flatMap((need) => (need.kind === "author" ? rolesIn(need.role) : []));
  return given(roles);
}

const given = (texts: readonly string[]): readonly (string | null)[] =>
  texts.length === 0 ? [null] : [...new Set(texts), null];

/** Shortly before the request, inside the window, at its ends, and before it. */
function daysFor({ amount, unit, before }: Extract<Need, { kind: "recent" }>, dates: Case["dates"]): readonly string[] {
  const end = dayOf(dates, before);
  const months = unit === "years" ? 12 * amount : amount;
  const first = unit === "days" ? end - amount : unit === "weeks" ? end - 7 * amount : addMonths(end, -months);
  const shortly = dayOf(dates, "request date") - shortlyBefore;
  return [shortly, Math.max(first, end - 1), Math.floor((first + end) / 2), end, first, first - 30].map(isoDate);
}
