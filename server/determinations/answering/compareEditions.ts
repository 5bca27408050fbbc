import type { ThenAndNow } from "../../../engine/editions/index.ts";
import { comparisonRequestSchema } from "../../protocol/index.ts";
import { readDraft } from "../../store/drafts/index.ts";
import type { Database } from "../../store/index.ts";
import { setNamed } from "../../store/names/index.ts";
import type { EditionTexts, Pool } from "../workers/index.ts";
import { CASE_LIMIT, refused, type Refused } from "./asked.ts";
import { editionNamed } from "./editionNamed.ts";
import type { Edition } from "../../../engine/release/index.ts";
import { memberText } from "./memberText.ts";
import { refusedCase } from "./reply.ts";
import { type Shelved, unusable } from "./shelved.ts";

export interface ComparisonWork {
  readonly database: Database;
  readonly pool: Pool;
  readonly editionsOf: (set: string) => Promise<readonly Edition[] | null>;
  readonly isUsable: Shelved["isUsable"];
  /** The id of who asks. */
  readonly person: string;
}

export interface ComparedEditions {
  readonly kind: "compared";
  readonly value: ThenAndNow;
}

/** One case under two editions of a set, by the engine of today. `body`: the JSON of a `ThenAndNowRequest`, as it came. */
export async function compareEditions(work: ComparisonWork, body: string): Promise<ComparedEditions | Refused> {
  const json = parse(body);
  if (json === undefined) return refused(400, "The body is not JSON.");
  const asked = comparisonRequestSchema.safeParse(json);
  if (!asked.success)
    return refused(422, asked.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}.`).join(" "));
  const { set, case: of } = asked.data;
  const caseText = typeof of === "string" ? of : memberText(body, "case");
  if (caseText === null) return refused(422, "The body names `case` more than once.");
  if (Buffer.byteLength(caseText) > CASE_LIMIT) return refused(413, "A case has at most 1 MB.");
  const [before, now] = [await textsOf(work, set, asked.data.before), await textsOf(work, set, asked.data.now)];
  if ("status" in before) return before;
  if ("status" in now) return now;
  const answer = await work.pool.read({ kind: "then and now", caseText, before, now }, work.person);
  if (answer.kind === "compared") return answer;
  if (answer.kind === "lost") return refused(422, "This case takes longer to compare than a case may.");
  return answer.kind === "unread" ? refusedCase(answer.problems) : refused(503, "One of the editions cannot be used.");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function textsOf(
  { database, editionsOf, isUsable }: ComparisonWork,
  set: string,
  name: string,
): Promise<EditionTexts | Refused> {
  const editions = await editionsOf(set);
  if (editions === null) return refused(404, `There is no guideline set \`${set}\`.`);
  const named = editionNamed(editions, name, set);
  if (named.kind === "none") return refused(404, named.problem);
  if (named.kind === "draft") return draftOf(database, set);
  const { version, digest } = named.edition;
  if (!(await isUsable({ set, version, digest }))) return refused(503, unusable(version, set));
  const row = await database
    .selectFrom("release")
    .select("payload")
    .where("digest", "=", digest)
    .executeTakeFirstOrThrow();
  return { name: version, digest, payload: row.payload };
}

async function draftOf(database: Database, set: string): Promise<EditionTexts | Refused> {
  const draft = await readDraft(database, (await setNamed(database, set)) ?? set);
  if (!draft.ok) return refused(404, draft.refusal.detail);
  return {
    name: "draft",
    files: draft.value.files.flatMap(({ path, text }) => (text === null ? [] : [{ path, text }])),
  };
}
