// Builds the studio and the engine that releases carry, each when anything it is made of changed: `node cli/bootstrap/build.mjs
// [engine]`, and part of `npm start`.
import { appendFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fingerprint, stampIs, writeStamp } from "./fingerprint.mjs";
import { pinnedNode } from "./install.mjs";
import { capture, say } from "./process.mjs";

const studio = {
  name: "studio",
  saying: "Building the studio (about half a minute) ...",
  madeOf: ["studio", "dsl", "engine", "server/protocol", "vite.config.ts", "tsconfig.json", "package-lock.json"],
  parameters: [],
  makes: "build/studio/index.html",
};

const engine = {
  name: "engine",
  saying: "Building the engine that releases carry ...",
  madeOf: ["dsl", "engine", "vite.config.ts", "tsconfig.json", "package-lock.json"],
  parameters: ["--mode", "engine"],
  makes: "build/engine/engine.js",
  // What writes the files of a release beside the engine is not in it, and makes it another engine all the same.
  finish: (root, made) =>
    appendFileSync(join(made, "engine.js"), `\n// made of ${fingerprint(root, ["dsl", "engine"])}\n`),
};

/** True when both are there and fresh; otherwise what is wrong has been said. */
export async function ensureBuilt(root) {
  return (await ensureEngine(root)) && (await ensure(root, studio));
}

function ensureEngine(root) {
  return ensure(root, engine);
}

async function ensure(root, { name, saying, madeOf, parameters, makes, finish }) {
  const stamp = join(root, "build", `${name}.stamp`);
  const wanted = fingerprint(root, madeOf);
  if (stampIs(stamp, wanted) && existsSync(join(root, makes))) return true;
  say(saying);
  const made = join(root, "build", `${name}.${process.pid}`);
  const vite = [join(root, "node_modules/vite/bin/vite.js"), "build", ...parameters, "--outDir", made];
  const { code, output } = await capture(pinnedNode(root), vite, { cwd: root });
  if (code === 0) finish?.(root, made);
  if (code === 0) putInPlace(made, join(root, "build", name));
  if (code === 0) writeStamp(stamp, wanted);
  else say(`The ${name} could not be built (vite build, exit code ${code}):\n${output.trim()}`);
  return code === 0;
}

/** Nobody reads half of what is being written; of two that build at once the later one stays. */
function putInPlace(made, place) {
  mkdirSync(place, { recursive: true });
  for (const old of readdirSync(place).filter((name) => !existsSync(join(made, name))))
    rmSync(join(place, old), { recursive: true, force: true });
  for (const name of readdirSync(made)) replace(join(made, name), join(place, name));
  rmSync(made, { recursive: true });
}

/** A file takes the place of another in one go; a folder cannot. */
function replace(made, place) {
  if (statSync(made).isDirectory()) rmSync(place, { recursive: true, force: true });
  renameSync(made, place);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const built = process.argv[2] === "engine" ? ensureEngine(root) : ensureBuilt(root);
  process.exitCode = (await built) ? 0 : 1;
}
