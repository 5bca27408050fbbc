import { ActionIcon } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { FactType } from "../../dsl/index.ts";
import type { CaseDocument, Statement } from "../../engine/values/index.ts";
import { EvidenceFields } from "./EvidenceFields.tsx";
import styles from "./facts.module.css";
import { ValueField } from "./ValueField.tsx";

export interface StatementEditorProps {
  readonly type: FactType | null;
  readonly statement: Statement;
  readonly documents: readonly CaseDocument[];
  /** `typing`: one stroke of several; they undo together. */
  readonly change: (statement: Statement, typing: boolean) => void;
  readonly remove: () => void;
}

/** One thing the record says: the value, and the evidence that backs it. */
export function StatementEditor({ type, statement, documents, change, remove }: StatementEditorProps) {
  return (
    <fieldset className={styles["statement"]}>
      <legend className="visually-hidden">Statement</legend>
      <div className={styles["valueRow"]}>
        <ValueField
          type={type}
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
      <EvidenceFields
        evidence={statement.evidence}
        documents={documents}
        change={(evidence, typing) => change({ ...statement, evidence }, typing)}
      />
    </fieldset>
  );
}
