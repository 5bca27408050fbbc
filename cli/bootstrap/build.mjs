// Builds the studio when anything it is made of changed: `node cli/bootstrap/build.mjs`, and part of `npm start`.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fingerprint, stampIs, writeStamp } from "./fingerprint.mjs";
import { pinnedNode } from "./install.mjs";
import { capture, say } from "./process.mjs";

const madeOf = ["studio", "dsl", "engine", "server/protocol", "vite.config.ts", "tsconfig.json", "package-lock.json"];

/** True when build/studio is there and fresh; otherwise what is wrong has been said. */
export async function ensureBuilt(root) {
  const stamp = join(root, "build", "studio.stamp");
  const wanted = fingerprint(root, madeOf);
  if (stampIs(stamp, wanted) && existsSync(join(root, "build", "studio", "index.html"))) return true;
  say("Building the studio (about half a minute) ...");
  const { code, output } = await capture(pinnedNode(root), [join(root, "node_modules/vite/bin/vite.js"), "build"], {
    cwd: root,
  });
  if (code === 0) writeStamp(stamp, wanted);
  else say(`The studio could not be built (vite build, exit code ${code}):\n${output.trim()}`);
  return code === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  process.exitCode = (await ensureBuilt(root)) ? 0 : 1;
}
