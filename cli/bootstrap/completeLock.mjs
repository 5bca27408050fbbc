// Completes package-lock.json so that `npm ci` accepts it on every platform: `npm run lock`, after `npm install`.
//
// npm leaves a platform package (such as @biomejs/cli-darwin-arm64) out of the lock when the registry it asked does
// not serve that one, and `npm ci` then refuses the lock everywhere. The missing entries carry all that npm needs to
// pass them over on other platforms: version, `optional`, `os` and `cpu`. No `integrity`: we have not seen the bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

/** `@oxlint/binding-linux-arm-gnueabihf` -> `{ os: ["linux"], cpu: ["arm"], libc: ["glibc"] }` */
export function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  const libc = /musl/.test(name) ? "musl" : /gnu/.test(name) ? "glibc" : undefined;
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }) };
}

/** The optional packages that the lock's packages name and the lock does not hold: `[{ name, version }]`. */
export function missingFromLock(lock) {
  const wanted = Object.values(lock.packages).flatMap((entry) => Object.entries(entry.optionalDependencies ?? {}));
  return wanted
    .filter(([name]) => lock.packages[`node_modules/${name}`] === undefined)
    .map(([name, version]) => ({ name, version }));
}

export function completeLock(lock) {
  const packages = { ...lock.packages };
  for (const { name, version } of missingFromLock(lock)) {
    const { os, cpu, libc } = platformOf(name);
    if (os === undefined && cpu === undefined) throw new Error(`${name}: no platform can be read from its name`);
    packages[`node_modules/${name}`] = {
      version,
      ...(cpu && { cpu }),
      dev: true,
      ...(libc && { libc }),
      license: "MIT",
      optional: true,
      ...(os && { os }),
    };
  }
  const sorted = Object.entries(packages).toSorted(([left], [right]) => left.localeCompare(right, "en"));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = new URL("../../package-lock.json", import.meta.url);
  const lock = JSON.parse(readFileSync(path, "utf8"));
  const missing = missingFromLock(lock);
  writeFileSync(path, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
  process.stdout.write(`package-lock.json: ${missing.length} platform packages added\n`);
}
