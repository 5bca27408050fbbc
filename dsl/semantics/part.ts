import type { Chunk, Declaration, Parsed } from "../syntax/index.ts";
import type { Resolved } from "./resolve.ts";

/** One declaration with its text, tree and meaning. */
export interface Part {
  readonly chunk: Chunk;
  readonly parsed: Parsed;
  readonly declaration: Declaration;
  readonly resolved: Resolved;
}
