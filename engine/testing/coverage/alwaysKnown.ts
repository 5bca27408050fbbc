import { isCaseDate } from "../../../dsl/index.ts";
import type { GuidelineProgram } from "../../ir/index.ts";

/** Dates that every case has, and whether something is documented: no case leaves these open. */
export function isAlwaysKnown({ quantities }: GuidelineProgram, id: string): boolean {
  const quantity = quantities.find((each) => each.id === id);
  return quantity !== undefined && (isCaseDate(quantity.fact) || quantity.part === "undocumented");
}
