import { createHash } from "node:crypto";

/** That cases and reasons are kept, sealed, and for how long. */
export interface Keeping {
  readonly days: number;
  /** The first seals; all open, so that a key can be replaced while what it sealed is still kept. */
  readonly keys: readonly [CaseKey, ...CaseKey[]];
}

export interface CaseKey {
  /** Tells which key sealed something, not what the key is. */
  readonly kid: string;
  /** 32 bytes, for AES-256-GCM. */
  readonly bytes: Uint8Array;
}

export type KeepingRead =
  | { readonly keeping: Keeping | null; readonly problem: null }
  | { readonly keeping: null; readonly problem: string };

const MOST_DAYS = 3650;

/**
 * `PRECEPT_KEEP_CASES`: a number of days; not set: no case is kept. `PRECEPT_CASE_KEY`: 32 bytes in base64, several of them
 * parted by commas or spaces, the one in use first.
 */
export function readKeeping(environment: Readonly<Record<string, string | undefined>>): KeepingRead {
  const days = (environment["PRECEPT_KEEP_CASES"] ?? "").trim();
  if (days === "" || days === "0") return { keeping: null, problem: null };
  if (!/^\d{1,4}$/.test(days) || Number(days) > MOST_DAYS)
    return unusable(`\`PRECEPT_KEEP_CASES\` is a number of days, 1 to ${MOST_DAYS}.`);
  const given = (environment["PRECEPT_CASE_KEY"] ?? "").split(/[\s,]+/).filter((text) => text !== "");
  const [first, ...others] = given.map(keyOf);
  if (first === undefined)
    return unusable(
      "Cases are only kept sealed: `PRECEPT_KEEP_CASES` needs `PRECEPT_CASE_KEY`, 32 bytes in base64 (`openssl rand -base64 32`).",
    );
  const usable = others.filter((key) => key !== null);
  if (first === null || usable.length < others.length)
    return unusable("`PRECEPT_CASE_KEY` is 32 bytes in base64, several of them parted by commas.");
  return { keeping: { days: Number(days), keys: [first, ...usable] }, problem: null };
}

const unusable = (problem: string): KeepingRead => ({ keeping: null, problem });

function keyOf(text: string): CaseKey | null {
  const bytes = Buffer.from(text, "base64");
  // Node leaves out what is no base64; the same bytes must come back.
  const isWhole = bytes.toString("base64").replace(/=+$/, "") === text.replace(/=+$/, "");
  if (!isWhole || bytes.length !== 32) return null;
  const kid = createHash("sha256").update("precept case key").update(bytes).digest("hex").slice(0, 16);
  return { kid, bytes: new Uint8Array(bytes) };
}
