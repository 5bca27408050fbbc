// `npm test`: everything a fresh machine needs, then every stage of test/stages. The last line is `N passed, N failed`.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled, pinnedNode } from "./install.mjs";
import { hand } from "./process.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

async function test(parameters) {
  if (await ensureInstalled(root))
    return hand(pinnedNode(root), [join(root, "test", "stages", "main.ts"), ...parameters], { cwd: root });
  process.stdout.write("0 passed, 1 failed\n");
  return 1;
}

process.exitCode = await test(process.argv.slice(2));
