import type { Node } from "./node.ts";
import type { Scene } from "./scene.ts";

/** A scene while one tree of findings is made of it, with what the tree holds so far. */
export interface Telling extends Scene {
  readonly told: {
    nodes: number;
    /** What each definition was found to be, by its key. */
    readonly definitions: Map<string, Node>;
    /** The rows of each table, by its key. */
    readonly rows: Map<string, readonly Node[]>;
  };
}

export function telling(of: Scene): Telling {
  return { ...of, told: { nodes: 0, definitions: new Map(), rows: new Map() } };
}

/**
 * A tree larger than this tells a definition or a table in full only where it stands first. Definitions of which each names
 * the one before twice would double it with every one.
 */
const mostInFull = 1_000;

/** In the place of what a definition rests on, where it was told before. */
export const shownAbove = "Shown in full above.";

export function toldBefore({ told }: Telling, definition: string): Node | null {
  return told.nodes < mostInFull ? null : (told.definitions.get(definition) ?? null);
}

export function rowsToldBefore({ told }: Telling, table: string): readonly Node[] | null {
  return told.nodes < mostInFull ? null : (told.rows.get(table) ?? null);
}
