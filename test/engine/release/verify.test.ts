import canonicalize from "canonicalize";
import { gunzipSync, gzipSync } from "fflate";
import { packTar } from "modern-tar";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyRelease } from "../../../engine/release/index.ts";
import { shares } from "../../support/index.ts";
import { candidate, released } from "./candidate.ts";

let good: Uint8Array;
let bomb: Uint8Array;
beforeAll(async () => {
  good = (await released(candidate(), [])).bytes;
  bomb = gzipSync(new Uint8Array(65 * 1024 * 1024), { level: 1 });
});

async function reasons(bytes: Uint8Array): Promise<readonly string[]> {
  const verified = await verifyRelease(bytes);
  return verified.ok ? [] : verified.reasons;
}

/** The good archive with its entries replaced, packed as ours is. */
async function repacked(change: (entries: Entry[]) => Entry[]): Promise<Uint8Array> {
  const verified = await verifyRelease(good);
  if (!verified.ok) throw new Error(verified.reasons.join());
  const manifest = {
    name: "package/manifest.json",
    body: new TextEncoder().encode(canonicalize(verified.release.manifest)),
  };
  const entries = change([
    manifest,
    ...verified.files.map(({ path, content }) => ({ name: `package/${path}`, body: content })),
  ]);
  const tar = await packTar(
    entries.map(({ name, body, type = "file", linkname }) => ({
      header: {
        name,
        type,
        size: body.length,
        mode: 0o644,
        uid: 0,
        gid: 0,
        mtime: new Date(0),
        ...(linkname === undefined ? {} : { linkname }),
      },
      body,
    })),
  );
  return gzipSync(tar, { level: 0, mtime: 0 });
}

interface Entry {
  readonly name: string;
  readonly body: Uint8Array;
  readonly type?: "file" | "symlink" | "link" | "directory";
  readonly linkname?: string;
}

const file = (name: string, text = "x"): Entry => ({ name, body: new TextEncoder().encode(text) });

describe("a release as it was made", () => {
  test("is verified, with its files", async () => {
    const verified = await verifyRelease(good);
    expect(verified).toMatchObject({ ok: true, release: { file: "necks-1.0.0.tgz" } });
  });
});

describe("one changed bit", () => {
  test.each(shares(6))("anywhere is found: 500 drawn bits, %s", async (share) => {
    expect(await accepted(drawn(500, good.length * 8, Number.parseInt(share, 10)))).toEqual([]);
  });

  test("of the gzip header and trailer is found", async () => {
    expect(await accepted([...range(0, 18 * 8), ...range(good.length * 8 - 64, good.length * 8)])).toEqual([]);
  });
});

/** Those bits of the good archive whose change nobody notices. */
async function accepted(bits: readonly number[]): Promise<readonly number[]> {
  const found: number[] = [];
  for (const bit of bits) {
    const changed = good.slice();
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    if ((await verifyRelease(changed)).ok) found.push(bit);
  }
  return found;
}

describe("other tampering", () => {
  test.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ["a byte more", (bytes) => Uint8Array.of(...bytes, 0)],
    ["a second gzip member", (bytes) => Uint8Array.of(...bytes, ...gzipSync(new Uint8Array()))],
    ["cut short", (bytes) => bytes.slice(0, -20)],
    ["cut to a header", (bytes) => bytes.slice(0, 10)],
    ["nothing", () => new Uint8Array()],
    ["junk", () => new TextEncoder().encode("not an archive at all")],
    ["no tar inside", () => gzipSync(new TextEncoder().encode("x".repeat(5000)))],
  ])("%s is refused with a reason", async (_, change) => {
    expect(await reasons(change(good))).toHaveLength(1);
  });

  test.each<[string, (entries: Entry[]) => Entry[], RegExp]>([
    [
      "a changed file",
      (e) => e.map((x) => (x.name === "package/set/neck.guideline" ? file(x.name, 'guideline "Back"\n') : x)),
      /`set\/neck.guideline` is not the file the manifest describes/,
    ],
    ["a missing file", (e) => e.filter((x) => x.name !== "package/set/set.yaml"), /`set\/set.yaml` is missing/],
    ["an extra file", (e) => [...e, file("package/set/extra.md")], /`set\/extra.md` is not in the manifest/],
    ["a file that is not in the folder", (e) => [...e, file("extra.md")], /`extra.md` does not stand in the folder/],
    [
      "a path out of the folder",
      (e) => [...e, file("../../evil.md")],
      /`..\/..\/evil.md` does not stand in the folder/,
    ],
    ["a file twice", (e) => [...e, ...e.slice(-1)], /stands in the archive twice/],
    [
      "a symbolic link",
      (e) => [...e, { name: "package/a.md", body: new Uint8Array(), type: "symlink", linkname: "/etc/passwd" }],
      /`package\/a.md` in the archive is not a plain file/,
    ],
    [
      "a hard link",
      (e) => [...e, { name: "package/a.md", body: new Uint8Array(), type: "link", linkname: "set.yaml" }],
      /not a plain file/,
    ],
    ["a folder", (e) => [...e, { name: "package/a/", body: new Uint8Array(), type: "directory" }], /not a plain file/],
    [
      "the manifest last",
      ([first, ...rest]) => [...rest, ...(first ? [first] : [])],
      /does not begin with the manifest/,
    ],
    [
      "another order",
      ([first, ...rest]) => [...(first ? [first] : []), ...rest.toReversed()],
      /changed outside of its files/,
    ],
    [
      "a file larger than a set may hold",
      (e) => [...e, file("package/set/large.md", "x".repeat(1024 * 1024 + 1))],
      /larger than such a file may be/,
    ],
  ])("%s is named", async (_, change, reason) => {
    expect((await reasons(await repacked(change))).join(" ")).toMatch(reason);
  });

  test.each<[string, (manifest: string) => string]>([
    ["spaces", (m) => m.replace(":", ": ")],
    ["a field more", (m) => m.replace("{", '{"a":1,')],
    ["a version without a release before", (m) => m.replace('"1.0.0"', '"2.0.0"')],
    ["another schema", (m) => m.replace("release/2", "release/1")],
    ["another engine than it lists", (m) => m.replace(/"engine":\{"sha256":"./, '"engine":{"sha256":"x')],
    ["a file that nothing makes, listed", (m) => m.replace("policy.html", "evil.html")],
    ["a path that leads out, listed", (m) => m.replace("neck.guideline", "../x.guideline")],
    ["a device name, listed", (m) => m.replace("neck.guideline", "nul.guideline")],
    ["no JSON", () => "{"],
  ])("a manifest with %s is refused", async (_, change) => {
    const edited = await repacked(([manifest, ...rest]) => [
      file("package/manifest.json", change(new TextDecoder().decode(manifest?.body))),
      ...rest,
    ]);
    expect(await reasons(edited)).not.toEqual([]);
  });

  test("compressed instead of stored is refused: the bytes are not the ones made", async () => {
    expect(await reasons(gzipSync(gunzipSync(good), { level: 9, mtime: 0 }))).toEqual([
      "The archive was changed outside of its files.",
    ]);
  });

  test("a release in several members of gzip is none, however many there are", async () => {
    const member = gzipSync(new Uint8Array(100));
    const many = Uint8Array.from({ length: 20_000 * member.length }, (_, at) => member[at % member.length] ?? 0);
    expect(await reasons(many)).toEqual(["The file is not a gzip archive, or is cut short or too large."]);
  });

  test("a bomb is stopped at the limit", async () => {
    expect(await reasons(bomb)).toEqual(["The file is not a gzip archive, or is cut short or too large."]);
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

/** Numbers below `limit` from a fixed generator (Numerical Recipes' LCG), so that a failure repeats. */
function drawn(count: number, limit: number, share: number): number[] {
  let state = 20140514 + share;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  });
}
