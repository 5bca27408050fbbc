import { lstat, mkdir, readFile, realpath, unlink } from "node:fs/promises";
import { join } from "node:path";
import { decodeLog, encodeLog, type ReleaseLog, rootAt } from "../../../engine/attestation/index.ts";
import { type ArchiveFile, type Release, setTexts, verifyRelease } from "../../../engine/release/index.ts";
import { createFile, etagOf, replaceFile, readSetFile, type SetFolder, writeSetFile } from "../../folders/index.ts";
import { attestationFile } from "../shelves/index.ts";
import { readReleases } from "../shelves/index.ts";

/** A release that was verified, with what is said of it. */
export interface Installable {
  readonly release: Release;
  readonly files: readonly ArchiveFile[];
  readonly attestation: Uint8Array | null;
  /** The log it stands in, as it is now; `null` where it is not at hand. */
  readonly log: ReleaseLog | null;
}

export type Installed =
  /** `written`, `removed`: paths in the set; what was there already is in neither. */
  | { readonly kind: "installed"; readonly written: readonly string[]; readonly removed: readonly string[] }
  /** Nothing was written: these are not as any release there left them, or another reason. */
  | { readonly kind: "refused"; readonly problems: readonly string[] };

/**
 * Writes the set of a release into a folder, and the release beside it. What somebody changed there is never replaced: then nothing
 * is written. What was begun and broken off goes on where it is asked for again.
 */
export async function installRelease(folder: string, of: Installable): Promise<Installed> {
  const linked = await linkProblem(folder);
  if (linked !== null) return { kind: "refused", problems: [linked] };
  await mkdir(join(folder, "releases"), { recursive: true });
  const set = { name: of.release.manifest.set, folder: await realpath(folder) };
  const steps = await stepsTo(set, of.files);
  const problems = steps.flatMap((step) => (step.kind === "refused" ? [step.problem] : []));
  if (problems.length > 0) return { kind: "refused", problems };
  for (const step of steps) {
    const problem = await take(set, step);
    if (problem !== null) return { kind: "refused", problems: [problem] };
  }
  const kept = await keep(set, of);
  if (kept !== null) return { kind: "refused", problems: [kept] };
  const pathsOf = (kind: Step["kind"]) => steps.flatMap((step) => (step.kind === kind ? [step.path] : []));
  return { kind: "installed", written: pathsOf("write"), removed: pathsOf("remove") };
}

async function linkProblem(folder: string): Promise<string | null> {
  const found = await lstat(join(folder, "releases")).catch(() => null);
  return found?.isSymbolicLink() === true ? "`releases` is a link; nothing is written through links." : null;
}

type Step =
  | { readonly kind: "write"; readonly path: string; readonly text: string; readonly over: string | null }
  | { readonly kind: "remove" | "keep"; readonly path: string }
  | { readonly kind: "refused"; readonly path: string; readonly problem: string };

async function stepsTo(set: SetFolder, files: readonly ArchiveFile[]): Promise<readonly Step[]> {
  const wanted = setTexts(files);
  const earlier = await leftByReleases(set);
  const paths = new Set(wanted.map(({ path }) => path));
  const gone = [...earlier.keys()].filter((path) => !paths.has(path));
  return [
    ...(await Promise.all(wanted.map(({ path, text }) => writing(set, path, text, earlier)))),
    ...(await Promise.all(gone.map((path) => removing(set, path, earlier)))),
  ];
}

type Earlier = ReadonlyMap<string, ReadonlySet<string>>;

async function writing(set: SetFolder, path: string, text: string, earlier: Earlier): Promise<Step> {
  const etag = etagOf(new TextEncoder().encode(text));
  const found = await readSetFile(set, path);
  if (!found.ok && found.refusal.kind === "not found") return { kind: "write", path, text, over: null };
  if (!found.ok) return { kind: "refused", path, problem: `\`${path}\`: ${found.refusal.detail}` };
  if (found.value.etag === etag) return { kind: "keep", path };
  const isOurs = earlier.get(path)?.has(found.value.etag) === true;
  if (isOurs) return { kind: "write", path, text, over: found.value.etag };
  return {
    kind: "refused",
    path,
    problem: `\`${path}\` was changed here. Keep your change elsewhere, then install again.`,
  };
}

/** What an earlier release left and nobody changed goes with it; what somebody changed stays. */
async function removing(set: SetFolder, path: string, earlier: Earlier): Promise<Step> {
  const found = await readSetFile(set, path);
  const isOurs = found.ok && earlier.get(path)?.has(found.value.etag) === true;
  return { kind: isOurs ? "remove" : "keep", path };
}

/** By path, the etags of what releases in this folder hold. */
async function leftByReleases({ folder }: SetFolder): Promise<Earlier> {
  const releases = join(folder, "releases");
  const left = new Map<string, Set<string>>();
  for (const { file } of (await readReleases(releases)).releases) {
    const verified = await verifyRelease(await readFile(join(releases, file)));
    for (const { path, text } of verified.ok ? setTexts(verified.files) : [])
      left.set(path, (left.get(path) ?? new Set()).add(etagOf(new TextEncoder().encode(text))));
  }
  return left;
}

/** Why a step could not be taken; `null` when it was. */
async function take(set: SetFolder, step: Step): Promise<string | null> {
  if (step.kind === "remove") await unlink(join(set.folder, step.path));
  if (step.kind !== "write") return null;
  const precondition =
    step.over === null ? ({ kind: "absent" } as const) : { kind: "matches" as const, etags: [step.over] };
  const written = await writeSetFile(set, step.path, step.text, precondition);
  return written.ok ? null : `\`${step.path}\`: ${written.refusal.detail}`;
}

/** \`STEM-VERSION.log.json\`: the log that an installed release stood in, so that nothing has to be asked for again. */
export function logBeside(archive: string): string {
  return archive.replace(/\.tgz$/, ".log.json");
}

/** The release, its attestation and its log, beside the set. */
async function keep({ folder }: SetFolder, { release, attestation, log }: Installable): Promise<string | null> {
  const files = [
    { name: release.file, bytes: release.bytes },
    ...(attestation === null ? [] : [{ name: attestationFile(release.file), bytes: attestation }]),
  ];
  for (const { name, bytes } of files) {
    const place = join(folder, "releases", name);
    const found = await readFile(place).catch(() => null);
    if (found !== null && !found.equals(bytes)) return `There is another file \`releases/${name}\`; it is left alone.`;
    if (found === null) await createFile(place, bytes);
  }
  return log === null ? null : keepLog(join(folder, "releases", logBeside(release.file)), log);
}

/** What was kept of the log goes on; a log that did not grow out of it takes its place never. */
async function keepLog(place: string, log: ReleaseLog): Promise<string | null> {
  const before = await readFile(place).then(decodeLog, () => null);
  if (before === null) await createFile(place, encodeLog(log));
  if (before === null) return null;
  if (!before.ok || !isOfOne(before.value, log)) return `\`${place}\` is not of the log that this release stands in.`;
  if (before.value.head.size < log.head.size) await replaceFile(place, encodeLog(log));
  return null;
}

function isOfOne(one: ReleaseLog, other: ReleaseLog): boolean {
  const size = Math.min(one.head.size, other.head.size);
  return rootAt(one, size) === rootAt(other, size);
}
