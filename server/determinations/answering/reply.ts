import { z } from "zod";
import { nameKey } from "../../../dsl/index.ts";
import { type CaseProblem, caseProblemSchema, type Unknown, unknownSchema } from "../../protocol/index.ts";
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
  problems: z.array(caseProblemSchema),
  unknown: z.array(unknownSchema).default([]),
});

const MOST_PROBLEMS = 20;
const MOST_UNKNOWN = 200;

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
  const { problems, unknown } = refusal.data;
  return refusedCase(problems, unknown.slice(0, MOST_UNKNOWN));
}

/** One sentence for the person, all problems for the program. */
export function refusedCase(problems: readonly CaseProblem[], unknown: readonly Unknown[] = []): Refused {
  const [first] = problems;
  const place = first?.line === undefined ? "" : ` (line ${first.line} of the case)`;
  const advice = first?.hint === undefined ? "" : ` ${first.hint}`;
  const more = problems.length > 1 ? ` There are ${problems.length} problems in all.` : "";
  return refused(
    422,
    `${first?.message ?? "The case cannot be read."}${place}${advice}${more}`,
    problems.slice(0, MOST_PROBLEMS),
    unknown,
  );
}

const factsSchema = z.array(z.object({ fact: z.string() }));
const descriptionSchema = z.object({
  guidelines: z.array(
    z.object({
      services: z.array(z.object({ service: z.string() })),
      facts: factsSchema,
      lists: z.array(z.object({ list: z.string(), fields: factsSchema })),
    }),
  ),
});

/** What a release declares, by key. */
export interface Declared {
  readonly services: ReadonlySet<string>;
  /** Facts, lists, and fields as `LIST: FIELD`. */
  readonly stated: ReadonlySet<string>;
}

/** What a release says that it declares; nothing where it says nothing. */
export function declaredIn(text: string): Declared {
  const description = descriptionSchema.safeParse(JSON.parse(text));
  const guidelines = description.success ? description.data.guidelines : [];
  const services = guidelines.flatMap((each) => each.services.map(({ service }) => service));
  const stated = guidelines.flatMap(({ facts, lists }) => [
    ...facts.map(({ fact }) => fact),
    ...lists.flatMap(({ list, fields }) => [list, ...fields.map(({ fact }) => `${list}: ${fact}`)]),
  ]);
  return { services: new Set(services.map(nameKey)), stated: new Set(stated.map(nameKey)) };
}
