import type { SettledOutcome } from "../ir/index.ts";
import { once } from "../values/index.ts";
import { keptCells, type OpenDiagram, type QuantitiesKnown, withNothingKnown } from "./openDiagram.ts";
import type { NodeId } from "./store.ts";
import { IMPOSSIBLE, outcomeTerminal } from "./terminals.ts";

/**
 * The quantities that decided an outcome, in the order of the levels: what is known of them alone settles it, whatever the
 * others are where the assumptions hold; without one of them it would be open. Those read last are the first to be left out.
 *
 *     from the last level up:  may it be open?   yes: all of its cells count from here on
 *                                                no:  it decided, with the cells that the case leaves it
 */
export function decidedBy(diagram: OpenDiagram, known: QuantitiesKnown, outcome: SettledOutcome): readonly string[] {
  const { whole } = withNothingKnown(diagram);
  const kept = whole.variables.map((variable) => keptCells(variable, known));
  const reached = reachedBy(whole, kept);
  const harmless = (1 << outcomeTerminal(outcome)) | (1 << IMPOSSIBLE);
  const ends = Array.from({ length: whole.store.terminals }, (_, terminal) => 1 << terminal);
  const deciding: string[] = [];
  for (const [level, nodes] of byLevelUp(whole).levels) {
    const { quantity, cells } = whole.variables[level] ?? { quantity: "", cells: [] };
    const possible = kept[level] ?? [];
    const endsOf = (node: NodeId, among: Iterable<number>): number => {
      let all = 0;
      for (const cell of among) all |= ends[whole.store.children(node)[cell] ?? node] ?? 0;
      return all;
    };
    const mayBeOpen =
      possible.length === cells.length ||
      nodes.every((node) => !reached.has(node) || (endsOf(node, cells.keys()) & ~harmless) === 0);
    if (!mayBeOpen) deciding.unshift(quantity);
    for (const node of nodes) ends[node] = endsOf(node, mayBeOpen ? cells.keys() : possible);
  }
  return deciding;
}

/** The nodes of each level, the last level first. */
const byLevelUp = once(({ store, root, variables }: OpenDiagram) => {
  const levels = variables.map((_, level): readonly [number, NodeId[]] => [level, []]);
  for (let node = store.terminals; node <= root; node++) levels[store.level(node)]?.[1].push(node);
  return { levels: levels.toReversed() };
});

/** The nodes that completions of the case come by. */
function reachedBy({ store, root }: OpenDiagram, kept: readonly (readonly number[])[]): ReadonlySet<NodeId> {
  const met = new Set([root]);
  for (const node of met) {
    const children = store.children(node);
    for (const cell of kept[store.level(node)] ?? []) met.add(children[cell] ?? node);
  }
  return met;
}
