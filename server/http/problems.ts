import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { PROBLEM_TYPE, type Problem } from "../protocol/index.ts";
import { type DatabaseProblem, databaseProblem } from "../store/index.ts";
import type { Refusal } from "../folders/index.ts";

const titles = {
  400: "This request cannot be read",
  401: "Nobody is signed in",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  408: "Too slow",
  409: "Not as things stand",
  412: "The file changed meanwhile",
  413: "Too large",
  415: "Only JSON is read here",
  417: "This cannot be expected here",
  421: "This server answers for this machine only",
  422: "This request asks for something that cannot be done",
  428: "Say which version you are changing",
  429: "Too many attempts",
  431: "The headers are too large",
  500: "The server made a mistake",
  503: "Not ready",
  507: "This could not be stored",
} as const;
export type ProblemStatus = keyof typeof titles;

/** The headers that make a JSON body a problem. */
export const problemHeaders = {
  "content-type": PROBLEM_TYPE,
  "cache-control": "no-store",
};

export function problemBody(status: ProblemStatus, detail: string): Problem {
  return { type: "about:blank", title: titles[status], status, detail };
}

export function problem<S extends ProblemStatus>(c: Context, status: S, detail: string) {
  return c.json(problemBody(status, detail), status, problemHeaders);
}

/** A refusal of the store that has nothing to show beside its sentence. */
export function refusalProblem(c: Context, refusal: Refusal) {
  return problem(c, refusalStatus[refusal.kind], refusal.detail);
}

const refusalStatus = {
  "bad path": 400,
  "not found": 404,
  "too large": 413,
  "not text": 422,
  exists: 422,
  "not possible": 422,
  "not stored": 507,
} as const;

/** What was thrown: a refusal of the HTTP library in our shape, or a bug of ours, of which nothing is told outside. */
export function thrownProblem(error: Error, c: Context, report: (line: string) => void): Response {
  if (error instanceof HTTPException && isProblemStatus(error.status)) return problem(c, error.status, error.message);
  const database = databaseProblem(error);
  if (database !== null) return databaseRefusal(database, error, c, report);
  if ("code" in error && notHeld.has(error.code)) return problem(c, 400, "It names what nothing here can be called.");
  report(`500 ${c.req.method} ${traceOf(error)}`);
  return problem(c, 500, "Nothing was lost; what was asked for was not done.");
}

/** What PostgreSQL says of a value that no column holds: a number that is too large, U+0000 in a text. */
const notHeld = new Set<unknown>(["22003", "22021"]);

const RETRY_SECONDS = 5;

const databaseStatus = { full: 507, unavailable: 503, damaged: 503 } as const;
const databaseSentence = {
  full: "The disk of the database is full. Make room, and look whether this was stored before you send it again.",
  unavailable:
    "The database does not answer. Try again in a moment, and look whether this was stored before you send it again.",
  damaged: "Files of the database are missing or damaged. Stop the server and restore a backup into another place.",
} as const;

function databaseRefusal(kind: DatabaseProblem, error: Error, c: Context, report: (line: string) => void): Response {
  const status = databaseStatus[kind];
  report(`${status} ${c.req.method} the database: ${error.name}${codeOf(error)}`);
  if (kind === "unavailable") c.header("retry-after", String(RETRY_SECONDS));
  return problem(c, status, databaseSentence[kind]);
}

const codeOf = (error: Error) => ("code" in error ? ` ${String(error.code)}` : "");

/** Where an error was thrown. Its message may quote a case or name its file, so that stays out of the log. */
export function traceOf(error: Error): string {
  // What a message quotes may look like a frame.
  const frames = (error.stack ?? "").replace(error.message, "").split("\n");
  return [`${error.name}${codeOf(error)}`, ...frames.filter((line) => /^\s+at /.test(line))].join("\n");
}

function isProblemStatus(status: number): status is ProblemStatus {
  return status in titles;
}
