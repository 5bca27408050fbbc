import { type SettledOutcome, settledOutcomes } from "../ir/index.ts";
import { FALSE, type NodeId, TRUE } from "./store.ts";

/** Where a completion ends that the assumptions rule out. */
export const IMPOSSIBLE: NodeId = TRUE + 1;

const firstOutcome = IMPOSSIBLE + 1;

export const terminalCount = firstOutcome + settledOutcomes.length;

export function outcomeTerminal(outcome: SettledOutcome): NodeId {
  return firstOutcome + settledOutcomes.findIndex((each) => each === outcome);
}

/** The word for a terminal in the serialised meaning. */
export function terminalWord(terminal: NodeId): string {
  if (terminal === IMPOSSIBLE) return "impossible";
  return settledOutcomes[terminal - firstOutcome] ?? (terminal === FALSE ? "no" : "yes");
}
