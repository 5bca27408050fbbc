import type { SettledOutcome } from "../ir/index.ts";
import { once } from "../values/index.ts";
import { keptCells, type OpenDiagram, type QuantitiesKnown, reachedFrom, withNothingKnown } from "./openDiagram.ts";
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
  const reached = reachedFrom(whole.store, whole.root, kept);
  const harmless = (1 << outcomeTerminal(outcome)) | (1 << IMPOSSIBLE);
  const { levels, endsAtFirst } = levelsUp(whole);
  const ends = [...endsAtFirst];
  const deciding: string[] = [];
  const endsOf = (node: NodeId, among: readonly number[]): number => {
    const children = whole.store.children(node);
    let all = 0;
    for (const cell of among) all |= ends[children[cell] ?? node] ?? 0;
    return all;
  };
  for (const { level, quantity, cells, nodes } of levels) {
    const possible = kept[level] ?? [];
    const mayBeOpen =
      possible.length === cells.length ||
      nodes.every((node) => reached[node] === 0 || (endsOf(node, cells) & ~harmless) === 0);
    if (!mayBeOpen) deciding.unshift(quantity);
    for (const node of nodes) ends[node] = endsOf(node, mayBeOpen ? cells : possible);
  }
  return deciding;
}

interface Level {
  readonly level: number;
  readonly quantity: string;
  /** All of them, by place. */
  readonly cells: readonly number[];
  readonly nodes: readonly NodeId[];
}

/** `levels`: the last first. `endsAtFirst`: by node, the bits of the terminals it leads to, before any level is looked at. */
const levelsUp = once(({ store, root, variables }: OpenDiagram) => {
  const nodes = variables.map((): NodeId[] => []);
  for (let node = store.terminals; node <= root; node++) nodes[store.level(node)]?.push(node);
  const levels = variables.map(
    ({ quantity, cells }, level): Level => ({ level, quantity, cells: [...cells.keys()], nodes: nodes[level] ?? [] }),
  );
  const endsAtFirst = Array.from({ length: root + 1 }, (_, node) => (node < store.terminals ? 1 << node : 0));
  return { levels: levels.toReversed(), endsAtFirst };
});
