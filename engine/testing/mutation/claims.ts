import type { GuidelineInSet } from "../../determine/index.ts";
import { FALSE, type NodeId, type Space, TOO_LARGE } from "../../logic/index.ts";
import type { ValueSet } from "../../values/index.ts";
import type { Subject } from "./subjects.ts";
import type { Variant } from "./variants.ts";

/** Where a subject comes out otherwise with a mistake: any completion in which the node is true shows it. */
export interface Claim {
  readonly subject: Subject;
  readonly node: NodeId;
  /** Quantities, by the names of the space, that the case leaves undocumented. */
  readonly open: ReadonlySet<string>;
  /** A quantity that may have either of two values, as far as the case says. */
  readonly between: Between | null;
}

export interface Between {
  readonly quantity: string;
  readonly values: readonly [ValueSet, ValueSet];
}

/** A guideline and its mistake, in one space. */
export interface Compared {
  readonly space: Space;
  readonly own: GuidelineInSet;
  readonly variant: Variant;
  /** Quantities that come about in another way with the mistake, by their names in the space: as before, and with it. */
  readonly changed: readonly (readonly [string, string])[];
  readonly subjects: readonly Subject[];
}

/** Those that can be shown; `null` when one of them is over the budget. */
export function claimsLeft(claims: readonly Claim[]): readonly Claim[] | null {
  return claims.some(({ node }) => node === TOO_LARGE) ? null : claims.filter(({ node }) => node !== FALSE);
}
