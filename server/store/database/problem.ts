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

/** Files of the database are missing or are not as they were written. */
const damaged = new Set(["XX001", "XX002", "58P01"]);

/** `unavailable`: later it may work. `full`: nothing can be stored until there is room. `damaged`: a backup has to be restored. */
export type DatabaseProblem = "unavailable" | "full" | "damaged";

/** Whether the database is at fault, rather than what it was asked; `null`: no. */
export function databaseProblem(error: unknown): DatabaseProblem | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof AggregateError) return databaseProblem(error.errors[0]);
  const code = "code" in error ? String(error.code) : "";
  if (full.has(code)) return "full";
  if (damaged.has(code)) return "damaged";
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
    this.code = isOfRoom(lastWords, cause) ? "53100" : "58030";
  }
}

/** EDQUOT, EFBIG and ENOSPC as WASI numbers them: what Emscripten's files throw has no words. */
const noRoom = new Set<unknown>([19, 22, 51]);

function isOfRoom(lastWords: string, cause: unknown): boolean {
  if (/No space left on device|quota exceeded|File too large/i.test(lastWords)) return true;
  return typeof cause === "object" && cause !== null && "errno" in cause && noRoom.has(cause.errno);
}

/** What stands in the folder of a database is no whole database. */
export class DamagedFiles extends Error {
  override readonly name = "DamagedFiles";
  readonly code = "XX001";
}

/** The tables are of a later version of Precept, which knows what this one does not. */
export class LaterTables extends Error {
  override readonly name = "LaterTables";
}

const DAMAGED =
  "The store cannot be opened: files of its database are missing, damaged or not to be read. Leave them as they are, and " +
  "restore a backup into another place (precept restore).";

/** Why a database could not be opened, as a sentence; `null`: a bug of ours. Addresses hold passwords and are not quoted. */
export function openingProblem(error: unknown): string | null {
  if (error instanceof LaterTables)
    return "The store was made by a later version of Precept. Nothing in it was touched.";
  const cause = error instanceof DatabaseEnded ? error : causeOf(error);
  const problem = databaseProblem(cause);
  if (problem === "full") return "The store cannot be opened: the disk is full.";
  if (problem === "damaged" || (problem === "unavailable" && cause instanceof DatabaseEnded)) return DAMAGED;
  if (problem === null) return null;
  const said = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
  return `The store cannot be opened: the database does not answer${said}.`;
}

const causeOf = (error: unknown): unknown =>
  error instanceof Error && error.cause !== undefined ? error.cause : error;
