import type { Flaw } from "./asked.ts";
import type { ProblemName } from "./problems.ts";

/** What is said of a part that may be taken out without any case noticing. */
export interface Dispensable {
  readonly problem: ProblemName;
  readonly flaw: Flaw;
}
