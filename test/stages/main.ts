// `npm test` (all stages) and `npm run check` (some): node test/stages/main.ts [STAGE...]
import { browserStage } from "./browser.ts";
import { commandStage } from "./command.ts";
import { closingLine, type Stage, type StageResult, sum } from "./stage.ts";
import { vitestStage } from "./vitest.ts";

const stages: readonly Stage[] = [
  commandStage("types", "tsc", "-p", "."),
  commandStage("lint", "oxlint", "--type-aware"),
  commandStage("format", "biome", "format", "."),
  vitestStage("unit"),
  commandStage("build", "node", "cli/bootstrap/build.mjs"),
  browserStage,
];

function chosen(names: readonly string[]): readonly Stage[] {
  return names.length === 0 ? stages : stages.filter(({ name }) => names.includes(name));
}

async function runStage({ name, run }: Stage): Promise<StageResult> {
  const started = performance.now();
  const result = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  for (const message of result.messages) process.stdout.write(`\n${name}: ${message}\n`);
  process.stdout.write(`${name}: ${closingLine(result)} (${seconds} s)\n`);
  return result;
}

const results: StageResult[] = [];
for (const stage of chosen(process.argv.slice(2))) results.push(await runStage(stage));

const total = sum(results);
process.stdout.write(`${closingLine(total)}\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
