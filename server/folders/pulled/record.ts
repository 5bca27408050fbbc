import { mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { done, type Result, refuse } from "../result.ts";
import { standsAt } from "../setFolder.ts";
import { replaceFile } from "../writeFile.ts";

const SCHEMA = "precept/pulled/1";
const LARGEST = 8 * 1024 * 1024;

const schema = z.object({
  schema: z.literal(SCHEMA),
  set: z.string(),
  server: z.string(),
  revision: z.number().int(),
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

/** What a folder was last filled with. */
export interface PulledRecord {
  readonly set: string;
  /** The address that it came from. */
  readonly server: string;
  readonly revision: number;
  /** SHA-256 of each file as it came, in hexadecimal digits, by path. */
  readonly files: ReadonlyMap<string, string>;
}

const placeOf = (folder: string) => join(folder, ".precept", "pulled.json");

/** `null`: the folder was never filled by a pull. */
export async function readPulled(folder: string): Promise<Result<PulledRecord | null>> {
  const place = placeOf(folder);
  const found = await stat(place).catch(() => null);
  if (found === null) return done(null);
  const read = found.size > LARGEST ? null : decode(await readFile(place, "utf8"));
  return read === null
    ? refuse({ kind: "not text", detail: `\`${place}\` is not as \`precept pull\` wrote it.` })
    : done(read);
}

function decode(text: string): PulledRecord | null {
  try {
    const { set, server, revision, files } = schema.parse(JSON.parse(text));
    return { set, server, revision, files: new Map(Object.entries(files)) };
  } catch {
    return null;
  }
}

export async function writePulled(folder: string, record: PulledRecord): Promise<Result<null>> {
  const own = join(folder, ".precept");
  if ((await standsAt(own)) === "link") return refuse({ kind: "bad path", detail: `\`${own}\` is a link.` });
  await mkdir(own, { recursive: true });
  const files = Object.fromEntries([...record.files].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const { set, server, revision } = record;
  const text = `${JSON.stringify({ schema: SCHEMA, set, server, revision, files }, null, 1)}\n`;
  await replaceFile(placeOf(folder), new TextEncoder().encode(text));
  return done(null);
}
