import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { copyEmptyStore } from "../../../support/index.ts";
import { writeFiles } from "../../served.ts";
import { checkKills, files, type KillsReport } from "./kills.ts";

let report: KillsReport;
// Real processes take their time to start; `main.ts` kills as often as it is told to, on both databases.
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "precept-kills-"));
  await writeFiles(folder, files);
  await copyEmptyStore(join(folder, ".precept", "store", "database"));
  report = await checkKills(1, { folder, environment: {} });
  await rm(folder, { recursive: true });
}, 60_000);

it("a server that is killed starts by itself, with everything that it answered", () => {
  expect(report.kills).toBe(1);
});
