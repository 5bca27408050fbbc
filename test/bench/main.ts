// `npm run bench [-- NAME...] [-- --json]`: every file beside this one exports `bench()`, which gives figures.
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Figure, figureLine } from "./harness/index.ts";

interface Bench {
  readonly name: string;
  readonly bench: () => readonly Figure[] | Promise<readonly Figure[]>;
}

async function benches(names: readonly string[]): Promise<readonly Bench[]> {
  const files = (await readdir(import.meta.dirname))
    .filter((file) => file.endsWith(".ts") && file !== "main.ts")
    .toSorted();
  const chosen = files.filter((file) => names.length === 0 || names.includes(basename(file, ".ts")));
  return Promise.all(chosen.map(load));
}

async function load(file: string): Promise<Bench> {
  const loaded: unknown = await import(join(import.meta.dirname, file));
  if (!isBench(loaded)) throw new Error(`test/bench/${file} does not export a function bench()`);
  return { name: basename(file, ".ts"), bench: loaded.bench };
}

function isBench(loaded: unknown): loaded is Pick<Bench, "bench"> {
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
  for (const { bench } of chosen) {
    const measured = await bench();
    figures.push(...measured);
    if (!json) process.stdout.write(measured.map((figure) => `${figureLine(figure)}\n`).join(""));
  }
  if (json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
