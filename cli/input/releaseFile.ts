import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { ARCHIVE_LIMIT, type Verified, verifyRelease } from "../../engine/release/index.ts";
import type { UsageProblem } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { findPath } from "./paths.ts";

/** A release in a file; or why the file is none as it was made, a sentence each. */
export type FoundRelease = Verified | { readonly ok: "usage"; readonly problem: UsageProblem };

/** Reads and verifies the release that a path names. */
export async function releaseAt(terminal: Terminal, given: string): Promise<FoundRelease> {
  const found = await findPath(terminal.folder, given);
  if (found.kind === "missing") return { ok: "usage", problem: found.problem };
  if (found.kind === "folder") return noRelease(`\`${given}\` is a folder, not a release.`);
  return verifiedFile(found.path);
}

/** The release with a digest among those in a folder. */
export async function releaseAmong(terminal: Terminal, given: string, digest: string): Promise<FoundRelease> {
  const found = await findPath(terminal.folder, given);
  if (found.kind === "missing") return { ok: "usage", problem: found.problem };
  if (found.kind === "file") return noRelease(`\`${given}\` is a file, not a folder of releases.`);
  const names = await readdir(found.path);
  for (const name of names.filter((each) => each.endsWith(".tgz")).toSorted()) {
    const verified = await verifiedFile(join(found.path, name));
    if (verified.ok && verified.release.digest === digest) return verified;
  }
  return noRelease(`No release in \`${given}\` has the digest ${digest}.`);
}

function noRelease(message: string): FoundRelease {
  return { ok: "usage", problem: { message } };
}

async function verifiedFile(path: string): Promise<Verified> {
  const { size } = await stat(path);
  if (size > ARCHIVE_LIMIT) return { ok: false, reasons: ["The file is larger than any release."] };
  return verifyRelease(await readFile(path));
}
