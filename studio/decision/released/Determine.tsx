import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { determineCase, type MadeDetermination, type Problem, problemText } from "../../api/index.ts";
import { useStudio } from "../../session/index.ts";
import { Day } from "../../theme/index.ts";
import styles from "./released.module.css";

interface DetermineProps {
  /** The case as it is typed. */
  readonly text: string;
  /** ISO. */
  readonly serviceDate: string;
  readonly versions: readonly string[];
  readonly done: (made: MadeDetermination) => void;
}

const inForce = "in force";

/** The release in force at the service date, unless told otherwise. */
export function Determine({ text, serviceDate, versions, done }: DetermineProps) {
  const { workspace } = useStudio();
  const [chosen, setChosen] = useState(inForce);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const determine = async (leaveOut: readonly string[] = []) => {
    setBusy(true);
    const version = chosen === inForce ? {} : { version: chosen };
    const outcome = await determineCase({ set: workspace.set, case: text, leaveOut: [...leaveOut], ...version });
    setBusy(false);
    setProblem(outcome.ok ? null : outcome.problem);
    if (outcome.ok) done(outcome.value);
  };
  return (
    <div className={styles["determine"]}>
      <p className={styles["soft"]}>
        The release in force on the service date, <Day of={serviceDate} />, decides, unless you name another.
      </p>
      <NativeSelect
        size="xs"
        label="Release"
        value={chosen}
        data={[
          { value: inForce, label: "in force on the service date" },
          ...versions.map((version) => ({ value: version, label: version })),
        ]}
        onChange={({ currentTarget: { value } }) => setChosen(value)}
      />
      <Button size="compact-md" loading={busy} onClick={() => void determine()}>
        {chosen === inForce ? "Determine with the release in force" : `Determine with ${chosen}`}
      </Button>
      {problem === null ? null : (
        <p role="alert" className={styles["problem"]}>
          {problemText(problem)}
        </p>
      )}
      {problem?.kind === "refused" && problem.unknown.length > 0 ? (
        <Without names={problem.unknown} busy={busy} determine={() => void determine(problem.unknown)} />
      ) : null}
    </div>
  );
}

interface WithoutProps {
  readonly names: readonly string[];
  readonly busy: boolean;
  readonly determine: () => void;
}

/** Left out is only what somebody says is left out: under a misspelt name it would count as never given. */
function Without({ names, busy, determine }: WithoutProps) {
  return (
    <>
      <p className={styles["soft"]}>
        If only another edition asks for {names.join(", ")}, this one answers without. The record says so.
      </p>
      <Button size="compact-md" variant="default" loading={busy} onClick={determine}>
        Determine without {names.length === 1 ? "it" : "them"}
      </Button>
    </>
  );
}
