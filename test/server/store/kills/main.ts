import { rm } from "node:fs/promises";
import { startPostgres } from "../../../support/postgres.ts";
import { checkKills } from "./kills.ts";
import { countsOf } from "./ledger.ts";
import { newPlace } from "./places.ts";

/** `node test/server/store/kills/main.ts [KILLS] [pglite|postgres]`: kills a server so often, on both databases or one. */
const kills = Number(process.argv[2] ?? "10");
const databases = process.argv[3] ?? "both";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function run(name: string, url: string | null): Promise<void> {
  const place = await newPlace(url);
  const begun = performance.now();
  const { ledger, starts } = await checkKills(kills, place, (line) => say(`${name}: ${line}`));
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
  const slowest = (Math.max(...starts) / 1000).toFixed(1);
  const counts = [...countsOf(ledger)].map(([action, count]) => `${count} x ${action}`).join(", ");
  say(`${name}: killed ${kills} times in ${minutes} minutes, none lost: ${counts}.`);
  say(
    `${name}: started by itself ${starts.length} times, within ${slowest} s; ${ledger.audit.seq} entries in a whole audit log.`,
  );
  await rm(place.folder, { recursive: true });
}

if (databases !== "postgres") await run("PGlite", null);
if (databases !== "pglite") {
  const postgres = await startPostgres();
  try {
    await run("PostgreSQL", await postgres.create());
  } finally {
    await postgres.stop();
  }
}
