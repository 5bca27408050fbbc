import { ChoiceField } from "./ChoiceField.tsx";
import { MeasuredField } from "./MeasuredField.tsx";
import { SiteFields } from "./SiteFields.tsx";
import { TextValue } from "./TextValue.tsx";
import { TrialFields } from "./TrialFields.tsx";
import type { ValueFieldProps } from "./asked.ts";

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
