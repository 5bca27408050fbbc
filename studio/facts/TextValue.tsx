import { TextInput } from "@mantine/core";
import type { FactType } from "../../dsl/index.ts";
import styles from "./facts.module.css";
import { useValueCheck } from "./useValueCheck.ts";
import type { ValueFieldProps } from "./asked.ts";
import { ValueProblem } from "./ValueProblem.tsx";

/** A value as it is typed, and below it what it is read as, or why it cannot be. */
export function TextValue({
  label = "Value",
  asked,
  value,
  text,
  change,
}: ValueFieldProps & { readonly text: string }) {
  const { says, problem } = useValueCheck(asked, value);
  const say = (next: string, typing: boolean) => change({ kind: "text", text: next }, typing);
  return (
    <TextInput
      className={styles["grow"] ?? ""}
      size="xs"
      aria-label={label}
      inputWrapperOrder={["input", "description", "error"]}
      placeholder={placeholderOf(asked.type)}
      description={says}
      error={problem === null ? null : <ValueProblem problem={problem} mend={(next) => say(next, false)} />}
      errorProps={{ component: "div" }}
      value={text}
      onChange={(event) => say(event.currentTarget.value, true)}
    />
  );
}

/** An example of how a value of the type is written. */
function placeholderOf(type: FactType | null): string {
  if (type?.kind === "number") return `for example 57${type.unit === null ? "" : ` ${type.unit.word}`}`;
  if (type?.kind === "whole number") return "for example 3";
  if (type?.kind === "date") return "2014-04-09, 2014-04 or 2014";
  if (type?.kind === "age") return "in completed years, for example 62";
  if (type?.kind === "body site") return `for example left ${type.regions[0] ?? "knee"}`;
  if (type?.kind === "code") return `a code, for example ${exampleCodes[type.system]}`;
  return "as the record says it";
}

const exampleCodes = {
  CPT: "72141",
  HCPCS: "E1390",
  "ICD-10-CM": "M54.16",
  "SNOMED CT": "161891005",
  LOINC: "2708-6",
} as const;
