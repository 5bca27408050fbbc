import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyEmptyStore, startPostgres } from "../../../support/index.ts";
import { writeFiles } from "../../served.ts";
import { checkKills, files } from "./kills.ts";

// Kills a server as often as the first argument says, on both databases: node test/server/store/kills/main.ts 500
const kills = Number(process.argv[2] ?? "10");

async function run(name: string, environment: Record<string, string>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "precept-kills-"));
  await writeFiles(folder, files);
  await copyEmptyStore(join(folder, ".precept", "store", "database"));
  const report = await checkKills(kills, { folder, environment });
  await rm(folder, { recursive: true });
  const { saves, comments, releases } = report;
  process.stdout.write(
    `${name}: killed ${kills} times; ${saves} saves, ${comments} comments, ${releases} releases, none lost\n`,
  );
}

await run("PGlite", {});
const postgres = await startPostgres();
try {
  await run("PostgreSQL", { DATABASE_URL: await postgres.create() });
} finally {
  await postgres.stop();
}
