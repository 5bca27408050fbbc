import { markedWith, mover } from "./moved.ts";
import type { Meaning, Resolved } from "./resolve.ts";

const movers = new WeakMap<Resolved, (offset: number) => Meaning>();

/** What a declaration means where it stands in its file. Problems are placed by themselves, and what it uses is looked up in its own text. */
export function placed(resolved: Resolved, start: number): Meaning {
  const known = movers.get(resolved) ?? mover({ ...resolved, uses: [], problems: [] });
  movers.set(resolved, known);
  return known(start);
}

/** What a declaration of another file means. */
export function placedIn(file: string, resolved: Resolved, start: number): Meaning {
  return markedWith(placed(resolved, start), file);
}
