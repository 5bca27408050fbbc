import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type ArchiveFile, type Release, setTexts } from "../../engine/release/index.ts";

/** A release as `verifyRelease` found it. */
export interface ReleaseContent {
  readonly release: Pick<Release, "manifest">;
  readonly files: readonly ArchiveFile[];
}

/** What may be asked of the engine in a release. `options`: as `engine/bundle` takes them. */
export interface Question {
  readonly ask: "determine" | "letter";
  readonly caseText: string;
  readonly options: Readonly<Record<string, string | readonly string[]>>;
}

export interface Asking {
  /** `engine.js` */
  readonly engine: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly manifest: unknown;
  readonly questions: readonly Question[];
}

/** A reply for each question, as the engine gave it; or, as a sentence, why there is none. */
export type Asked =
  | { readonly replies: readonly string[]; readonly problem: null }
  | { readonly replies: null; readonly problem: string };

export interface Patience {
  readonly milliseconds: number;
}

const inside = fileURLToPath(new URL("./inside.ts", import.meta.url));
const sandbox = fileURLToPath(new URL("./sandbox/", import.meta.url));

/** Cases are at most a MB each; a reply may be many times as long. */
const mostBytes = 256 * 1024 * 1024;

/**
 * Asks the engine that a release carries, in a process that can neither write nor start anything, nor read but its own files. It
 * knows no environment, makes no code from text, and reaches nothing but the language (`sandbox/`).
 */
export async function askEngine(
  content: ReleaseContent,
  questions: readonly Question[],
  { milliseconds }: Patience = { milliseconds: 120_000 },
): Promise<Asked> {
  const engine = content.files.find(({ path }) => path === "engine.js");
  if (engine === undefined) return { replies: null, problem: "The release holds no engine." };
  const asking: Asking = {
    engine: new TextDecoder().decode(engine.content),
    files: setTexts(content.files).filter(({ path }) => !path.startsWith("cases/")),
    manifest: content.release.manifest,
    questions,
  };
  const { code, output } = await run(JSON.stringify(asking), milliseconds);
  const replies = code === 0 ? decodeReplies(output) : null;
  if (replies?.length === questions.length) return { replies, problem: null };
  return { replies: null, problem: "The engine of this release gave no answer." };
}

const limits = [
  "--permission",
  `--allow-fs-read=${inside}`,
  `--allow-fs-read=${sandbox}`,
  "--disallow-code-generation-from-strings",
];

function run(input: string, timeout: number): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...limits, "--disable-warning=ExperimentalWarning", inside], {
      env: {},
      stdio: ["pipe", "pipe", "ignore"],
      timeout,
      killSignal: "SIGKILL",
    });
    const chunks: Buffer[] = [];
    let bytes = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostBytes) child.kill("SIGKILL");
      else chunks.push(chunk);
    });
    child.on("error", () => resolve({ code: null, output: "" }));
    child.on("close", (code) => resolve({ code, output: Buffer.concat(chunks).toString() }));
    // A child that ended early leaves nobody to read the rest.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

function decodeReplies(output: string): readonly string[] | null {
  try {
    return z.array(z.string()).parse(JSON.parse(output));
  } catch {
    return null;
  }
}
