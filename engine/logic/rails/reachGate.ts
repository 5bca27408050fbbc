import { union } from "../../values/index.ts";
import type { Diagram } from "../diagram.ts";
import type { NodeId } from "../store.ts";
import { ALWAYS, type Circuit, type GateId, NEVER } from "./circuit.ts";

/** Whether some completion leads from a node of the diagram to the terminal: its own root unless another is given. */
export function reachGate(
  circuit: Circuit,
  { store, variables, root }: Diagram,
  terminal: NodeId,
  from: NodeId = root,
): GateId {
  const known = new Map<NodeId, GateId>();
  const reach = (node: NodeId): GateId => {
    if (store.isTerminal(node)) return node === terminal ? ALWAYS : NEVER;
    const found = known.get(node);
    if (found !== undefined) return found;
    const { quantity = "", cells = [] } = variables[store.level(node)] ?? {};
    const ways = Map.groupBy(store.children(node).entries(), ([, child]) => child);
    const gates = [...ways].map(([child, entries]) => {
      const leading = union(...entries.map(([cell]) => cells[cell] ?? []));
      return circuit.all([circuit.literal(quantity, leading), reach(child)]);
    });
    const gate = circuit.any(gates);
    known.set(node, gate);
    return gate;
  };
  return reach(from);
}
