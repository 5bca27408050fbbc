// Brings node_modules to what package-lock.json says, when it is not so already.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, stampIs, writeStamp } from "./fingerprint.mjs";
import { capture, say, systemEnvironment } from "./process.mjs";

/** The pinned Node, the one that runs everything but this bootstrap. */
export const pinnedNode = (root) => join(root, "node_modules", ".bin", "node");

/** True when the packages are there; otherwise what is wrong and what to do has been said. */
export async function ensureInstalled(root) {
  const stamp = join(root, "node_modules", ".precept-installed");
  const wanted = fingerprint(root, ["package-lock.json"]);
  if (!stampIs(stamp, wanted) && !matchesLock(root)) {
    say("Installing packages as package-lock.json says (about a minute) ...");
    if (!(await install(root))) return false;
  }
  if (!(await hasPinnedNode(root))) return false;
  writeStamp(stamp, wanted);
  return true;
}

/** npm leaves a record of what it installed; after a plain `npm install` that is already what the lock file says. */
function matchesLock(root) {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const installed = readJson(record).packages;
  const locked = Object.entries(readJson(join(root, "package-lock.json")).packages);
  return locked.every(
    ([path, entry]) =>
      path === "" || (entry.optional && !installed[path]) || installed[path]?.version === entry.version,
  );
}

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

async function install(root) {
  // Development packages are needed to run at all (the pinned Node and the builder), also under NODE_ENV=production.
  const { code, output } = await npm(root, ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (code !== 0) say(explainFailure(code, output));
  return code === 0;
}

function npm(root, parameters) {
  const environment = systemEnvironment();
  const script = environment.npm_execpath;
  const options = { cwd: root, env: environment };
  return script?.endsWith("npm-cli.js")
    ? capture("node", [script, ...parameters], options)
    : capture("npm", parameters, options);
}

/** npm's own words last, the likely cause and the way out first. */
export function explainFailure(code, output) {
  return [`npm ci failed (exit code ${code}). ${causeOf(code, output)}`, "What npm said:", output.trim()].join("\n");
}

function causeOf(code, output) {
  if (code === 127) return "npm was not found: install it (on Debian: apt-get install npm) and run this again.";
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output))
    return "The package registry could not be reached: check the network and any proxy, then run this again.";
  if (/ENOSPC/.test(output)) return "The disk is full: about 1 GB is needed.";
  if (/EACCES|EPERM/.test(output)) return "This user may not write here: check who owns the folder node_modules.";
  if (/in sync/.test(output)) return "package.json and package-lock.json differ: run npm install && npm run lock.";
  return "Nothing was started.";
}

/** The package `node` fetches its binary by an install script, which some npm settings forbid. */
async function hasPinnedNode(root) {
  const wanted = readJson(join(root, "package.json")).devDependencies.node;
  const { code, output } = await capture(pinnedNode(root), ["--version"]);
  if (code === 0 && output.trim() === `v${wanted}`) return true;
  say(
    `Node ${wanted} is pinned for this project, but node_modules/.bin/node ${code === 0 ? `is ${output.trim()}` : "does not run"}.\n` +
      "Its install script did not run (ignore-scripts is set?). Run this, then try again:\n" +
      "  npm rebuild node --ignore-scripts=false",
  );
  return false;
}
