import { NativeSelect, TextInput } from "@mantine/core";
import { trialResponses } from "../../dsl/index.ts";
import type { StatedValue } from "../../engine/values/index.ts";
import styles from "./facts.module.css";

type Trial = Extract<StatedValue, { kind: "trial" }>;

const responses = [
  { value: "", label: "how it went: not said" },
  ...trialResponses.map((value) => ({ value, label: value })),
];

/** A treatment trial: how it went, and how long it lasted, as a duration or as dates. */
export function TrialFields({
  trial,
  change,
}: {
  readonly trial: Trial;
  readonly change: (value: Trial, typing: boolean) => void;
}) {
  const text = (name: "duration" | "from" | "to", label: string, placeholder: string) => (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder={placeholder}
      value={trial[name] ?? ""}
      onChange={(event) => change({ ...trial, [name]: event.currentTarget.value || null }, true)}
    />
  );
  return (
    <div className={styles["pair"]}>
      <NativeSelect
        size="xs"
        aria-label="How it went"
        data={responses}
        value={trial.response ?? ""}
        onChange={(event) => change({ ...trial, response: event.currentTarget.value || null }, false)}
      />
      {text("duration", "How long", "for example 6 weeks")}
      {text("from", "From", "from, for example 2014-01-06")}
      {text("to", "To", "to, for example 2014-02-20")}
    </div>
  );
}
