import type { FactType } from "../../dsl/index.ts";
import type { StatedValue } from "../../engine/values/index.ts";

/** What a value answers; `type` is `null` for a fact or field that the case states and no guideline declares. */
export interface Asked {
  readonly name: string;
  readonly type: FactType | null;
  readonly orNone: boolean;
}

export interface ValueFieldProps {
  readonly label?: string;
  /** Whether it may be left open. */
  readonly optional?: boolean;
  readonly asked: Asked;
  readonly value: StatedValue;
  /** `typing`: one stroke of several; they undo together. */
  readonly change: (value: StatedValue, typing: boolean) => void;
}
