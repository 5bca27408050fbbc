import { spawnSync } from "node:child_process";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../cli/bootstrap");

/** The value of an expression over a module of the bootstrap (`m`), which is plain JavaScript outside the tests' types. */
export function ask(module: string, expression: string): unknown {
  const code = `import * as m from ${JSON.stringify(join(folder, module))}; console.log(JSON.stringify(${expression}));`;
  return JSON.parse(spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" }).stdout);
}
