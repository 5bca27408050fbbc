import { z } from "zod";
import { identify } from "../../engine/release/index.ts";
import type { SetFile } from "../../engine/set/index.ts";
import { textOf } from "../store/drafts/index.ts";
import type { Database } from "../store/index.ts";

const filesSchema = z.array(z.object({ path: z.string(), sha256: z.string(), revision: z.number().int() }));
const authorsSchema = z.array(
  z.object({ id: z.string(), attributedBy: z.string().nullable(), paths: z.array(z.string()) }),
);

/** What was sent to review once, and never changes. */
export interface StoredRound {
  readonly change: number;
  readonly round: number;
  readonly digest: string;
  /** Of the draft when it was sent. */
  readonly revision: number;
  readonly files: z.infer<typeof filesSchema>;
  /** The set's name as its manifest gives it, by which its releases are called. */
  readonly name: string;
  /** Who wrote any part of it since the last release; `attributedBy`: who said so, where the text does not. */
  readonly authors: z.infer<typeof authorsSchema>;
  readonly base: string | null;
  readonly by: string;
  readonly at: Date;
}

/** In their order. */
export async function readRounds(database: Database, change: number): Promise<readonly StoredRound[]> {
  const rows = await database
    .selectFrom("round")
    .selectAll()
    .where("change_id", "=", change)
    .orderBy("number")
    .execute();
  return rows.map((row) => ({
    change: row.change_id,
    round: row.number,
    digest: row.digest,
    revision: row.revision,
    name: row.release_set,
    files: filesSchema.parse(JSON.parse(row.files)),
    authors: authorsSchema.parse(JSON.parse(row.authors)),
    base: row.base_version,
    by: row.submitted_by,
    at: row.at,
  }));
}

export async function insertRound(
  database: Database,
  { change, round, name, files, authors, base, by, ...row }: StoredRound,
) {
  const values = {
    ...row,
    change_id: change,
    number: round,
    files: JSON.stringify(files),
    authors: JSON.stringify(authors),
    base_version: base,
    release_set: name,
    submitted_by: by,
  };
  await database.insertInto("round").values(values).execute();
}

/** The files of a round with their texts. */
export async function textsOfRound(
  database: Database,
  { files }: Pick<StoredRound, "files">,
): Promise<readonly SetFile[]> {
  const ids = files.map(({ revision }) => revision);
  const rows = await database
    .selectFrom("revision")
    .select(["id", "content"])
    .where("id", "in", ids.length === 0 ? [0] : ids)
    .execute();
  const texts = new Map(rows.map(({ id, content }) => [id, textOf(content)]));
  return files.map(({ path, revision }) => {
    const text = texts.get(revision) ?? null;
    if (text === null) throw new Error("a round names a revision that has no text");
    return { path, text };
  });
}

/** Of files that are no release yet: what reviewers approve. */
export function filesDigestOf(files: readonly SetFile[]): string {
  return identify(files, []).digest;
}

/** What is, or was last, under review; `null`: there is no such change. */
export async function lastRound(database: Database, change: number): Promise<StoredRound | null> {
  return (await readRounds(database, change)).at(-1) ?? null;
}
