import { ActionIcon } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { CaseDocument, Evidence, Statement } from "../../engine/values/index.ts";
import { AttestationFields } from "./AttestationFields.tsx";
import { EvidenceFields } from "./EvidenceFields.tsx";
import styles from "./facts.module.css";
import type { Asked } from "./asked.ts";
import { ValueField } from "./ValueField.tsx";

export interface StatementEditorProps {
  readonly asked: Asked;
  /** What only the reviewer can state of the fact; else `null`. */
  readonly attested: string | null;
  readonly statement: Statement;
  readonly documents: readonly CaseDocument[];
  /** `typing`: one stroke of several; they undo together. */
  readonly change: (statement: Statement, typing: boolean) => void;
  readonly remove: () => void;
}

/** One thing the record says: the value, and the evidence that backs it. */
export function StatementEditor({ asked, attested, statement, documents, change, remove }: StatementEditorProps) {
  const setEvidence = (evidence: Evidence | null, typing: boolean) => change({ ...statement, evidence }, typing);
  return (
    <fieldset className={styles["statement"]}>
      <legend className="visually-hidden">Statement</legend>
      <div className={styles["valueRow"]}>
        <ValueField
          asked={asked}
          value={statement.value}
          change={(value, typing) => change({ ...statement, value }, typing)}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Remove this statement"
          title="Remove this statement"
          onClick={remove}
        >
          <IconTrash size={15} style={{ color: "var(--soft)" }} aria-hidden />
        </ActionIcon>
      </div>
      {attested === null ? null : (
        <AttestationFields statement={attested} evidence={statement.evidence} change={setEvidence} />
      )}
      {attested === null || isOfPaper(statement) ? (
        <EvidenceFields evidence={statement.evidence} documents={documents} change={setEvidence} />
      ) : null}
    </fieldset>
  );
}

/** Evidence that the case gives although only the reviewer counts here stays in sight. */
function isOfPaper({ evidence }: Statement): boolean {
  return evidence !== null && evidence.kind !== "attestation";
}
