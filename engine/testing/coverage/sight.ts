import type { CompiledGuideline } from "../../evaluate/index.ts";
import type { GuidelineProgram } from "../../ir/index.ts";
import type { NodeId, Space } from "../../logic/index.ts";
import type { ValueSet } from "../../values/index.ts";
import type { Sighting } from "./sightings.ts";

/** Something that a case may show of a guideline. */
export interface Sight {
  /** The same text for the same sight. */
  readonly id: string;
  readonly sees: (compiled: CompiledGuideline, sighting: Pick<Sighting, "information" | "service">) => boolean;
  /**
   * In each of several ways it may be shown: what some completions of the case must satisfy, all of these possible at once or
   * one after the other. Where no way is left, no case shows it.
   */
  readonly needs: (in_: Asked) => readonly (readonly NodeId[])[];
  /** Where cases are to be looked for that show it. */
  readonly claims: (in_: Asked) => readonly SightClaim[];
}

/** A guideline in a space of its own. */
export interface Asked {
  readonly space: Space;
  readonly program: GuidelineProgram;
}

/** A case shows the sight wherever the node is true, these quantities are undocumented and one of them lies between two values. */
export interface SightClaim {
  readonly node: NodeId;
  readonly open: ReadonlySet<string>;
  readonly between: { readonly quantity: string; readonly values: readonly [ValueSet, ValueSet] } | null;
}
