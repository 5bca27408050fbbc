/** What the system or PostgreSQL says when it has no room left. */
const full = new Set(["53100", "ENOSPC", "EDQUOT", "EFBIG"]);

/** What the system says when PostgreSQL is not reached. */
const unreachable = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/** Of PostgreSQL: connections, sign-in, resources, operator, system, read-only standby (PostgreSQL's appendix A). */
const unavailableClass = /^(?:08|28|53|57|58)|^25006$|^3D000$/;

/** What `pg` says of a connection that ended or was never made; it has no codes for that. */
const endedConnection =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** `unavailable`: later it may work. `full`: nothing can be stored until there is room. */
export type DatabaseProblem = "unavailable" | "full";

/** Whether the database is at fault, rather than what it was asked; `null`: no. */
export function databaseProblem(error: unknown): DatabaseProblem | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof AggregateError) return databaseProblem(error.errors[0]);
  const code = "code" in error ? String(error.code) : "";
  if (full.has(code)) return "full";
  return isUnavailable(error, code) ? "unavailable" : null;
}

function isUnavailable(error: Error, code: string): boolean {
  const severity = "severity" in error ? error.severity : "ERROR";
  return (
    error instanceof WebAssembly.RuntimeError ||
    severity === "FATAL" ||
    severity === "PANIC" ||
    unreachable.has(code) ||
    unavailableClass.test(code) ||
    endedConnection.test(error.message)
  );
}

/** A database in a folder met an error that it does not survive; the next that is asked opens it again. */
export class DatabaseEnded extends Error {
  override readonly name = "DatabaseEnded";
  /** As PostgreSQL has them in its appendix A: disk full, or any other error of the system. */
  readonly code: "53100" | "58030";

  /** `lastWords`: what PostgreSQL wrote before it ended. They may quote a statement and are not kept. */
  constructor(lastWords: string, cause?: unknown) {
    super("the database met an error that it does not survive", { cause });
    this.code = /No space left on device|quota exceeded|File too large/i.test(lastWords) ? "53100" : "58030";
  }
}

/** The tables are of a later version of Precept, which knows what this one does not. */
export class LaterTables extends Error {
  override readonly name = "LaterTables";
}

/** Why a database could not be opened, as a sentence; `null`: a bug of ours. Addresses hold passwords and are not quoted. */
export function openingProblem(error: unknown): string | null {
  if (error instanceof LaterTables)
    return "The store was made by a later version of Precept. Nothing in it was touched.";
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const problem = databaseProblem(cause);
  if (problem === "full") return "The store cannot be opened: the disk is full.";
  if (problem === null) return null;
  const said = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
  return `The store cannot be opened: the database does not answer${said}.`;
}
