import { intersects, union, type ValueSet } from "../../values/index.ts";
import type { Variable } from "../cells.ts";

/** Values for some quantities, by the names the space gives them; what is not named is free. */
export type Assignment = ReadonlyMap<string, ValueSet>;

/** The cells that some levels may be in; a level that is not named may be in any. */
export type Cube = ReadonlyMap<number, readonly number[]>;

export function assignmentOf(cube: Cube, variables: readonly Variable[]): Assignment {
  return new Map(
    [...cube].flatMap(([level, cells]) => {
      const variable = variables[level];
      return variable === undefined
        ? []
        : [[variable.quantity, union(...cells.map((cell) => variable.cells[cell] ?? []))]];
    }),
  );
}

/** The cells that hold one of the values; quantities that are no part of the space are passed over. */
export function cubeOf(assignment: Assignment, variables: readonly Variable[]): Cube {
  return new Map(
    variables.flatMap(({ quantity, cells }, level) => {
      const values = assignment.get(quantity);
      if (values === undefined) return [];
      return [[level, [...cells.keys()].filter((cell) => intersects(cells[cell] ?? [], values))]];
    }),
  );
}
