import {
  type Attestation,
  decodeAttestation,
  decodeLog,
  type Evidence,
  verifyPublished,
} from "../../../../engine/attestation/index.ts";
import { canonicalBytes } from "../../../../engine/digest/index.ts";
import { type ArchiveFile, verifyRelease } from "../../../../engine/release/index.ts";
import { packArchive } from "../../../../engine/release/archive.ts";
import type { Chance } from "../../../bench/rules/chance.ts";
import { attested, day } from "../attested.ts";
import { otherByte, otherStretch, otherStructure } from "./changes.ts";

/** What a verifier was given. */
export interface Given extends Pick<Evidence, "keys" | "pinned"> {
  readonly payload: Uint8Array;
  readonly attestation: Uint8Array;
  readonly log: Uint8Array;
}

export async function given(): Promise<Given> {
  const { evidence, release, logBytes } = await withBytes();
  const { keys, pinned, attestation } = evidence;
  return { keys, pinned, attestation, payload: release.bytes, log: logBytes };
}

async function withBytes() {
  const made = await attested({ before: [{ type: "audit", seq: 12, hash: "ab".repeat(32), at: day(8) }] });
  return { ...made, logBytes: canonicalBytes(made.evidence.log) };
}

/** Whether it is taken for a release that was signed, by all that a verifier does. */
export async function isAccepted({ payload, attestation, log, keys, pinned }: Given): Promise<boolean> {
  const decoded = decodeLog(log);
  if (!decoded.ok) return false;
  return (await verifyPublished({ payload, attestation, keys, pinned, log: decoded.value })).verdict === "verified";
}

type Change = (chance: Chance, bytes: Uint8Array) => Uint8Array;
type Tamper = (chance: Chance, good: Given) => Promise<Given>;

/** What is tampered with, each by a byte, by a stretch of bytes and by its structure. */
export const kinds: Readonly<Record<string, Tamper>> = {
  manifest: async (chance, good) => ({
    ...good,
    payload: await withManifest(good.payload, (bytes) => anyChange(chance)(chance, bytes)),
  }),
  attestation: async (chance, good) => ({ ...good, attestation: anyChange(chance)(chance, good.attestation) }),
  signature: async (chance, good) => ({ ...good, attestation: withSignature(good.attestation, chance) }),
  log: async (chance, good) => ({ ...good, log: anyChange(chance)(chance, good.log) }),
};

function anyChange(chance: Chance): Change {
  return [otherByte, otherByte, otherStretch, otherStructure, otherStructure][chance(5)] ?? otherByte;
}

/** The archive with another manifest, packed as ours is, so that only what the manifest says gives it away. */
async function withManifest(payload: Uint8Array, change: (bytes: Uint8Array) => Uint8Array): Promise<Uint8Array> {
  const verified = await verifyRelease(payload);
  if (!verified.ok) throw new Error(verified.reasons.join(" "));
  const manifest: ArchiveFile = { path: "manifest.json", content: change(canonicalBytes(verified.release.manifest)) };
  return packArchive([manifest, ...verified.files]);
}

/** The attestation, in its canonical form, with another signature of the statement or of the head. */
function withSignature(bytes: Uint8Array, chance: Chance): Uint8Array {
  const decoded = decodeAttestation(bytes);
  if (!decoded.ok) throw new Error(decoded.problem);
  const tampered = signedOtherwise(decoded.value, (signature) => otherSignature(chance, signature), chance(2) === 0);
  // What is no signature by its form has no canonical attestation of ours: it is written as it is.
  return canonicalBytes(tampered);
}

function signedOtherwise(
  attestation: Attestation,
  change: (signature: string) => string,
  isOfHead: boolean,
): Attestation {
  if (!isOfHead) return { ...attestation, signatures: attestation.signatures.map(change) };
  const { log } = attestation;
  return { ...attestation, log: { ...log, head: { ...log.head, signature: change(log.head.signature) } } };
}

/** Of its header, its value or the text that they are, one byte is another. */
function otherSignature(chance: Chance, signature: string): string {
  const [header = "", , value = ""] = signature.split(".");
  const changed = (part: string) =>
    Buffer.from(otherByte(chance, Buffer.from(part, "base64url"))).toString("base64url");
  const texts = [
    () => `${changed(header)}..${value}`,
    () => `${header}..${changed(value)}`,
    () => new TextDecoder().decode(otherByte(chance, new TextEncoder().encode(signature)).map((byte) => byte & 0x7f)),
    () =>
      new TextDecoder().decode(otherStretch(chance, new TextEncoder().encode(signature)).map((byte) => byte & 0x7f)),
  ];
  return (texts[chance(texts.length)] ?? texts[0])?.() ?? signature;
}

/** What of `count` tamperings of one kind is accepted, and how many came out as it was and were none. */
export async function accepted(good: Given, tamper: Tamper, count: number, chance: Chance) {
  const found: Given[] = [];
  let same = 0;
  for (let at = 0; at < count; at += 1) {
    const tampered = await tamper(chance, good);
    if (isTheSame(tampered, good)) {
      same += 1;
      at -= 1;
    } else if (await isAccepted(tampered)) found.push(tampered);
  }
  return { found, same };
}

function isTheSame(a: Given, b: Given): boolean {
  const same = (left: Uint8Array, right: Uint8Array) => Buffer.compare(left, right) === 0;
  return same(a.payload, b.payload) && same(a.attestation, b.attestation) && same(a.log, b.log);
}
