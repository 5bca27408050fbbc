// `npm start`: everything a fresh machine needs, then the server and the studio. Parameters go to `precept studio`.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled, pinnedNode } from "./install.mjs";
import { hand } from "./process.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

async function start(parameters) {
  if (!(await ensureInstalled(root)) || !(await ensureBuilt(root))) return 1;
  return hand(pinnedNode(root), [join(root, "cli", "main.ts"), "studio", ...parameters], { cwd: root });
}

process.exitCode = await start(process.argv.slice(2));
