import { ActionIcon } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { nameKey } from "../../dsl/index.ts";
import type { CaseDocument, CaseEntry, StatedValue } from "../../engine/values/index.ts";
import type { ListView } from "../worker/index.ts";
import { EvidenceFields } from "./EvidenceFields.tsx";
import styles from "./facts.module.css";
import { unsaidValue } from "./firstStatement.ts";
import type { Asked } from "./asked.ts";
import { ValueField } from "./ValueField.tsx";

interface EntryEditorProps {
  readonly number: number;
  readonly list: ListView;
  readonly entry: CaseEntry;
  readonly documents: readonly CaseDocument[];
  /** `typing`: one stroke of several; they undo together. */
  readonly change: (entry: CaseEntry, typing: boolean) => void;
  readonly remove: () => void;
}

/** One entry of a list: a value for each field, and the evidence that backs them. */
export function EntryEditor({ number, list, entry, documents, change, remove }: EntryEditorProps) {
  const title = `${list.name} ${number}`;
  return (
    <fieldset className={styles["statement"]}>
      <legend className="visually-hidden">{title}</legend>
      <div className={styles["valueRow"]}>
        <div className={styles["fields"]}>
          {list.fields.map((asked) => (
            <div key={asked.name} className={styles["field"]} data-wide={needsWidth(asked, valueOf(entry, asked.name))}>
              <span aria-hidden className={styles["fieldName"]}>
                {asked.name}
              </span>
              <ValueField
                label={asked.name}
                optional
                asked={asked}
                value={valueOf(entry, asked.name) ?? unsaidValue(asked.type)}
                change={(value, typing) => change(withValue(entry, asked.name, value), typing)}
              />
            </div>
          ))}
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Remove ${title}`}
          title={`Remove ${title}`}
          onClick={remove}
        >
          <IconTrash size={15} style={{ color: "var(--soft)" }} aria-hidden />
        </ActionIcon>
      </div>
      <EvidenceFields
        evidence={entry.evidence}
        documents={documents}
        change={(evidence, typing) => change({ ...entry, evidence }, typing)}
      />
    </fieldset>
  );
}

/** Fields of several controls take the whole width. */
function needsWidth({ type }: Asked, value: StatedValue | undefined): boolean {
  return type?.kind === "treatment trial" || type?.kind === "body site" || value?.kind === "interval";
}

function valueOf({ fields }: CaseEntry, name: string): StatedValue | undefined {
  return fields.find(({ field }) => nameKey(field) === nameKey(name))?.value;
}

function withValue(entry: CaseEntry, name: string, value: StatedValue): CaseEntry {
  const isThere = valueOf(entry, name) !== undefined;
  const fields = entry.fields.map((one) => (nameKey(one.field) === nameKey(name) ? { ...one, value } : one));
  return { ...entry, fields: isThere ? fields : [...fields, { field: name, value }] };
}
