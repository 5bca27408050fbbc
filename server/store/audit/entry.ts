import { z } from "zod";
import { canonicalBytes, sha256Hex } from "../../../engine/digest/index.ts";

const detailSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]),
);
/** What an entry says beside its subject, as small JSON. `set` is the guideline set it is about. */
export type AuditDetail = Readonly<z.infer<typeof detailSchema>>;

/** Something that was done. Never what a case says, the text of a comment, or a credential. */
export interface AuditEvent {
  /** The id of who did it. */
  readonly actor: string;
  /** What was done, as verb and noun: `save file`. */
  readonly action: string;
  /** What it was done to: a path, a version, the number of a change. */
  readonly subject: string;
  readonly detail: AuditDetail;
  readonly at: Date;
  /** That nobody who is known did it: what anybody can bring about does not move the time of the log. */
  readonly isAnonymous?: true;
}

/** One link of the chain. */
export interface AuditEntry {
  /** From 1, without gaps. */
  readonly seq: number;
  /** ISO 8601 in UTC with milliseconds; never earlier than the one before. */
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: AuditDetail;
  /** The hash of the entry before; 64 zeros for the first. */
  readonly previous: string;
  /** SHA-256, in hexadecimal digits, of the canonical JSON (RFC 8785) of all of the above. */
  readonly hash: string;
}

/** An entry of the chain by its place and its hash, which says what it and all before it are. */
export type AuditPoint = Pick<AuditEntry, "seq" | "hash">;

export function hashOf({ seq, at, actor, action, subject, detail, previous }: Omit<AuditEntry, "hash">): string {
  return sha256Hex(canonicalBytes({ seq, at, actor, action, subject, detail, previous }));
}

/** The one text of a detail that the column holds. */
export function detailText(detail: AuditDetail): string {
  return new TextDecoder().decode(canonicalBytes(detail));
}

/** `null` when the column holds anything but the canonical text of a detail. */
export function readDetail(text: string): AuditDetail | null {
  try {
    const detail = detailSchema.parse(JSON.parse(text));
    return detailText(detail) === text ? detail : null;
  } catch {
    return null;
  }
}

/** As both databases keep it: without U+0000, halves of surrogate pairs and a leading byte order mark, which come back as something else. */
export function storable(text: string): string {
  return text.toWellFormed().replace(/\0|^\uFEFF/g, "\uFFFD");
}

export function storableDetail(detail: AuditDetail): AuditDetail {
  return Object.fromEntries(Object.entries(detail).map(([name, value]) => [storable(name), storableValue(value)]));
}

function storableValue(value: AuditDetail[string]): AuditDetail[string] {
  if (typeof value === "string") return storable(value);
  return Array.isArray(value) ? value.map((item) => storable(item)) : value;
}
