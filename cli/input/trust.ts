import { access } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import {
  type Decoded,
  decodeKeySet,
  decodeLog,
  decodePinnedHead,
  type KeySet,
  type PinnedHead,
  type ReleaseLog,
} from "../../engine/attestation/index.ts";
import { LOG_FILE, logBeside } from "../../server/publishing/index.ts";
import type { UsageProblem } from "../exit.ts";
import { fetchFile, isAddress, sourceAt } from "../remote/index.ts";
import type { Terminal } from "../terminal.ts";
import { readBytes } from "./readBytes.ts";

/** The files that say whom and what a verifier trusts; of those that are not named nothing is known. */
export interface TrustOptions {
  readonly keys?: string;
  readonly head?: string;
  readonly log?: string;
  readonly pin?: string;
}

/** What was read of them. `unreadable`: a file is not what it was named as, so that nothing may rest on it. */
export type TrustRead =
  | {
      readonly kind: "read";
      readonly keys: KeySet | null;
      readonly pinned: PinnedHead | null;
      readonly log: ReleaseLog | null;
    }
  | Unreadable
  | { readonly kind: "usage"; readonly problem: UsageProblem };

interface Unreadable {
  readonly kind: "unreadable";
  /** Which of them. */
  readonly name: "keys" | "pinned head" | "log";
  readonly problem: string;
}

const LIMIT = 64 * 1024 * 1024;
const KEYS_LIMIT = 4 * 1024 * 1024;

/** `beside`: the file beside which a log is looked for where none is named. */
export async function readTrust(terminal: Terminal, options: TrustOptions, beside: string | null): Promise<TrustRead> {
  const log = options.log ?? (beside === null ? null : await logOf(beside));
  // A head that was pinned before is what the next one has to grow out of.
  const head =
    options.head ?? (options.pin === undefined ? null : await presentOrNull(resolve(terminal.folder, options.pin)));
  const keysRead = await readKeys(terminal, options.keys ?? null);
  const headRead = await readNamed(terminal, head, { name: "pinned head", decode: decodePinnedHead });
  const logRead = await readNamed(terminal, log, { name: "log", decode: decodeLog });
  for (const read of [keysRead, headRead, logRead]) if (read.kind !== "read") return read;
  if (keysRead.kind !== "read" || headRead.kind !== "read" || logRead.kind !== "read") throw new Error("all were read");
  return { kind: "read", keys: keysRead.value, pinned: headRead.value, log: logRead.value };
}

/** The log of the folder, or the one that was kept when the release was installed. */
async function logOf(release: string): Promise<string | null> {
  const kept = release.endsWith(".tgz") ? await presentOrNull(logBeside(release)) : null;
  return (await presentOrNull(join(dirname(release), LOG_FILE))) ?? kept;
}

/** Of a file or an address; a key set that holds a private key is none. */
async function readKeys(terminal: Terminal, given: string | null): Promise<Named<KeySet>> {
  if (given === null || !isAddress(given)) return readNamed(terminal, given, { name: "keys", decode: decodeKeySet });
  const source = sourceAt(terminal, given);
  if ("problem" in source) return { kind: "usage", problem: source.problem };
  const file = await fetchFile(source.remote, "", KEYS_LIMIT);
  if (file.kind === "failed") return { kind: "unreadable", name: "keys", problem: file.problem };
  const decoded = file.kind === "read" ? decodeKeySet(file.bytes) : null;
  if (decoded?.ok === true) return { kind: "read", value: decoded.value };
  return { kind: "unreadable", name: "keys", problem: `\`${given}\`: ${decoded?.problem ?? "There is no key set."}` };
}

async function presentOrNull(path: string): Promise<string | null> {
  return access(path).then(
    () => path,
    () => null,
  );
}

type Named<T> =
  | { readonly kind: "read"; readonly value: T | null }
  | Unreadable
  | { readonly kind: "usage"; readonly problem: UsageProblem };

async function readNamed<T>(
  terminal: Terminal,
  given: string | null,
  { name, decode }: { readonly name: Unreadable["name"]; readonly decode: (bytes: Uint8Array) => Decoded<T> },
): Promise<Named<T>> {
  if (given === null) return { kind: "read", value: null };
  const read = await readBytes(terminal, given, LIMIT);
  if ("problem" in read) return { kind: "usage", problem: read.problem };
  const decoded = decode(read.bytes);
  return decoded.ok
    ? { kind: "read", value: decoded.value }
    : { kind: "unreadable", name, problem: `\`${given}\`: ${decoded.problem}` };
}
