import { setPathProblem } from "../../../engine/release/index.ts";
import type { Pulled } from "../../protocol/index.ts";
import { unfitText } from "../fits.ts";
import { collisions } from "../path.ts";
import { done, type Refusal, type Result, type Stale } from "../result.ts";
import { readSetFiles, type SetFolder, type StoredFile } from "../setFolder.ts";
import { etagOf } from "../text.ts";
import { removeSetFile, writeBeside, writeSetFile } from "../writeFile.ts";
import { THEIRS } from "./theirs.ts";

/** What a pull did to a folder, as paths. */
export interface PullDone {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Changed in the folder only, and left alone. */
  readonly kept: readonly string[];
  /** Changed on both sides: the folder's text is left alone, the server's stands beside it. */
  readonly conflicts: readonly string[];
  /** Removed on the server, changed in the folder: left alone. */
  readonly removedThere: readonly string[];
  /** The hash that each file of the folder now goes back to. */
  readonly base: ReadonlyMap<string, string>;
}

/** Why an answer cannot be the files of a set, whoever sent it; `null` when it can. */
export function unfitPull({ files }: Pulled): string | null {
  const paths = files.map(({ path }) => path);
  const bad = paths.find((path) => setPathProblem(path) !== null);
  if (bad !== undefined) return `It names a file that no guideline set holds: ${JSON.stringify(bad)}.`;
  const [colliding] = collisions(paths);
  if (colliding !== undefined || new Set(paths).size < paths.length) return "Two of its files would be one.";
  const unfit = files.find(({ text }) => unfitText(text) !== null);
  if (unfit !== undefined) return `\`${unfit.path}\` is no text.`;
  const damaged = files.find(({ text, sha256 }) => etagOf(text) !== `"${sha256}"`);
  return damaged === undefined ? null : `\`${damaged.path}\` did not arrive as it was sent.`;
}

/**
 * Brings what is new on the server into a folder. What was changed in the folder is never replaced: the server's text then
 * stands beside it as `NAME.theirs`. `base`: what the folder was last filled with.
 */
export async function pullInto(
  set: SetFolder,
  pulled: Pulled,
  base: ReadonlyMap<string, string>,
): Promise<Result<PullDone, Refusal | Stale>> {
  const local = await readSetFiles(set);
  if (!local.ok) return local;
  const here = new Map(local.value.map((file) => [file.path, file]));
  const there = new Map(pulled.files.map((file) => [file.path, file]));
  // Those that are no text on the server stay where they are.
  const unread = new Set(pulled.unread.map(({ path }) => path));
  const paths = [...new Set([...here.keys(), ...there.keys(), ...base.keys()])].filter((path) => !unread.has(path));
  const steps = paths.map((path) => stepFor(path, here.get(path), there.get(path), base.get(path) ?? null));
  for (const step of steps) {
    const taken = await take(set, step);
    if (!taken.ok) return taken;
  }
  return done(told(steps));
}

type Theirs = Pulled["files"][number];

type Step =
  | { readonly kind: "same" | "gone" | "kept" | "removed there"; readonly path: string; readonly base: string | null }
  | {
      readonly kind: "write" | "beside";
      readonly path: string;
      readonly theirs: Theirs;
      readonly mine: StoredFile | undefined;
    }
  | { readonly kind: "remove"; readonly path: string; readonly mine: StoredFile };

/** `base`: the hash of what both sides once had, `null` when they had nothing. */
function stepFor(path: string, mine: StoredFile | undefined, theirs: Theirs | undefined, base: string | null): Step {
  const here = mine === undefined ? null : mine.etag.slice(1, -1);
  const there = theirs?.sha256 ?? null;
  if (here === there) return { kind: here === null ? "gone" : "same", path, base: there };
  if (there === base) return { kind: "kept", path, base };
  if (theirs === undefined) {
    return mine !== undefined && here === base
      ? { kind: "remove", path, mine }
      : { kind: "removed there", path, base: null };
  }
  const untouched = here === base || mine === undefined;
  return { kind: untouched ? "write" : "beside", path, theirs, mine };
}

async function take(set: SetFolder, step: Step): Promise<Result<unknown, Refusal | Stale>> {
  if (step.kind === "beside") return writeBeside(set, step.path, THEIRS, step.theirs.text);
  if (step.kind === "remove") return removeSetFile(set, step.path, step.mine.etag);
  if (step.kind !== "write") return done(null);
  const { mine, theirs } = step;
  const over = mine === undefined ? ({ kind: "absent" } as const) : ({ kind: "matches", etags: [mine.etag] } as const);
  return writeSetFile(set, step.path, theirs.text, over);
}

function told(steps: readonly Step[]): PullDone {
  const of = (kind: Step["kind"]) => steps.filter((step) => step.kind === kind).map(({ path }) => path);
  const base = steps.flatMap((step) => {
    const hash = "theirs" in step ? step.theirs.sha256 : "base" in step ? step.base : null;
    return hash === null ? [] : [[step.path, hash] as const];
  });
  return {
    written: of("write"),
    removed: of("remove"),
    kept: of("kept"),
    conflicts: of("beside"),
    removedThere: of("removed there"),
    base: new Map(base),
  };
}
