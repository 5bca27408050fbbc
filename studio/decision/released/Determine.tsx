import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { determineCase, type MadeDetermination, problemText } from "../../api/index.ts";
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
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const determine = async () => {
    setBusy(true);
    const version = chosen === inForce ? {} : { version: chosen };
    const outcome = await determineCase({ set: workspace.set, case: text, ...version });
    setBusy(false);
    setProblem(outcome.ok ? null : problemText(outcome.problem));
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
          {problem}
        </p>
      )}
    </div>
  );
}
