import { parseSync } from "vite";
import { isNode, type Node } from "./node.ts";

export interface Comment {
  readonly text: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** One file of TypeScript, parsed. Lines count from 1. */
export interface SourceFile {
  /** From the top of the repository, with slashes: `dsl/source/span.ts`. */
  readonly path: string;
  readonly text: string;
  readonly program: Node;
  readonly comments: readonly Comment[];
  readonly syntaxErrors: readonly string[];
  readonly lineAt: (offset: number) => number;
}

export function parseSource(path: string, text: string): SourceFile {
  const parsed = parseSync(path, text);
  const lineAt = lineFinder(text);
  const comments = parsed.comments.map(({ value, start, end }) => ({
    text: value,
    firstLine: lineAt(start),
    lastLine: lineAt(end),
  }));
  const syntaxErrors = parsed.errors.map(({ message }) => message);
  return { path, text, program: rootOf(parsed.program), comments, syntaxErrors, lineAt };
}

function rootOf(program: unknown): Node {
  if (!isNode(program)) throw new Error("the parser gave no syntax tree");
  return program;
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => {
    const next = starts.findIndex((start) => start > offset);
    return next === -1 ? starts.length : next;
  };
}
