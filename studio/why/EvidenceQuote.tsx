import type { WeighedStatement } from "../../engine/values/index.ts";
import { sentenceCase } from "../theme/index.ts";
import styles from "./why.module.css";

/** What the record says, in the record's own words: kind, document and date, then the quote. */
export function EvidenceQuote({ statement }: { readonly statement: WeighedStatement }) {
  const { evidence } = statement;
  return (
    <div className={styles["evidence"]}>
      <p>
        <span className={styles["value"]}>{statement.text}</span>
        {evidence === null ? null : <span className={styles["where"]}> {where(statement)}</span>}
      </p>
      {evidence?.quote == null ? null : <blockquote>“{evidence.quote}”</blockquote>}
    </div>
  );
}

/** `Opinion, Progress report 2014-04-09, page 2, treating physician` */
function where({ evidence }: WeighedStatement): string {
  if (evidence === null) return "";
  const date = evidence.date ?? evidence.documentDate;
  const document = [evidence.documentTitle ?? evidence.document, date].filter((part) => part !== null).join(" ");
  const page = evidence.page === null ? null : `page ${evidence.page.replace(/^pages? /, "")}`;
  const parts = [evidence.kind === null ? null : sentenceCase(evidence.kind), document, page, evidence.author];
  return parts.filter((part) => part !== null && part !== "").join(", ");
}
