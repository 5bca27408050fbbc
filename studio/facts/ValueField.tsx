import { NativeSelect, SegmentedControl, TextInput } from "@mantine/core";
import type { FactType } from "../../dsl/index.ts";
import type { StatedValue } from "../../engine/values/index.ts";
import styles from "./facts.module.css";
import { TrialFields } from "./TrialFields.tsx";

export interface ValueFieldProps {
  readonly label?: string;
  /** Whether a choice may be left open. */
  readonly optional?: boolean;
  readonly type: FactType | null;
  readonly value: StatedValue;
  readonly change: (value: StatedValue, typing: boolean) => void;
}

/** The control for a value, by the fact's type. What a type does not foresee is edited as it is written. */
export function ValueField({ label = "Value", optional = false, type, value, change }: ValueFieldProps) {
  if (value.kind === "trial") return <TrialFields trial={value} change={change} />;
  if (value.kind === "interval") return <IntervalFields interval={value} change={change} />;
  const text = value.kind === "born" ? value.date : value.text;
  const say = (next: string, typing: boolean) => change({ kind: "text", text: next }, typing);
  const options = optionsOf(type);
  if (type?.kind === "yes or no" && !optional && (text === "yes" || text === "no")) {
    return (
      <SegmentedControl
        size="xs"
        aria-label={label}
        data={["yes", "no"]}
        value={text}
        onChange={(next) => say(next, false)}
      />
    );
  }
  if (options !== null) {
    const known = options.includes(text) ? [...(optional ? [""] : []), ...options] : [text, ...options];
    return (
      <NativeSelect
        size="xs"
        aria-label={label}
        data={known.map((each) => ({ value: each, label: each === "" ? "not said" : each }))}
        value={text}
        onChange={(event) => say(event.currentTarget.value, false)}
      />
    );
  }
  return (
    <TextInput
      className={styles["grow"] ?? ""}
      size="xs"
      aria-label={label}
      placeholder={placeholderOf(type)}
      value={text}
      onChange={(event) => say(event.currentTarget.value, true)}
    />
  );
}

function optionsOf(type: FactType | null): readonly string[] | null {
  if (type?.kind === "yes or no") return ["yes", "no"];
  if (type?.kind === "one of") return type.options;
  if (type?.kind === "scale") return type.grades;
  return null;
}

/** An example of how a value of the type is written. */
function placeholderOf(type: FactType | null): string {
  if (type?.kind === "number") return `for example 57${type.unit === null ? "" : ` ${type.unit.word}`}`;
  if (type?.kind === "whole number") return "for example 3";
  if (type?.kind === "date") return "2014-04-09, 2014-04 or 2014";
  if (type?.kind === "age") return "in completed years, for example 62";
  if (type?.kind === "body site") return `for example left ${type.regions[0] ?? "knee"}`;
  if (type?.kind === "code") return `a ${type.system} code`;
  return "as the record says it";
}

type Interval = Extract<StatedValue, { kind: "interval" }>;

function IntervalFields({
  interval,
  change,
}: {
  readonly interval: Interval;
  readonly change: ValueFieldProps["change"];
}) {
  const bound = (name: "from" | "to") => (
    <TextInput
      size="xs"
      aria-label={name === "from" ? "From" : "To"}
      placeholder={name}
      value={interval[name] ?? ""}
      onChange={(event) => change({ ...interval, [name]: event.currentTarget.value || null }, true)}
    />
  );
  return (
    <div className={styles["pair"]}>
      {bound("from")}
      {bound("to")}
    </div>
  );
}
