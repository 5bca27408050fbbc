import type { Outline } from "./outline.ts";
import type { Reading } from "./reading.ts";

/** A reading of a guideline while one tree is drawn of it, with what the tree holds so far. */
export interface Telling extends Reading {
  readonly told: {
    nodes: number;
    /** What each definition was found to be, by its key. */
    readonly definitions: Map<string, Outline>;
    /** The rows of each table, by its key. */
    readonly rows: Map<string, readonly Outline[]>;
    /** What was pointed back to instead of being told again. */
    readonly repeated: Set<Outline>;
  };
}

export function telling(of: Reading): Telling {
  return { ...of, told: { nodes: 0, definitions: new Map(), rows: new Map(), repeated: new Set() } };
}

/**
 * A tree larger than this tells a definition or a table in full only where it stands first. Definitions of which each names
 * the one before twice would double it with every one.
 */
const mostInFull = 1_000;

export function toldBefore({ told }: Telling, definition: string): Outline | null {
  const earlier = told.nodes < mostInFull ? undefined : told.definitions.get(definition);
  if (earlier !== undefined) told.repeated.add(earlier);
  return earlier ?? null;
}

export function rowsToldBefore({ told }: Telling, table: string): readonly Outline[] | null {
  const earlier = told.nodes < mostInFull ? undefined : told.rows.get(table);
  for (const row of earlier ?? []) told.repeated.add(row);
  return earlier ?? null;
}
