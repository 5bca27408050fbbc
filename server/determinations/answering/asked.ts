import { z } from "zod";
import { type CaseProblem, determinationRequestSchema, type Unknown } from "../../protocol/index.ts";
import { memberText } from "./memberText.ts";

/** A request for a determination, read. */
export interface Asked {
  readonly set: string;
  /** The text of a case file, as it was sent. */
  readonly caseText: string;
  /** What the case itself says, where that can be told without reading all of it. */
  readonly caseDate: string | null;
  readonly serviceDate: string | null;
  readonly version: string | null;
  /** What the case states and the release does not know, to be determined without. */
  readonly leaveOut: readonly string[];
  readonly detail: "record" | "outcomes";
}

/** Why there is no determination; the sentence is for whoever asked. */
export interface Refused {
  readonly kind: "refused";
  readonly status: 400 | 404 | 413 | 422 | 503;
  readonly detail: string;
  readonly problems: readonly CaseProblem[];
  /** May be named in `leaveOut`. */
  readonly unknown: readonly Unknown[];
}

export function refused(
  status: Refused["status"],
  detail: string,
  problems: readonly CaseProblem[] = [],
  unknown: readonly Unknown[] = [],
): Refused {
  return { kind: "refused", status, detail, problems, unknown };
}

/** The largest case, in bytes. */
export const CASE_LIMIT = 1024 * 1024;

const datesSchema = z.object({ dates: z.object({ "service date": z.iso.date() }) });

/**
 * Reads the body of a request. A case that is given as JSON is taken as the text it was sent as, so that its numbers stay as
 * they are written and a name that is given twice is not passed over.
 */
export function readAsked(body: string): Asked | Refused {
  const json = parse(body);
  if (json === undefined) return refused(400, "The body is not JSON.");
  const given = determinationRequestSchema.safeParse(json);
  if (!given.success) return refused(422, sentenceOf(given.error));
  const { set, case: of, serviceDate, version, leaveOut, detail } = given.data;
  const caseText = typeof of === "string" ? of : memberText(body, "case");
  if (caseText === null) return refused(422, "The body names `case` more than once.");
  if (Buffer.byteLength(caseText) > CASE_LIMIT)
    return refused(413, "A case has at most 1 MB. Quote what matters of a document, not the whole of it.");
  const dated = datesSchema.safeParse(of);
  return {
    set,
    caseText,
    caseDate: dated.success ? dated.data.dates["service date"] : null,
    serviceDate: serviceDate ?? null,
    version: version ?? null,
    leaveOut,
    detail,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sentenceOf(error: z.ZodError): string {
  const sentences = error.issues.map((issue) => `${issue.path.join(".") || "the body"}: ${issue.message}`);
  return `${sentences.join("; ")}.`;
}
