import type { Transaction } from "kysely";
import { done, listSetFolders, type Result, readSetFiles, refuse, type SetFolder } from "../../folders/index.ts";
import { record } from "../audit/index.ts";
import type { Database, Tables } from "../database/index.ts";
import { applyChanges, changesBetween, unfitChanges } from "./changes.ts";
import { insertSet } from "./createSet.ts";
import type { By, Change } from "./draft.ts";
import { changesOf, digestOf } from "./folderChanges.ts";
import { type Held, holdSet } from "./holdSet.ts";
import { draftRevision, isStorable } from "./readDraft.ts";

/** Whose the texts of a folder are that is taken in by a server for one person: nobody's who could approve them. */
const NOBODY = "import";

/** As whose a folder is taken in: somebody's, by their id, as whoever starts the server says; left out: nobody's. */
interface Importing {
  readonly as?: string;
  readonly at: Date;
}

/**
 * Takes in the guideline sets of a folder: those that the store does not have, and those whose draft is still what was last
 * taken in. Any other draft stays as it is. What is not taken in is told, a sentence each.
 */
export async function importFolder(
  database: Database,
  folder: string,
  { as = NOBODY, at }: Importing,
): Promise<readonly string[]> {
  const by = { actor: as, at, note: "From the folder" };
  const told: string[] = [];
  for (const set of await listSetFolders(folder)) {
    const files = await readSetFiles(set);
    const notice = files.ok ? await importSet(database, by, set, changesOf(files.value)) : files.refusal.detail;
    if (notice !== null) told.push(`${set.name}: ${notice}`);
  }
  return told;
}

async function importSet(database: Database, by: By, set: SetFolder, files: readonly Change[]): Promise<string | null> {
  if (!files.every(({ path }) => isStorable(path))) return "a file's name begins with a byte order mark; rename it.";
  const known = await draftRevision(database, set.name);
  const imported = known.ok
    ? await holdSet(database, set.name, (held) => importOver(held, by, files))
    : await importNew(database, by, set.name, files);
  return imported.ok ? imported.value : imported.refusal.detail;
}

async function importNew(database: Database, by: By, set: string, changes: readonly Change[]): Promise<Result<null>> {
  return database.transaction().execute(async (transaction) => {
    const revision = await insertSet(transaction, by, set, { changes, imported: digestOf(changes) });
    if (!revision.ok) return revision;
    await recordImport(transaction, by, { set, revision: revision.value, files: changes.length });
    return done(null);
  });
}

/** Why the folder's files were not taken in, else `null`. */
async function importOver(held: Held, by: By, files: readonly Change[]): Promise<Result<string | null>> {
  const { transaction, set, standing, imported } = held;
  const folder = digestOf(files);
  const draft = digestOf([...standing].map(([path, content]) => ({ path, content })));
  if (folder === draft) {
    if (imported !== folder) await setImported(transaction, set, folder);
    return done(null);
  }
  const changes = changesBetween(standing, files);
  if (draft !== imported) return done(differs(changes, folder === imported));
  const refused = unfitChanges(standing, changes);
  if (refused !== null) return refuse(refused);
  const revision = await applyChanges(transaction, set, by, changes);
  await setImported(transaction, set, folder);
  await recordImport(transaction, by, { set, revision, files: changes.length });
  return done(null);
}

function setImported(transaction: Transaction<Tables>, set: string, imported: string) {
  return transaction.updateTable("guideline_set").set({ imported }).where("name", "=", set).execute();
}

function recordImport(
  transaction: Transaction<Tables>,
  { actor, at }: By,
  taken: { readonly set: string; readonly revision: number; readonly files: number },
): Promise<void> {
  // Whose they are has not been said by that person.
  const said = actor === NOBODY ? { actor, detail: taken } : { actor: "command line", detail: { ...taken, as: actor } };
  return record(transaction, { ...said, action: "import folder", subject: taken.set, at });
}

/** Cases are counted only: their names may tell of a person, and this goes to a log. */
function differs(changes: readonly Change[], folderStands: boolean): string {
  const paths = changes.map(({ path }) => path);
  const cases = paths.filter((path) => path.startsWith("cases/")).length;
  const others = paths.filter((path) => !path.startsWith("cases/"));
  const named = others.slice(0, NAMED).map((path) => `\`${path}\``);
  const counts = [counted(others.length - named.length, "other file"), counted(cases, "case")];
  const files = new Intl.ListFormat("en").format([...named, ...counts.flat()]);
  return folderStands
    ? `the draft was changed here since the folder was taken in: ${files}. The draft stays; \`precept pull\` brings it into a folder.`
    : `both the folder and the draft were changed: ${files}. The draft stays; \`precept pull\` lays both side by side, \`precept push\` takes the folder in.`;
}

const NAMED = 5;

function counted(count: number, noun: string): readonly string[] {
  if (count <= 0) return [];
  return [count === 1 ? `1 ${noun}` : `${count} ${noun}s`];
}
