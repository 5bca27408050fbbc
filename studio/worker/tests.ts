import type { GuidelineSet } from "../../engine/set/index.ts";
import type { InForce } from "./inForce.ts";
import type { TestedCase } from "./protocol.ts";

export function testedCases(_guidelines: InForce, _set: GuidelineSet): readonly TestedCase[] {
  return [];
}
