import { Button, NativeSelect, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Outcome } from "../../../engine/values/index.ts";
import type { OverrideKind } from "../../api/index.ts";
import { isOutcome, OutcomePill, sentenceCase, toneOfOutcome } from "../../theme/index.ts";
import styles from "./released.module.css";

interface Chosen {
  readonly outcome: Outcome;
  readonly kind: OverrideKind;
  readonly reason: string;
}

interface OtherwiseProps {
  readonly proposed: Outcome;
  readonly busy: boolean;
  readonly record: (chosen: Chosen) => void;
}

const kinds: readonly OverrideKind[] = [
  "record misread",
  "evidence not in the record",
  "guideline does not fit",
  "guideline outdated",
  "other",
];

const outcomes: readonly Outcome[] = Object.keys(toneOfOutcome).filter(isOutcome);

/** What the reviewer decides in place of the proposal, what kind of reason there is, and the reason itself. */
export function Otherwise({ proposed, busy, record }: OtherwiseProps) {
  const others = outcomes.filter((outcome) => outcome !== proposed);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [kind, setKind] = useState<OverrideKind | null>(null);
  const [reason, setReason] = useState("");
  const isReady = outcome !== null && kind !== null && reason.trim() !== "";
  return (
    <form
      className={styles["otherwise"]}
      aria-label="Decide otherwise"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !busy) record({ outcome, kind, reason: reason.trim() });
      }}
    >
      <Choice label="Outcome" of={others} value={outcome} choose={setOutcome} />
      <p className={styles["proposal"]}>
        <span className={styles["soft"]}>Proposed</span>
        <OutcomePill tone={toneOfOutcome[proposed]}>{sentenceCase(proposed)}</OutcomePill>
        {outcome === null ? null : (
          <>
            <span className={styles["soft"]}>you decide</span>
            <OutcomePill tone={toneOfOutcome[outcome]}>{sentenceCase(outcome)}</OutcomePill>
          </>
        )}
      </p>
      <Choice label="Kind of reason" of={kinds} value={kind} choose={setKind} />
      <Textarea
        size="sm"
        autosize
        minRows={2}
        maxLength={10_000}
        label="Reason"
        description="A decision other than the proposal needs one. It becomes a candidate test of the set."
        value={reason}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      <Button type="submit" size="compact-md" disabled={!isReady} loading={busy}>
        Record the decision
      </Button>
    </form>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly of: readonly T[];
  readonly value: T | null;
  readonly choose: (value: T | null) => void;
}

/** Nothing is chosen at first: what is decided is nobody's default. */
function Choice<T extends string>({ label, of, value, choose }: ChoiceProps<T>) {
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value ?? ""}
      data={[{ value: "", label: "Choose" }, ...of.map((one) => ({ value: one, label: sentenceCase(one) }))]}
      onChange={({ currentTarget }) => choose(of.find((one) => one === currentTarget.value) ?? null)}
    />
  );
}
