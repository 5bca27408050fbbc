import { Button } from "@mantine/core";
import { useState } from "react";
import { compareEditions, problemText, type ThenAndNowAnswer } from "../api/index.ts";
import { useFile, useKept, useStudio } from "../session/index.ts";
import type { CaseView } from "../worker/index.ts";
import { EditionChoice } from "./EditionChoice.tsx";
import styles from "./editions.module.css";
import { ThenAndNow } from "./ThenAndNow.tsx";

interface ChooseEditionsProps {
  readonly open: CaseView;
  readonly versions: readonly string[];
}

interface Chosen {
  readonly before: string;
  readonly now: string;
}

interface Compared {
  readonly of: ThenAndNowAnswer;
  readonly chosen: Chosen;
  readonly caseText: string;
}

/** Two editions, each a release, the one in force on a day, or the draft; at first the newest release and the draft. */
export function ChooseEditions({ open, versions }: ChooseEditionsProps) {
  const { workspace } = useStudio();
  const [compared, keep] = useKept<Compared>(`then and now ${workspace.set} ${open.path}`);
  const [chosen, setChosen] = useState<Chosen>(compared?.chosen ?? { before: versions[0] ?? "draft", now: "draft" });
  const text = useFile(open.path, (file) => ({ text: file.text }))?.text ?? "";
  const { compare, problem, busy } = useComparing(workspace.set, keep);
  const choices = { versions, serviceDate: open.case.dates["service date"] };
  return (
    <>
      <form
        className={styles["choose"]}
        aria-label="Editions"
        onSubmit={(event) => {
          event.preventDefault();
          void compare(chosen, text);
        }}
      >
        <EditionChoice
          label="Then"
          {...choices}
          value={chosen.before}
          choose={(before) => setChosen({ ...chosen, before })}
        />
        <EditionChoice label="Now" {...choices} value={chosen.now} choose={(now) => setChosen({ ...chosen, now })} />
        <Button type="submit" size="compact-md" loading={busy} disabled={chosen.before === "" || chosen.now === ""}>
          Compare
        </Button>
      </form>
      {problem === null ? null : (
        <p role="alert" className={styles["problem"]}>
          {problem}
        </p>
      )}
      {compared !== null && compared.caseText !== text ? (
        <output className={styles["outdated"]}>The case was changed since. Compare again for the newest.</output>
      ) : null}
      {compared === null ? null : <ThenAndNow of={compared.of} />}
    </>
  );
}

function useComparing(set: string, keep: (change: () => Compared | null) => void) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const compare = async (chosen: Chosen, caseText: string) => {
    setBusy(true);
    const outcome = await compareEditions({ set, case: caseText, ...chosen });
    setBusy(false);
    setProblem(outcome.ok ? null : problemText(outcome.problem));
    keep(() => (outcome.ok ? { of: outcome.value, chosen, caseText } : null));
  };
  return { compare, problem, busy };
}
