import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import {
  type ArchiveFile,
  buildRelease,
  candidateOf,
  type Earlier,
  type EngineBundle,
  nothingEarlier,
  verifyRelease,
  type Verified,
} from "../../../engine/release/index.ts";
import type { SetFile } from "../../../engine/set/index.ts";
import { engineBundle } from "../../../server/engines/index.ts";

export type Good = Extract<Verified, { ok: true }>;

/** The engine of today. */
export async function today(): Promise<EngineBundle> {
  const engine = await engineBundle();
  if (engine === null) throw new Error("the engine is not built");
  return engine;
}

/** An engine whose words differ: `from` must be in it. */
export function altered({ bytes }: EngineBundle, from: string, to: string): EngineBundle {
  const text = new TextDecoder().decode(bytes);
  if (!text.includes(from)) throw new Error(`the engine does not say: ${from}`);
  return { version: "0.0.9", bytes: new TextEncoder().encode(text.replaceAll(from, to)) };
}

export async function filesOfShipped(set: string): Promise<readonly SetFile[]> {
  const folder = join(import.meta.dirname, "../../../guidelines", set);
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(?:guideline|yaml|md)$/.test(name));
  return Promise.all(names.map(async (path) => ({ path, text: await readFile(join(folder, path), "utf8") })));
}

/** The next release of a set after `earlier`, verified. */
export async function releaseOf(
  files: readonly SetFile[],
  engine: EngineBundle,
  earlier: Good | null = null,
): Promise<Good> {
  const before: Earlier =
    earlier === null ? nothingEarlier : { manifests: [earlier.release.manifest], latest: earlier.files };
  const built = await buildRelease(candidateOf(files), before, engine);
  if (built.kind !== "built") throw new Error(JSON.stringify(built));
  const verified = await verifyRelease(built.release.bytes);
  if (!verified.ok) throw new Error(verified.reasons.join("\n"));
  return verified;
}

/** The files of a release on disk, as npm unpacks them. */
export async function unpacked({ release, files }: Good): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "precept-release-"));
  const manifest = { path: "manifest.json", content: new TextEncoder().encode(JSON.stringify(release.manifest)) };
  for (const { path, content } of [manifest, ...files] satisfies ArchiveFile[]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** What the module in a release records of cases, as somebody who installed it sees it. */
export async function recordedBy(of: Good, caseTexts: readonly string[]): Promise<readonly string[]> {
  const folder = await unpacked(of);
  try {
    await writeFile(join(folder, "cases.json"), JSON.stringify(caseTexts));
    const code = `import cases from "./cases.json" with { type: "json" }; import { record } from "./index.js";
      process.stdout.write(JSON.stringify(cases.map((text) => record(text))));`;
    const parameters = ["--input-type=module", "--eval", code];
    const { stdout } = await promisify(execFile)(process.execPath, parameters, { cwd: folder, maxBuffer: 2 ** 28 });
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}
