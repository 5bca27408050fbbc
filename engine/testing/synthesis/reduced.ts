import type { GuidelineInSet } from "../../determine/index.ts";
import type { InformationSets, Case } from "../../values/index.ts";
import { reduceCase } from "../../values/reduce/index.ts";

/** What a case leaves of the quantities of a guideline, for the one service it asks for. */
export function reduced({ guideline, compiled }: GuidelineInSet, of: Case): InformationSets {
  const [request] = of.requests;
  if (request === undefined) throw new Error("A case asks for a service");
  return reduceCase(guideline, compiled.program, of, request).value;
}
