import { ALWAYS, type Circuit, type GateId, NEVER } from "../../../../engine/logic/rails/index.ts";
import type { ValueSet } from "../../../../engine/values/index.ts";
import { HIGHEST, LOWEST } from "../../../../dsl/index.ts";

/** A gate as its readers would say it: `(pain 1 OR weakness 1) AND weeks 42..`. */
export function printed(circuit: Circuit, id: GateId): string {
  if (id === ALWAYS) return "always";
  if (id === NEVER) return "never";
  const gate = circuit.gate(id);
  if (gate.kind === "constant") return String(gate.value);
  if (gate.kind === "literal") return `${gate.quantity} ${valuesPrinted(gate.values)}`;
  const operands = gate.operands.map((operand) => printedWithin(circuit, operand)).toSorted();
  if (gate.kind === "at least") return `${gate.count} of (${operands.join(", ")})`;
  return operands.join(gate.kind === "all" ? " AND " : " OR ");
}

function printedWithin(circuit: Circuit, id: GateId): string {
  const text = printed(circuit, id);
  return ["all", "any"].includes(circuit.gate(id).kind) ? `(${text})` : text;
}

function valuesPrinted(values: ValueSet): string {
  return values
    .map(({ low, high }) => {
      if (low === high) return String(low);
      return `${low === LOWEST ? "" : low}..${high === HIGHEST ? "" : high}`;
    })
    .join("/");
}
