import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import type { Diagnostic } from "../../dsl/index.ts";
import {
  type Decoded,
  decodeText,
  readSetFiles,
  readTextFile,
  type SetFolder,
  setFolderAt,
} from "../../server/folders/index.ts";
import type { UsageProblem } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { findPath, setAbove } from "./paths.ts";

/** A text with the path a person knows it by: relative to where they are. */
export interface NamedText {
  readonly path: string;
  readonly text: string;
}

/** A guideline that stands in no set. */
export interface LoneGuideline extends NamedText {
  /** Those in the same folder, which it may use or change. */
  readonly beside: readonly NamedText[];
}

/** A guideline set as read; the paths of its files are within the set. */
export interface SetSource {
  readonly set: SetFolder;
  /** How a person finds its folder from where they are; empty when they are in it. */
  readonly shown: string;
  readonly files: readonly NamedText[];
  /** What of the set was asked for: a file, a folder ending in `/`, or all of it, which is empty. */
  readonly only: string;
}

/** Everything that paths on the command line name. */
export interface Sources {
  readonly sets: readonly SetSource[];
  /** Guidelines that stand in no set. */
  readonly guidelines: readonly LoneGuideline[];
  /** Files that cannot be read as text. */
  readonly diagnostics: readonly Diagnostic[];
  readonly problems: readonly UsageProblem[];
}

const nothing: Sources = { sets: [], guidelines: [], diagnostics: [], problems: [] };

/** Reads what the paths name; `-` is a guideline on standard input. The same place named twice is read once. */
export async function readSources(terminal: Terminal, paths: readonly string[]): Promise<Sources> {
  const visited = new Set<string>();
  const read: Sources[] = [];
  for (const path of paths)
    read.push(path === "-" ? await readStdin(terminal) : await readPath(terminal, path, visited));
  return together(read);
}

function together(all: readonly Sources[]): Sources {
  return {
    sets: all.flatMap((each) => each.sets),
    guidelines: all.flatMap((each) => each.guidelines),
    diagnostics: all.flatMap((each) => each.diagnostics),
    problems: all.flatMap((each) => each.problems),
  };
}

async function readStdin(terminal: Terminal): Promise<Sources> {
  return named("<stdin>", decodeText(await terminal.stdin()));
}

async function readPath(terminal: Terminal, given: string, visited: Set<string>): Promise<Sources> {
  const found = await findPath(terminal.folder, given);
  if (found.kind === "missing") return { ...nothing, problems: [found.problem] };
  if (found.path.endsWith(".tgz")) return { ...nothing, problems: [packed(given)] };
  const set = await setAbove(found.path);
  if (set !== null) return readSet(terminal, set, partOf(set, found));
  if (found.kind === "folder") return together(await walkFolder(terminal, found.path, visited));
  return found.path.endsWith(".guideline")
    ? readGuideline(terminal, found.path)
    : { ...nothing, problems: [strayFile(given)] };
}

/** Which part of its set a path is, as `only` says it. */
function partOf(set: string, found: { readonly kind: "file" | "folder"; readonly path: string }): string {
  const part = relative(set, found.path).replaceAll("\\", "/");
  return found.kind === "folder" && part !== "" ? `${part}/` : part;
}

/** Whether a file of a set is among what was asked for. */
export function isAskedFor({ only }: SetSource, path: string): boolean {
  return only === "" || path === only || (only.endsWith("/") && path.startsWith(only));
}

function strayFile(given: string): UsageProblem {
  return {
    message: `\`${given}\` is no guideline and stands in no guideline set.`,
    hint: "Guidelines end in `.guideline`; a case stands in the `cases` folder of a set, beside its `set.yaml`.",
  };
}

/** Its set is not the one whose folder it lies in. */
function packed(given: string): UsageProblem {
  return {
    message: `\`${given}\` is packed: a release, not a guideline set.`,
    hint: "`precept install FILE --into FOLDER` writes its set into a folder; `precept determine CASE --release FILE` decides by it.",
  };
}

/** Folders are entered once each, however links lead round in circles. */
async function walkFolder(terminal: Terminal, folder: string, visited: Set<string>): Promise<readonly Sources[]> {
  const real = await realpath(folder);
  if (visited.has(real)) return [];
  visited.add(real);
  const entries = (await readdir(folder)).filter((name) => !name.startsWith(".") && name !== "node_modules").toSorted();
  if (entries.includes("set.yaml")) return [await readSet(terminal, folder, "")];
  const inside = await Promise.all(entries.map((name) => walkEntry(terminal, join(folder, name), visited)));
  return inside.flat();
}

async function walkEntry(terminal: Terminal, path: string, visited: Set<string>): Promise<readonly Sources[]> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() === true) return walkFolder(terminal, path, visited);
  return found?.isFile() === true && path.endsWith(".guideline") ? [await readGuideline(terminal, path)] : [];
}

async function readGuideline(terminal: Terminal, path: string): Promise<Sources> {
  const read = await readTextFile(path);
  const beside = read.text !== null && mayLink.test(read.text) ? await readBeside(terminal, path) : [];
  return named(relative(terminal.folder, path), read, beside);
}

/** A line that begins as `use "Title"` and `changes "Title"` do. */
const mayLink = /^[ \t]+(?:use|changes)\b/m;

/** What cannot be read gives nothing to others; that is told where it is asked for itself. */
async function readBeside(terminal: Terminal, path: string): Promise<readonly NamedText[]> {
  const folder = dirname(path);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".guideline") && name !== basename(path));
  const read = await Promise.all(
    names.toSorted().map(async (name) => {
      const other = join(folder, name);
      const isFile = (await stat(other).catch(() => null))?.isFile() === true;
      const text = isFile ? (await readTextFile(other)).text : null;
      return text === null ? [] : [{ path: relative(terminal.folder, other), text }];
    }),
  );
  return read.flat();
}

function named(path: string, { text, problem }: Decoded, beside: readonly NamedText[] = []): Sources {
  return text === null ? unreadable(path, problem) : { ...nothing, guidelines: [{ path, text, beside }] };
}

async function readSet(terminal: Terminal, folder: string, only: string): Promise<Sources> {
  const set = await setFolderAt(folder);
  if (!set.ok) return { ...nothing, problems: [{ message: set.refusal.detail }] };
  const files = await readSetFiles(set.value);
  if (!files.ok) return { ...nothing, problems: [{ message: files.refusal.detail }] };
  const shown = relative(terminal.folder, folder);
  const texts = files.value.filter((file) => file.unreadable === null);
  const broken = files.value.flatMap((file) =>
    file.unreadable === null ? [] : [notText(join(shown, file.path), file.unreadable)],
  );
  return { ...nothing, sets: [{ set: set.value, shown, files: texts, only }], diagnostics: broken };
}

function unreadable(path: string, why: string): Sources {
  return { ...nothing, diagnostics: [notText(path, why)] };
}

/** E0001: see its page. */
function notText(file: string, message: string): Diagnostic {
  const hint = "Guidelines and cases are plain text in UTF-8, as every text editor saves it.";
  return { code: "E0001", severity: "error", message, file, span: { start: 0, end: 0 }, labels: [], fixes: [], hint };
}
