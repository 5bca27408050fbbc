import type { KeyRecord, KeyRevocation } from "../../engine/attestation/index.ts";
import { grow } from "./attest.ts";
import { type KeptKey, makeSigningKey } from "./keys/index.ts";
import { type Addition, type Nothing, nothing, type Shelf, type Turn } from "./shelves/index.ts";
import { endOf, later, signerFor } from "./signer.ts";

export type KeysChanged =
  /** The keys that are new or changed. */
  | { readonly kind: "changed"; readonly keys: readonly KeyRecord[] }
  | { readonly kind: "refused"; readonly detail: string };

/** What is asked of a key, by whom it may be asked was judged before. */
export interface KeyWish {
  readonly now: Date;
  /** When a new key ends; `undefined`: after two years. */
  readonly notAfter?: string | null;
}

/** Makes another key; it signs from now on. */
export function createKey(shelf: Shelf, { now, notAfter }: KeyWish): Promise<KeysChanged> {
  return changed(shelf, async (turn) => {
    const at = momentIn(turn, now);
    return hasEnded(at, notAfter)
      ? refuse(ended)
      : change(turn, now, { made: [await newKey(at, notAfter)], revoked: [] });
  });
}

/** Makes another key in the place of all there are, which sign no more; what they signed still counts. */
export function rotateKeys(shelf: Shelf, { now, notAfter }: KeyWish): Promise<KeysChanged> {
  return changed(shelf, async (turn) => {
    const revoked = turn.keys.filter(({ record }) => record.revoked === null);
    const at = momentIn(turn, now);
    if (hasEnded(at, notAfter)) return refuse(ended);
    const made = await newKey(at, notAfter);
    return change(turn, now, { made: [made], revoked: revoked.map((key) => revoke(key, at, "superseded")) });
  });
}

/** Revokes a key for good; where it was the last one, another is made to sign that it is revoked. */
export function revokeKey(
  shelf: Shelf,
  kid: string,
  because: KeyRevocation["because"],
  { now }: KeyWish,
): Promise<KeysChanged> {
  return changed(shelf, async (turn) => {
    const key = turn.keys.find(({ record }) => record.kid === kid);
    if (key === undefined) return refuse(`There is no key \`${kid}\`.`);
    const { revoked } = key.record;
    // What was only taken out of use may turn out to be in other hands.
    if (revoked !== null && (revoked.because === "compromised" || because === "superseded"))
      return refuse(`The key was revoked on ${revoked.at} already.`);
    const others = turn.keys.filter(({ record, d }) => record.kid !== kid && record.revoked === null && d !== null);
    const at = momentIn(turn, now);
    const made = others.length === 0 ? [await newKey(at, undefined)] : [];
    return change(turn, now, { made, revoked: [revoke(key, at, because)] });
  });
}

async function changed(shelf: Shelf, make: Parameters<typeof shelf.append<KeysChanged>>[0]): Promise<KeysChanged> {
  const appended = await shelf.append(make);
  return appended.ok ? appended.value : { kind: "refused", detail: appended.problem };
}

/** Now, and never before the log was signed last, so that what it was signed with then still counts. */
function momentIn({ head }: Turn, now: Date): string {
  return later(now.toISOString(), head?.at ?? "");
}

const ended = "A key that has ended already would never sign. Name a later day.";

function hasEnded(at: string, notAfter: string | null | undefined): boolean {
  return notAfter !== undefined && notAfter !== null && notAfter <= at;
}

function newKey(at: string, notAfter: string | null | undefined): Promise<KeptKey> {
  return makeSigningKey(at, notAfter === undefined ? endOf(at) : notAfter);
}

/** The private part goes: a key that is revoked never signs again. */
function revoke({ record }: KeptKey, at: string, because: KeyRevocation["because"]): KeptKey {
  return { record: { ...record, revoked: { at, because } }, d: null };
}

interface Changed {
  readonly made: readonly KeptKey[];
  readonly revoked: readonly KeptKey[];
}

/** New keys are told to the log before those they take the place of are told to be revoked, and sign it. */
async function change(
  turn: Turn,
  now: Date,
  { made, revoked }: Changed,
): Promise<Addition<KeysChanged> | Nothing<KeysChanged>> {
  const gone = new Set(revoked.map(({ record }) => record.kid));
  const kept = turn.keys.filter(({ record }) => !gone.has(record.kid));
  const signer = await signerFor(turn, now, [...kept, ...made, ...revoked].toSorted(byCreation));
  if ("refusal" in signer) return refuse(signer.refusal);
  const leaves = signer.leaves.toSorted(revokedLast);
  const { head } = await grow(turn.entries, leaves, signer.key, signer.at);
  const keys = [...made, ...revoked];
  const records = keys.map(({ record }) => record);
  return {
    leaves,
    head,
    keys,
    release: null,
    event: eventOf(made, revoked, now),
    value: { kind: "changed", keys: records },
  };
}

function byCreation(a: KeptKey, b: KeptKey): number {
  return a.record.created < b.record.created ? -1 : Number(a.record.created > b.record.created);
}

function revokedLast(a: Addition<unknown>["leaves"][number], b: Addition<unknown>["leaves"][number]): number {
  const isRevoked = (leaf: typeof a) => Number(leaf.type === "key" && leaf.key.revoked !== null);
  return isRevoked(a) - isRevoked(b);
}

function eventOf(made: readonly KeptKey[], revoked: readonly KeptKey[], at: Date): Addition<KeysChanged>["event"] {
  const idsOf = (keys: readonly KeptKey[]) => keys.map(({ record }) => record.kid);
  const [action, about] = revoked.length > 0 ? ["revoke key", revoked] : ["create key", made];
  const because = revoked.map(({ record }) => record.revoked?.because ?? "");
  const detail = { made: idsOf(made), revoked: idsOf(revoked), because };
  return { action, subject: idsOf(about)[0] ?? "", detail, at };
}

function refuse(detail: string): Nothing<KeysChanged> {
  return nothing({ kind: "refused", detail });
}
