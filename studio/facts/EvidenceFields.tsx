import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { evidenceKinds } from "../../dsl/index.ts";
import type { CaseDocument, Evidence } from "../../engine/values/index.ts";
import styles from "./facts.module.css";
import { noEvidence } from "./firstStatement.ts";

interface EvidenceFieldsProps {
  readonly evidence: Evidence | null;
  readonly documents: readonly CaseDocument[];
  readonly change: (evidence: Evidence | null, typing: boolean) => void;
}

const kinds = [{ value: "", label: "not said" }, ...evidenceKinds.map((value) => ({ value, label: value }))];

/** What in the record backs a statement: kind, document, date, author, page, quote. */
export function EvidenceFields({ evidence, documents, change }: EvidenceFieldsProps) {
  const shown = evidence ?? noEvidence;
  const set = (part: Partial<Evidence>, typing: boolean) => change(orNull({ ...shown, ...part }), typing);
  const text = (name: "date" | "author" | "page", label: string, placeholder: string) => (
    <TextInput
      className={styles["third"] ?? ""}
      size="xs"
      label={label}
      placeholder={placeholder}
      value={shown[name] ?? ""}
      onChange={(event) => set({ [name]: event.currentTarget.value || null }, true)}
    />
  );
  return (
    <div className={styles["evidence"]}>
      <NativeSelect
        className={styles["half"] ?? ""}
        size="xs"
        label="Kind of evidence"
        data={kinds}
        value={shown.kind ?? ""}
        onChange={(event) =>
          set({ kind: evidenceKinds.find((kind) => kind === event.currentTarget.value) ?? null }, false)
        }
      />
      <NativeSelect
        className={styles["half"] ?? ""}
        size="xs"
        label="Document"
        data={documentChoices(shown, documents)}
        value={shown.document ?? ""}
        onChange={(event) => set({ document: event.currentTarget.value || null }, false)}
      />
      {text("date", "Date", "as the document")}
      {text("author", "Author", "as the document")}
      {text("page", "Page", "3")}
      <Textarea
        className={styles["quote"] ?? ""}
        size="xs"
        autosize
        minRows={1}
        label="Quote"
        placeholder="the record's own words"
        value={shown.quote ?? ""}
        onChange={(event) => set({ quote: event.currentTarget.value || null }, true)}
      />
    </div>
  );
}

function documentChoices({ document }: Evidence, documents: readonly CaseDocument[]) {
  const known = documents.map(({ id, title, date }) => ({
    value: id,
    label: date === null ? title : `${title} ${date}`,
  }));
  const missing =
    document === null || known.some(({ value }) => value === document) ? [] : [{ value: document, label: document }];
  return [{ value: "", label: "not said" }, ...known, ...missing];
}

function orNull(evidence: Evidence): Evidence | null {
  return Object.values(evidence).every((part) => part === null) ? null : evidence;
}
