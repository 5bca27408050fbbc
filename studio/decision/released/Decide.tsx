import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  candidatesQuery,
  type Decided,
  decideOn,
  type DecisionRequest,
  type MadeDetermination,
  problemText,
} from "../../api/index.ts";
import { rememberDecision } from "../../candidates/index.ts";
import { useStudio } from "../../session/index.ts";
import { Otherwise } from "./Otherwise.tsx";
import styles from "./released.module.css";
import type { Proposal } from "./determined.ts";

interface DecideProps {
  readonly made: MadeDetermination;
  readonly proposal: Proposal;
  /** The case as it was sent. */
  readonly caseText: string;
  readonly done: (decided: Decided) => void;
}

/** Accepts what is proposed, or decides otherwise with a reason. */
export function Decide({ made, proposal, caseText, done }: DecideProps) {
  const { decide, problem, busy } = useDeciding(made, caseText, done);
  const [isOtherwise, setOtherwise] = useState(false);
  const { service } = proposal;
  return (
    <div className={styles["decide"]}>
      <div className={styles["buttons"]}>
        <Button
          size="compact-md"
          variant="default"
          disabled={busy || isOtherwise}
          onClick={() => void decide({ decision: "accepted", service })}
        >
          Accept
        </Button>
        <Button
          size="compact-md"
          variant="default"
          disabled={busy}
          aria-expanded={isOtherwise}
          onClick={() => setOtherwise(!isOtherwise)}
        >
          Decide otherwise
        </Button>
      </div>
      {isOtherwise ? (
        <Otherwise
          proposed={proposal.outcome}
          busy={busy}
          record={(chosen) => void decide({ decision: "overridden", service, ...chosen })}
        />
      ) : null}
      {problem === null ? null : (
        <p role="alert" className={styles["problem"]}>
          {problem}
        </p>
      )}
    </div>
  );
}

/** The record goes along, so that what was proposed stands in the decision record. */
function useDeciding(made: MadeDetermination, caseText: string, done: (decided: Decided) => void) {
  const { workspace } = useStudio();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const decide = async (decision: DecisionRequest) => {
    setBusy(true);
    const outcome = await decideOn(made.id, { ...decision, record: made.text });
    setBusy(false);
    if (!outcome.ok) return setProblem(problemText(outcome.problem));
    rememberDecision(queries, outcome.value.id, { caseText, record: outcome.value.record });
    void queries.invalidateQueries({ queryKey: candidatesQuery(workspace.set).queryKey });
    void queries.invalidateQueries({ queryKey: ["decisions", workspace.set] });
    done(outcome.value);
  };
  return { decide, problem, busy };
}
