import { parseSource, type SourceFile } from "./scan/source.ts";

/** A breach of a rule, said so that the reader knows what to do next. */
export interface Problem {
  readonly path: string;
  /** From 1; 0 for the file or folder as a whole. */
  readonly line: number;
  readonly message: string;
}

/** The files of the repository that matter to a rule, by path. */
export type Texts = Readonly<Record<string, string>>;

export interface Tree {
  readonly sources: readonly SourceFile[];
  /** All other files (configuration, pages, data, the lock file) by path; no text where a file is none. */
  readonly texts: Texts;
}

/**
 * A rule of the house. Each carries trees that keep it and trees that break it, so that a rule that has stopped seeing
 * anything fails its own test.
 */
export interface Rule {
  readonly name: string;
  readonly check: (tree: Tree) => readonly Problem[];
  readonly good: readonly Texts[];
  readonly bad: readonly Texts[];
}

/** A rule that looks at one file at a time. */
export function eachFile(check: (file: SourceFile) => readonly Problem[]): Rule["check"] {
  return ({ sources }) => sources.flatMap(check);
}

export function treeOf(files: Texts): Tree {
  const entries = Object.entries(files);
  const sources = entries.filter(([path]) => isSource(path)).map(([path, text]) => parseSource(path, text));
  return { sources, texts: Object.fromEntries(entries.filter(([path]) => !isSource(path))) };
}

const isSource = (path: string) => /\.(ts|tsx|mjs)$/.test(path);

export function inform({ path, line, message }: Problem): string {
  return line === 0 ? `${path}: ${message}` : `${path}:${line}: ${message}`;
}
