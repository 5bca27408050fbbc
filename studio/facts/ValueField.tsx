import type { FactType } from "../../dsl/index.ts";
import type { StatedValue } from "../../engine/values/index.ts";
import { ChoiceField } from "./ChoiceField.tsx";
import { MeasuredField } from "./MeasuredField.tsx";
import { SiteFields } from "./SiteFields.tsx";
import { TextValue } from "./TextValue.tsx";
import { TrialFields } from "./TrialFields.tsx";

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

/** The control for a value, by the fact's type. What a type does not foresee is edited as it is written. */
export function ValueField(field: ValueFieldProps) {
  const { asked, value, change } = field;
  if (value.kind === "trial") return <TrialFields trial={value} change={change} />;
  if (value.kind !== "text") return <MeasuredField {...field} />;
  switch (asked.type?.kind) {
    case "yes or no":
    case "one of":
    case "scale":
      return <ChoiceField {...field} text={value.text} />;
    case "body site":
      return <SiteFields {...field} text={value.text} regions={asked.type.regions} />;
    case "number":
    case "whole number":
    case "date":
    case "age":
      return <MeasuredField {...field} />;
    default:
      return <TextValue {...field} text={value.text} />;
  }
}
