import type { WeighedStatement } from "../values/index.ts";
import { capital, isolated, listed, quoted } from "./sentence.ts";

/** `progress report 2014-04-09, page 3`: where a statement stands. `null` when the case does not say. */
export function place(statement: WeighedStatement): string | null {
  const evidence = statement.evidence;
  if (evidence === null) return null;
  const date = evidence.date ?? evidence.documentDate;
  const document = lowerTitle(evidence.documentTitle ?? evidence.document);
  const where = [document, date].filter((part) => part !== null).join(" ");
  const parts = [where, evidence.author, evidence.page === null ? null : pageWords(evidence.page)];
  return parts.filter((part) => part !== null && part !== "").join(", ") || null;
}

/** `page 3` also when the case holds the bare number. */
function pageWords(page: string): string {
  return /^\d/u.test(page) ? `page ${page}` : page;
}

/** `Progress report` is lower-cased inside a sentence; `MRI of ...` and `QME report` are not. */
function lowerTitle(title: string | null): string | null {
  if (title === null) return null;
  const plain = isolated(title);
  return /^\p{Lu}\p{Ll}+\b/u.test(plain) ? plain.slice(0, 1).toLowerCase() + plain.slice(1) : plain;
}

/** `yes (objective finding, progress report 2014-04-09: “bilateral deltoids that were 4/5”)` */
export function statementInWords(statement: WeighedStatement): string {
  const aside = backing(statement);
  return aside === null ? isolated(statement.text) : `${isolated(statement.text)} (${aside})`;
}

/** `objective finding, progress report 2014-04-09: “bilateral deltoids that were 4/5”`; `null` without any evidence. */
export function backing(statement: WeighedStatement): string | null {
  return [headOf(statement), quoteOf(statement)].filter((part) => part !== null && part !== "").join(": ") || null;
}

function headOf(statement: WeighedStatement): string {
  return [statement.evidence?.kind ?? null, place(statement)].filter((part) => part !== null).join(", ");
}

function quoteOf({ evidence }: WeighedStatement): string | null {
  const quote = evidence?.quote ?? null;
  return quote === null ? null : quoted(quote);
}

/** As `backing`, the quotations of one place said together: `objective finding, progress report 2014-04-09: “a” and “b”`. */
export function backedBy(statements: readonly WeighedStatement[]): readonly string[] {
  const places = Map.groupBy(
    statements.filter((statement) => backing(statement) !== null),
    headOf,
  );
  return [...places].map(([head, members]) => {
    const quotes = [...new Set(members.map(quoteOf).filter((quote) => quote !== null))];
    return [head, listed(quotes, "and")].filter((part) => part !== "").join(": ");
  });
}

/** `Opinion, progress report 2014-04-09` for each, joined by `and`. */
export function backings(statements: readonly WeighedStatement[]): string {
  return capital(
    listed(
      statements.map((statement) => kindAndPlace(statement)),
      "and",
    ),
  );
}

function kindAndPlace(statement: WeighedStatement): string {
  return headOf(statement) || "a statement without a source";
}
