import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { root, run } from "./command.ts";
import type { Stage, StageResult } from "./stage.ts";

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(""),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

type Report = z.infer<typeof reportSchema>;
type File = Report["testResults"][number];

/** A project of vitest.config.ts; every test of it counts. */
export function vitestStage(project: string): Stage {
  return { name: project, run: () => runProject(project) };
}

async function runProject(project: string): Promise<StageResult> {
  const report = join(root, "build", "test", `${project}.json`);
  await rm(report, { force: true });
  const parameters = ["run", "--project", project, "--reporter=json", `--outputFile.json=${report}`];
  const ended = await run("vitest", parameters);
  return tally(await readReport(report), ended.code, ended.output);
}

async function readReport(path: string): Promise<Report | null> {
  try {
    return reportSchema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    // No report, or half of one: vitest itself broke down, which its exit code and output tell.
    return null;
  }
}

/**
 * Counts a report. A file that could not be loaded, a test that did not run and a failing exit without a failing test
 * each count as failures: nothing may pass by not running.
 */
export function tally(report: Report | null, code: number, output: string): StageResult {
  const messages = report?.testResults.flatMap(failuresOf) ?? [];
  const passed = report?.testResults.flatMap(({ assertionResults }) => assertionResults).filter(isPassed).length ?? 0;
  if (messages.length === 0 && (code !== 0 || passed === 0))
    messages.push(`${passed === 0 ? "no test ran" : "vitest failed outside its tests"}\n${output}`);
  return { passed, failed: messages.length, messages };
}

const isPassed = ({ status }: { status: string }) => status === "passed";

function failuresOf(file: File): string[] {
  const tests = file.assertionResults
    .filter((test) => !isPassed(test))
    .map((test) => `${where(file)}: ${test.fullName}\n${whyOf(test)}`);
  return tests.length === 0 && file.status === "failed" ? [`${where(file)}\n${file.message}`] : tests;
}

function whyOf({ status, failureMessages }: File["assertionResults"][number]): string {
  return failureMessages?.join("\n") || `  did not run (${status})`;
}

function where(file: File): string {
  return file.name.replace(`${root}/`, "");
}
