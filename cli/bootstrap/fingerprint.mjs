// What changed since the last time: content hashes of files and folders, kept in stamp files.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** SHA-256, in hex, over the names and bytes of all files at or under the given paths. A missing path counts as such. */
export function fingerprint(root, paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((path) => filesUnder(root, path)).toSorted()) {
    hash.update(`${path}\0`);
    hash.update(
      createHash("sha256")
        .update(readFileSync(join(root, path)))
        .digest(),
    );
  }
  return hash.digest("hex");
}

function filesUnder(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full).flatMap((name) => filesUnder(root, `${path}/${name}`));
}

export function stampIs(path, value) {
  return existsSync(path) && readFileSync(path, "utf8") === value;
}

export function writeStamp(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, value);
}
