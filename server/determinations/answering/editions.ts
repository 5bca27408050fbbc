import type { Database } from "../../store/index.ts";
import { inBatches } from "../references/index.ts";
import type { Edition } from "../../../engine/release/index.ts";

const MOST = 200;

/**
 * Tells the releases of a set, as they are when it is asked: nothing is kept that another process may have changed. All
 * who ask at one time are answered by one statement. `null`: there is no such set.
 */
export function editionsReader(database: Database): (set: string) => Promise<readonly Edition[] | null> {
  return inBatches(async (sets) => {
    const asked = [...new Set(sets)];
    const rows = await database
      .selectFrom("release")
      .select(["set_name", "version", "digest", "effective_from", "effective_to"])
      .where("set_name", "in", asked)
      .execute();
    const found = Map.groupBy(rows, (row) => row.set_name);
    const empty = await setsWithoutRelease(
      database,
      asked.filter((set) => !found.has(set)),
    );
    return sets.map((set) => found.get(set)?.map(editionOf) ?? (empty.has(set) ? [] : null));
  }, MOST);
}

async function setsWithoutRelease(database: Database, sets: readonly string[]): Promise<ReadonlySet<string>> {
  if (sets.length === 0) return new Set();
  const rows = await database.selectFrom("guideline_set").select("name").where("name", "in", sets).execute();
  return new Set(rows.map(({ name }) => name));
}

interface Row {
  readonly version: string;
  readonly digest: string;
  readonly effective_from: string;
  readonly effective_to: string | null;
}

function editionOf({ version, digest, effective_from, effective_to }: Row): Edition {
  return { version, digest, effectiveFrom: effective_from, effectiveTo: effective_to };
}
