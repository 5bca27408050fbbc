// `npm run bench [-- NAME...] [-- --json]`: every file beside this one exports `bench()`, which gives figures. Several run in
// a process each, so that none is measured with the memory and the compiled code that another left behind.
import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Figure, figureLine } from "./harness/index.ts";

interface Bench {
  readonly bench: () => readonly Figure[] | Promise<readonly Figure[]>;
}

async function benches(names: readonly string[]): Promise<readonly string[]> {
  const files = (await readdir(import.meta.dirname))
    .filter((file) => file.endsWith(".ts") && file !== "main.ts")
    .toSorted();
  return files.map((file) => basename(file, ".ts")).filter((name) => names.length === 0 || names.includes(name));
}

async function figuresOf(name: string): Promise<readonly Figure[]> {
  const loaded: unknown = await import(join(import.meta.dirname, `${name}.ts`));
  if (!isBench(loaded)) throw new Error(`test/bench/${name}.ts does not export a function bench()`);
  return loaded.bench();
}

async function inItsOwnProcess(name: string): Promise<readonly Figure[]> {
  const own = fileURLToPath(import.meta.url);
  const { stdout } = await promisify(execFile)(process.execPath, [own, name, "--json"]);
  return JSON.parse(stdout) as readonly Figure[]; // what this program prints with --json
}

function isBench(loaded: unknown): loaded is Bench {
  return typeof loaded === "object" && loaded !== null && "bench" in loaded && typeof loaded.bench === "function";
}

async function main(parameters: readonly string[]): Promise<number> {
  const json = parameters.includes("--json");
  const chosen = await benches(parameters.filter((parameter) => !parameter.startsWith("--")));
  if (chosen.length === 0) {
    process.stderr.write(`There is no bench named ${parameters.join(", ")} in test/bench.\n`);
    return 2;
  }
  const figures: Figure[] = [];
  const measure = chosen.length === 1 ? figuresOf : inItsOwnProcess;
  for (const name of chosen) {
    const measured = await measure(name);
    figures.push(...measured);
    if (!json) process.stdout.write(measured.map((figure) => `${figureLine(figure)}\n`).join(""));
  }
  if (json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
