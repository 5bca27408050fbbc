import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** The Chromium to test with: `CHROME_PATH`, else the first on PATH, else Debian's; null when there is none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const folders = [...(environment["PATH"] ?? "").split(delimiter), "/usr/bin"].filter((folder) => folder !== "");
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const chosen = environment["CHROME_PATH"];
  return [...(chosen ? [chosen] : []), ...candidates].find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Makes sure there is a Chromium, by Debian's package where we may install one; otherwise says what to run. */
export function ensureChromium(): string | null {
  if (findChromium() !== null) return null;
  const failure = mayInstall() ? installDebianPackage() : "this user may not install packages";
  return findChromium() === null ? advice(failure) : null;
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
}

function installDebianPackage(): string {
  process.stderr.write("Installing Debian's chromium for the browser tests ...\n");
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const steps = [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
  ];
  const outputs = steps.map((step) => spawnSync("apt-get", step, { env: environment, encoding: "utf8" }).stderr);
  return outputs.join("").trim();
}

function advice(failure: string): string {
  return [
    `The browser tests need Chromium, and none was found (${failure}).`,
    "Run this, then npm test again:",
    "  sudo apt-get update && sudo apt-get install -y chromium",
    "or set CHROME_PATH to a Chromium or Chrome that is already there.",
  ].join("\n");
}
