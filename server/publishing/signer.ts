import { randomUUID } from "node:crypto";
import { type KeyRecord, type Leaf, momentOf } from "../../engine/attestation/index.ts";
import { type KeptKey, makeSigningKey, type SigningKey } from "./keys/index.ts";
import type { Turn } from "./shelves/index.ts";

/** Who signs next, when, and what the log is told of keys before that. */
export interface Signer {
  readonly key: SigningKey;
  readonly at: string;
  /** Its beginning and key entries, where the log has them not yet, and how far the audit log is. */
  readonly leaves: readonly Leaf[];
  /** The key, where it was made for this. */
  readonly made: readonly KeptKey[];
}

const TOLERANCE_MINUTES = 5;
/** A key signs for two years. */
const LIFE_DAYS = 730;
const DAY = 24 * 60 * 60 * 1000;

/** Why nothing can be signed now, as a sentence. */
export type Unsigned = { readonly refusal: string };

/**
 * The newest key that may sign; one is made where there has never been any. The log is never signed for a moment before its last
 * head: a clock that is a little behind is taken for being there, one that was set back signs nothing.
 */
export async function signerFor(
  turn: Turn,
  now: Date,
  keys: readonly KeptKey[] = turn.keys,
): Promise<Signer | Unsigned> {
  const last = turn.head?.at ?? "";
  if (last !== "" && now.getTime() < Date.parse(last) - TOLERANCE_MINUTES * 60_000)
    return { refusal: setBack(now, last) };
  const at = later(now.toISOString(), last);
  if (keys.length === 0) return madeFor(turn, at);
  const usable = keys.flatMap(({ record, d }) => (d !== null && isUsable(record, at) ? [{ record, d }] : []));
  const key = usable.at(-1);
  if (key === undefined)
    return {
      refusal:
        "Every key has ended or is revoked. Whoever looks after the keys makes another one (`precept keys create`).",
    };
  const leaves = unlogged(turn, keys, at);
  // Keys may have been changed where the clock, or another log, was a little ahead.
  return { key, at: leaves.map(momentOf).reduce(later, later(at, key.record.created)), leaves, made: [] };
}

async function madeFor(turn: Turn, at: string): Promise<Signer> {
  const key = await makeSigningKey(at, endOf(at));
  return { key, at, leaves: unlogged(turn, [key], at), made: [key] };
}

/** When a key that is made at a moment ends. */
export function endOf(at: string): string {
  return new Date(Date.parse(at) + LIFE_DAYS * DAY).toISOString();
}

function isUsable({ revoked, notAfter }: KeyRecord, at: string): boolean {
  return revoked === null && (notAfter === null || at <= notAfter);
}

/** What begins a log, entries for keys that it does not know, or knows as they no longer are, and how far the audit log is. */
function unlogged({ entries, audit }: Turn, keys: readonly KeptKey[], at: string): readonly Leaf[] {
  const begun: readonly Leaf[] = entries.length === 0 ? [{ type: "log", id: randomUUID(), at }] : [];
  const known = entries.flatMap((leaf) => (leaf.type === "key" ? [leaf.key] : []));
  const isKnown = ({ kid, revoked }: KeyRecord) =>
    known.some((key) => key.kid === kid && key.revoked?.because === revoked?.because);
  const told = keys.filter(({ record }) => !isKnown(record));
  const anchor: readonly Leaf[] = audit === null ? [] : [{ type: "audit", ...audit, at }];
  return [...begun, ...told.map(({ record }): Leaf => ({ type: "key", key: record })), ...anchor];
}

function setBack(now: Date, last: string): string {
  return `The clock shows ${now.toISOString()}, but the log was signed at ${last}. Nothing is signed until it is right.`;
}

export function later(left: string, right: string): string {
  return left > right ? left : right;
}
