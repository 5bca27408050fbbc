import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { Decided } from "../../api/index.ts";
import { saveAs } from "../../download/index.ts";
import { Moment, OutcomePill, sentenceCase, toneOfOutcome } from "../../theme/index.ts";
import { readDecision } from "./readDecision.ts";
import styles from "./released.module.css";

/** What was decided, and the record of it to keep. */
export function Recorded({ decided }: { readonly decided: Decided }) {
  const { outcome, kind, reason, by, at } = readDecision(decided);
  const download = () =>
    saveAs(new Blob([decided.record], { type: "application/json" }), `decision-${decided.id}.json`);
  return (
    <div className={styles["recorded"]}>
      <p className={styles["proposal"]}>
        <span className={styles["soft"]}>{outcome === null ? "Accepted" : "Decided otherwise"}</span>
        {outcome === null ? null : <OutcomePill tone={toneOfOutcome[outcome]}>{sentenceCase(outcome)}</OutcomePill>}
      </p>
      {kind === null ? null : (
        <p>
          {sentenceCase(kind)}: {reason}
        </p>
      )}
      <p className={styles["soft"]}>
        {by.name}, <Moment at={at} />
      </p>
      <Keeping isKept={decided.kept} isAccepted={outcome === null} />
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconDownload size={14} aria-hidden />}
        onClick={download}
      >
        Download the decision record
      </Button>
    </div>
  );
}

function Keeping({ isKept, isAccepted }: { readonly isKept: boolean; readonly isAccepted: boolean }) {
  if (isKept)
    return <p className={styles["soft"]}>The server keeps the record, encrypted, as long as it keeps cases.</p>;
  return (
    <output className={styles["notKept"]}>
      {isAccepted
        ? "The server stores that you accepted, not this record: keep it where the case is kept."
        : "The server does not store your reason: keep this record, nothing else holds it."}
    </output>
  );
}
