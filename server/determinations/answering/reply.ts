import { z } from "zod";
import { nameKey } from "../../../dsl/index.ts";
import type { CaseProblem } from "../workers/index.ts";
import { refused, type Refused } from "./asked.ts";

/** A record as an engine made it, and what the reference of a determination needs of it. */
export interface MadeRecord {
  readonly kind: "record";
  /** Canonical JSON, UTF-8. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly recordDigest: string;
  readonly caseDigest: string;
  readonly serviceDate: string;
}

const refusalSchema = z.object({
  schema: z.literal("precept/refusal/1"),
  problems: z.array(z.object({ message: z.string(), code: z.string().optional(), line: z.number().int().optional() })),
});

const MOST_PROBLEMS = 20;

/** The text that the engine of a release answers with. In canonical JSON names stand in order, so the ends of a record are known. */
export function readReply({
  text,
  sha256,
}: {
  readonly text: string;
  readonly sha256: string;
}): MadeRecord | Refused | null {
  const head = /^\{(?:"asOf":"([\d-]{10})",)?"caseDigest":"(sha256:[0-9a-f]{64})","determinations":\[/.exec(text);
  const tail = /,"schema":"precept\/determination\/1","serviceDate":"([\d-]{10})",/.exec(text.slice(-1000));
  const serviceDate = head?.[1] ?? tail?.[1];
  const caseDigest = head?.[2];
  if (serviceDate === undefined || caseDigest === undefined || tail === null) return readRefusal(text);
  return {
    kind: "record",
    bytes: new TextEncoder().encode(text),
    recordDigest: `sha256:${sha256}`,
    caseDigest,
    serviceDate,
  };
}

function readRefusal(text: string): Refused | null {
  const refusal = refusalSchema.safeParse(JSON.parse(text));
  if (!refusal.success) return null;
  return refusedCase(refusal.data.problems);
}

/** One sentence for the person, all problems for the program. */
export function refusedCase(problems: readonly CaseProblem[]): Refused {
  const [first] = problems;
  const place = first?.line === undefined ? "" : ` (line ${first.line} of the case)`;
  const more = problems.length > 1 ? ` There are ${problems.length} problems in all.` : "";
  return refused(
    422,
    `${first?.message ?? "The case cannot be read."}${place}${more}`,
    problems.slice(0, MOST_PROBLEMS),
  );
}

const descriptionSchema = z.object({
  guidelines: z.array(z.object({ services: z.array(z.object({ service: z.string() })) })),
});

/** The services, by key, that a release says it declares; none where it says nothing. */
export function servicesIn(text: string): ReadonlySet<string> {
  const description = descriptionSchema.safeParse(JSON.parse(text));
  if (!description.success) return new Set();
  return new Set(
    description.data.guidelines.flatMap(({ services }) => services.map(({ service }) => nameKey(service))),
  );
}
