import type { WeighedStatement } from "../../engine/values/index.ts";
import { sentenceCase } from "../theme/index.ts";
import styles from "./why.module.css";

interface EvidenceQuoteProps {
  readonly statement: WeighedStatement;
  /** Only the quote: where it stands is said beside it. */
  readonly bare?: boolean;
}

/** What the record says, in the record's own words: kind, document and date, then the quote. */
export function EvidenceQuote({ statement, bare = false }: EvidenceQuoteProps) {
  const { evidence } = statement;
  const quote = evidence?.quote ?? null;
  if (bare) return quote === null ? null : <blockquote className={styles["quote"]}>“{quote}”</blockquote>;
  return (
    <div className={styles["evidence"]}>
      <p>
        <span className={styles["value"]}>{statement.text}</span>
        {evidence === null ? null : <span className={styles["where"]}> {where(statement)}</span>}
      </p>
      {quote === null ? null : <blockquote>“{quote}”</blockquote>}
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
