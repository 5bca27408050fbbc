import { oncePerText, type WeighedStatement } from "../values/index.ts";
import { capital, isolated, listed, quoted } from "./sentence.ts";

/** `progress report 2014-04-09, page 3`: where a statement stands. `null` when the case does not say. */
export function place({ evidence }: WeighedStatement): string | null {
  if (evidence === null) return null;
  const title = evidence.documentTitle ?? evidence.document;
  const where = joined(title === null ? "" : lowerTitle(title), " ", evidence.date ?? evidence.documentDate ?? "");
  const said = joined(where, ", ", evidence.author ?? "");
  return joined(said, ", ", evidence.page === null ? "" : pageWords(evidence.page)) || null;
}

/** Two parts of a sentence, or the one that there is. */
function joined(first: string, mark: string, second: string): string {
  return first !== "" && second !== "" ? `${first}${mark}${second}` : `${first}${second}`;
}

/** `page 3` also when the case holds the bare number. */
function pageWords(page: string): string {
  return /^\d/u.test(page) ? `page ${page}` : page;
}

/** `Progress report` is lower-cased inside a sentence; `MRI of ...` and `QME report` are not. */
const lowerTitle = oncePerText(1_000, (title) => {
  const plain = isolated(title);
  return /^\p{Lu}\p{Ll}+\b/u.test(plain) ? plain.slice(0, 1).toLowerCase() + plain.slice(1) : plain;
});

/** `yes (objective finding, progress report 2014-04-09: “bilateral deltoids that were 4/5”)` */
export function statementInWords(statement: WeighedStatement): string {
  const aside = backing(statement);
  return aside === null ? isolated(statement.text) : `${isolated(statement.text)} (${aside})`;
}

/** `objective finding, progress report 2014-04-09: “bilateral deltoids that were 4/5”`; `null` without any evidence. */
export function backing(statement: WeighedStatement): string | null {
  return joined(headOf(statement), ": ", quoteOf(statement) ?? "") || null;
}

function headOf(statement: WeighedStatement): string {
  return joined(statement.evidence?.kind ?? "", ", ", place(statement) ?? "");
}

function quoteOf({ evidence }: WeighedStatement): string | null {
  const quote = evidence?.quote ?? null;
  return quote === null ? null : quoted(quote);
}

/** As `backing`, the quotations of one place said together: `objective finding, progress report 2014-04-09: “a” and “b”`. */
export function backedBy(statements: readonly WeighedStatement[]): readonly string[] {
  const [only, ...more] = statements;
  if (only === undefined) return [];
  if (more.length === 0) return isBacked(only) ? [backing(only) ?? ""] : [];
  const places = Map.groupBy(statements.filter(isBacked), headOf);
  return [...places].map(([head, members]) => {
    const quotes = [...new Set(members.map(quoteOf).filter((quote) => quote !== null))];
    return joined(head, ": ", listed(quotes, "and"));
  });
}

/** Whether the case says anything of where a statement comes from. */
export function isBacked({ evidence }: WeighedStatement): boolean {
  if (evidence === null) return false;
  const { kind, document, documentTitle, date, documentDate, author, page, quote } = evidence;
  return quote !== null || [kind, documentTitle ?? document, date ?? documentDate, author, page].some(isSaid);
}

const isSaid = (part: string | null): boolean => part !== null && part !== "";

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
