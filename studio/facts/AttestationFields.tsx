import { Checkbox, TextInput } from "@mantine/core";
import type { Evidence } from "../../engine/values/index.ts";
import styles from "./facts.module.css";
import { noEvidence } from "./firstStatement.ts";

interface AttestationFieldsProps {
  /** Word for word, as the guideline asks for it. */
  readonly statement: string;
  readonly evidence: Evidence | null;
  readonly change: (evidence: Evidence | null, typing: boolean) => void;
}

/** What only the reviewer can state: the sentence, and whether the reviewer stands by it. */
export function AttestationFields({ statement, evidence, change }: AttestationFieldsProps) {
  const isAttested = evidence?.kind === "attestation";
  const text = (name: "author" | "date", label: string, placeholder: string) => (
    <TextInput
      className={styles["half"] ?? ""}
      size="xs"
      label={label}
      placeholder={placeholder}
      value={evidence?.[name] ?? ""}
      onChange={(event) => change({ ...(evidence ?? noEvidence), [name]: event.currentTarget.value || null }, true)}
    />
  );
  return (
    <div className={styles["evidence"]}>
      <blockquote className={styles["attested"]}>“{statement}”</blockquote>
      <Checkbox
        className={styles["quote"] ?? ""}
        size="xs"
        label="The reviewer attests this"
        description="No paper stands in for it: until it is attested, the fact stays not documented."
        checked={isAttested}
        onChange={(event) => change(event.currentTarget.checked ? { ...noEvidence, kind: "attestation" } : null, false)}
      />
      {isAttested ? (
        <>
          {text("author", "Reviewer", "the role or name of who attests")}
          {text("date", "Date", "for example 2024-03-10")}
        </>
      ) : null}
    </div>
  );
}
