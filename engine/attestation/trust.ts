import { isSignedBy, readDetached } from "./detached.ts";
import type { KeyRecord, KeySet } from "./keySet.ts";
import type { ReleaseLog } from "./log.ts";
import { headBytes, type PinnedHead, type SignedHead } from "./treeHead.ts";

/** A signature at a moment, on something that had a place among the first `within` entries of the log. */
export interface Signing {
  readonly signature: string;
  readonly bytes: Uint8Array;
  readonly at: string;
  readonly within: number;
}

/** A tree that is known to have been there at a moment, not only said to be by a key that somebody may have stolen. */
export interface KnownTree {
  readonly size: number;
  readonly at: string;
}

/** The keys a verifier trusts, and what is known of the log whatever one of them says. */
export interface Trust {
  readonly keys: KeySet;
  readonly known: (revoked: KeyRecord) => readonly KnownTree[];
}

/** Why a signature does not count, as sentences; none when it does. `fits`: it is one of the key it names. */
export interface Judgement {
  readonly fits: readonly string[];
  readonly counts: readonly string[];
}

export async function judge(signing: Signing, trust: Trust): Promise<Judgement> {
  const detached = readDetached(signing.signature);
  if (detached === null) return unfit("The signature is not in the one form a signature has.");
  const key = trust.keys.find(({ kid }) => kid === detached.kid);
  if (key === undefined) return unfit(`The signature is of the key \`${detached.kid}\`, which is not trusted.`);
  const fits = (await isSignedBy(key, detached, signing.bytes))
    ? []
    : [`The signature is not one that the key \`${key.kid}\` made of this.`];
  return { fits, counts: lifeProblems(key, signing, trust) };
}

function unfit(problem: string): Judgement {
  return { fits: [problem], counts: ["No trusted key signed it."] };
}

/** A key counts from when it was made until it ends or is revoked. */
function lifeProblems(key: KeyRecord, { at, within }: Signing, trust: Trust): readonly string[] {
  const { kid, created, notAfter, revoked } = key;
  if (at < created) return [`The key \`${kid}\` was made on ${created}, after this was signed (${at}).`];
  if (notAfter !== null && at > notAfter)
    return [`The key \`${kid}\` had expired on ${notAfter}; this was signed ${at}.`];
  if (revoked === null || (revoked.because === "superseded" && at <= revoked.at)) return [];
  if (revoked.because === "superseded")
    return [`The key \`${kid}\` was revoked on ${revoked.at}; this was signed ${at}.`];
  const seen = trust.known(key).some((tree) => tree.at < revoked.at && within <= tree.size);
  return seen ? [] : [compromised(kid, revoked.at)];
}

/** Whoever has the key can sign for any day. */
function compromised(kid: string, at: string): string {
  return `The key \`${kid}\` was revoked on ${at} as compromised, and no tree head pinned or signed before that holds this.`;
}

/** Whether a head is signed by a trusted key that nobody else has. */
async function isTrustedHead(head: SignedHead, trust: Trust): Promise<boolean> {
  const detached = readDetached(head.signature);
  const key = trust.keys.find(({ kid }) => kid === detached?.kid);
  if (detached === null || key === undefined || key.revoked?.because === "compromised") return false;
  const { fits, counts } = await judge(headSigning(head), trust);
  return fits.length + counts.length === 0;
}

export function headSigning(head: SignedHead): Signing {
  return { signature: head.signature, bytes: headBytes(head), at: head.at, within: head.size };
}

/** Keys as the log says they are, where it knows of a revocation that the verifier does not: the worse counts. */
function asRevokedIn(keys: KeySet, log: Pick<ReleaseLog, "entries"> | null): KeySet {
  const told = (log?.entries ?? []).flatMap((leaf) => (leaf.type === "key" ? [leaf.key] : []));
  return keys.map((key) => {
    const revocations = [key, ...told.filter(({ kid }) => kid === key.kid)].flatMap(({ revoked }) => revoked ?? []);
    const worst = revocations.find(({ because }) => because === "compromised") ?? revocations[0] ?? null;
    return { ...key, revoked: worst };
  });
}

/**
 * What is known of one log of which a pinned head, a head and all entries are at hand; each only where it was found to be of
 * that log.
 */
export interface OfOneLog {
  readonly pinned: PinnedHead | null;
  readonly head: SignedHead | null;
  readonly log: ReleaseLog | null;
}

/** Trust in keys, with the trees that are known whatever a compromised key says. */
export async function trustIn(keys: KeySet, { pinned, head, log }: OfOneLog): Promise<Trust> {
  const plain: Trust = { keys: asRevokedIn(keys, log), known: () => [] };
  const isTrusted = async (one: SignedHead | null) => one !== null && (await isTrustedHead(one, plain));
  const pinnedAt = pinned?.pinnedAt ?? null;
  const trees = [
    ...(pinned === null || pinnedAt === null ? [] : [{ size: pinned.head.size, at: pinnedAt }]),
    ...(pinned !== null && (await isTrusted(pinned.head)) ? [pinned.head] : []),
    ...(head !== null && (await isTrusted(head)) ? [head] : []),
  ];
  const ordered = log !== null && (await isTrusted(log.head)) ? log : null;
  return { keys: plain.keys, known: (key) => [...trees, ...beforeRevocation(key, ordered)] };
}

/** A log that another key signed holds the revocation at its place: what stands before was there before. */
function beforeRevocation({ kid, revoked }: KeyRecord, log: ReleaseLog | null): readonly KnownTree[] {
  const at = log?.entries.findIndex((leaf) => leaf.type === "key" && leaf.key.kid === kid && leaf.key.revoked !== null);
  return at === undefined || at < 1 || revoked === null ? [] : [{ size: at, at: "" }];
}
