import { mkdir, readdir, readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import { decodePinnedHead, encodePin, type PinnedHead, type SignedHead } from "../../../engine/attestation/index.ts";
import { sha256Hex } from "../../../engine/digest/index.ts";
import { writeSecretly } from "../../folders/index.ts";

/**
 * The head that was signed last of each folder's log, kept beside the private keys: who can write into the folder of releases cannot
 * take back there what was signed, nor put another log in its place.
 */
const HEADS = "heads";

/** Where the head of a folder's log is kept. */
export async function pinPath(keyFolder: string, folder: string): Promise<string> {
  const place = new TextEncoder().encode(await realpath(folder));
  return join(keyFolder, HEADS, `${sha256Hex(place).slice(0, 32)}.json`);
}

export async function keepHead(keyFolder: string, folder: string, head: SignedHead, at: Date): Promise<void> {
  await mkdir(join(keyFolder, HEADS), { recursive: true, mode: 0o700 });
  const text = new TextDecoder().decode(encodePin(head, at.toISOString()));
  await writeSecretly(await pinPath(keyFolder, folder), text);
}

/** What was kept of a folder's log; of one that was brought here from elsewhere, the largest head of a log with its id. */
export async function keptHead(keyFolder: string, folder: string, log: string | null): Promise<PinnedHead | null> {
  const own = await readPin(await pinPath(keyFolder, folder));
  const names = await readdir(join(keyFolder, HEADS)).catch(() => []);
  const all = await Promise.all(names.map((name) => readPin(join(keyFolder, HEADS, name))));
  const same = all.filter((pin) => pin !== null && pin.head.log === (own?.head.log ?? log));
  return same.toSorted((a, b) => (b?.head.size ?? 0) - (a?.head.size ?? 0))[0] ?? null;
}

/** A file that is none is passed over, as one that is not there. */
async function readPin(path: string): Promise<PinnedHead | null> {
  const bytes = await readFile(path).catch(() => null);
  const decoded = bytes === null ? null : decodePinnedHead(bytes);
  return decoded?.ok === true ? decoded.value : null;
}
