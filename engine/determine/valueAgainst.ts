import { calculatedValueAgainst } from "./calculatedValue.ts";
import type { Scene } from "./scene.ts";
import { tableValueAgainst } from "./tableValue.ts";

/** What a score, table or calculated number is said to come to and what it comes to; `null` when there is none of that name. */
export function valueAgainst(of: Scene, name: string, said: string): ReturnType<typeof tableValueAgainst> {
  return tableValueAgainst(of, name, said) ?? calculatedValueAgainst(of, name, said);
}
