import { chmod, mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Decoded, keyRecordSchema } from "../../../engine/attestation/index.ts";
import { writeSecretly } from "../../folders/index.ts";
import type { KeptKey } from "./keptKey.ts";

const keySchema = z.strictObject({
  schema: z.literal("precept/key/1"),
  record: keyRecordSchema,
  d: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .nullable(),
});

/** The keys in a folder, the oldest first; a file that is none says so, since a key that is passed over is not revoked. */
export async function readKeyFolder(folder: string): Promise<Decoded<readonly KeptKey[]>> {
  const names = (await readdir(folder).catch(() => [])).filter(
    (name) => name.endsWith(".json") && !name.startsWith("."),
  );
  const keys = await Promise.all(names.map((name) => readKey(folder, name)));
  const wrong = names.find((_, at) => keys[at] === null);
  if (wrong !== undefined)
    return { ok: false, problem: `\`${join(folder, wrong)}\` is no key. Restore it or take it away.` };
  const sorted = keys.flatMap((key) => (key === null ? [] : [key])).toSorted(byAge);
  return { ok: true, value: sorted };
}

async function readKey(folder: string, name: string): Promise<KeptKey | null> {
  try {
    const { record, d } = keySchema.parse(JSON.parse(await readFile(join(folder, name), "utf8")));
    return name === `${record.kid}.json` ? { record, d } : null;
  } catch {
    return null;
  }
}

function byAge(a: KeptKey, b: KeptKey): number {
  return a.record.created < b.record.created ? -1 : 1;
}

/** Writes keys so that only their owner can read them; each is on the disk when it returns. */
export async function writeKeyFolder(folder: string, keys: readonly KeptKey[]): Promise<void> {
  if (keys.length === 0) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  for (const { record, d } of keys)
    await writeSecretly(
      join(folder, `${record.kid}.json`),
      `${JSON.stringify({ schema: "precept/key/1", record, d })}\n`,
    );
}
