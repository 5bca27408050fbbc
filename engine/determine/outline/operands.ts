import type { Formula } from "../../ir/index.ts";
import type { Role } from "../determination.ts";

/** A part of a group. */
export interface Operand {
  readonly formula: Formula;
  readonly citation: string | null;
  /** What it is for in its group; else a part like any other. */
  readonly role?: Role;
}

/** The operands, those of nested groups of the same kind lifted; a lifted operand keeps its group's citation. */
export function joined(group: Formula & { kind: "all" | "any" }, citation: string | null): readonly Operand[] {
  return group.operands.flatMap((operand) => {
    const plain = operand.kind === group.kind && !operand.wording && operand.label === undefined && !operand.clause;
    return plain && operand.relation === undefined
      ? joined(operand, operand.citation ?? citation)
      : [{ formula: operand, citation }];
  });
}

export function uncited(formula: Formula): Operand {
  return { formula, citation: null };
}

/** An operand as what it is for in its group. */
export const as =
  (role: Role) =>
  (operand: Operand): Operand => ({ ...operand, role });
