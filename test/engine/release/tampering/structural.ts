import { gunzipSync, gzipSync } from "fflate";
import type { Chance } from "./chance.ts";
import { type Field, fields, fileEntry, joined, type RawEntry, rawEntries, rawTar, textOf, withField } from "./tar.ts";

/** A release taken apart. */
interface Parts {
  readonly entries: readonly RawEntry[];
  readonly end: Uint8Array;
  readonly bytes: Uint8Array;
}

type Tampering = (parts: Parts, chance: Chance) => Uint8Array;

const text = new TextEncoder();

/** As ours are made. */
const gzip = (tar: Uint8Array): Uint8Array => gzipSync(tar, { level: 0, mtime: 0 });

const packed = (entries: readonly RawEntry[], end: Uint8Array): Uint8Array => gzip(rawTar(entries, end));

/** With the entries changed and all else as it was. */
const ofEntries =
  (change: (entries: readonly RawEntry[], chance: Chance) => readonly RawEntry[]): Tampering =>
  ({ entries, end }, chance) =>
    packed(change(entries, chance), end);

/** With one entry changed. */
const ofOne = (change: (entry: RawEntry, chance: Chance, all: readonly RawEntry[]) => RawEntry): Tampering =>
  ofEntries((entries, chance) => {
    const at = chance.below(entries.length);
    return entries.map((entry, place) => (place === at ? change(entry, chance, entries) : entry));
  });

/** With the manifest, which stands first, written otherwise. */
const ofManifest = (change: (manifest: string, chance: Chance) => string): Tampering =>
  ofEntries(([first, ...rest], chance) => {
    if (first === undefined) return rest;
    const size = Number.parseInt(new TextDecoder().decode(first.header.subarray(124, 136)), 8);
    const manifest = new TextDecoder().decode(first.data.subarray(0, size));
    return [fileEntry("package/manifest.json", text.encode(change(manifest, chance))), ...rest];
  });

const names = [
  "package/set/extra.md",
  "package/set/cases/extra.yaml",
  "package/index.mjs",
  "package/postinstall.js",
  "package/../evil.js",
  "/etc/passwd",
  "package/set/nul.guideline",
  "set.yaml",
  "package/Library-other.json",
];

const pax = (chance: Chance): RawEntry => {
  const said = chance.one([
    "12 uid=1234\n",
    "20 comment=unnoticed\n",
    "17 mtime=1234.56\n",
    "22 path=package/x.html\n",
  ]);
  const entry = fileEntry("PaxHeader/x", text.encode(said));
  return { ...entry, header: withField(entry.header, "type", chance.one(["x", "g"])) };
};

const other: Readonly<Partial<Record<Field, readonly string[]>>> = {
  mode: ["0000755\0", "0000600\0", "000644 \0", "0004644\0"],
  uid: ["0001750\0", "      0\0"],
  gid: ["0001750\0", "      0\0"],
  mtime: ["14740000000\0", "00000000001\0", "          0\0"],
  type: ["\0", "1", "2", "3", "4", "5", "6", "7", "x", "g", "L", "S"],
  linkname: ["package/set/set.yaml", "/etc/passwd"],
  magic: ["ustar ", "\0\0\0\0\0\0"],
  version: [" \0", "01"],
  uname: ["root", "nobody"],
  gname: ["root", "wheel"],
  devmajor: ["0000001\0"],
  devminor: ["0000001\0"],
  prefix: ["package", "evil", "..", "/"],
};

function swapped(entries: readonly RawEntry[], chance: Chance, swap: (a: RawEntry, b: RawEntry) => RawEntry) {
  const [a, b] = [chance.below(entries.length), chance.below(entries.length)];
  return entries.map((entry, at) => {
    const [one, another] = [entries[a], entries[b]];
    if (one === undefined || another === undefined) return entry;
    if (at === a) return swap(one, another);
    return at === b ? swap(another, one) : entry;
  });
}

/** `"` and letters may be written as escapes in JSON. */
const escaped = (manifest: string, chance: Chance): string => {
  const at = [...manifest.matchAll(/[a-z](?=[a-z]*")/g)].map(({ index }) => index);
  const place = chance.one(at);
  const code = manifest.charCodeAt(place).toString(16).padStart(4, "0");
  return `${manifest.slice(0, place)}\\u${code}${manifest.slice(place + 1)}`;
};

function reordered(manifest: string, chance: Chance): string {
  const entries = Object.entries(JSON.parse(manifest));
  const at = chance.below(entries.length);
  return JSON.stringify(Object.fromEntries([...entries.slice(at), ...entries.slice(0, at).toReversed()]));
}

function otherFiles(manifest: string, chance: Chance): string {
  const read = JSON.parse(manifest);
  const [a, b] = [chance.below(read.files.length), chance.below(read.files.length)];
  const files = read.files.with(a, read.files[b]).with(b, read.files[a]);
  return JSON.stringify({ ...read, files });
}

/** Bytes of a gzip header: flags with what they announce, the time, and what wrote it (RFC 1952). */
function otherHeader({ bytes }: Parts, chance: Chance): Uint8Array {
  const announced: readonly (readonly [number, Uint8Array])[] = [
    [0x08, text.encode("name.tar\0")],
    [0x10, text.encode("a comment\0")],
    [0x04, Uint8Array.of(3, 0, 1, 2, 3)],
    [0x01, new Uint8Array()],
  ];
  const [flag, more] = chance.one(announced);
  const header = bytes.slice(0, 10);
  header[3] = flag;
  return joined([header, more, bytes.subarray(10)]);
}

const noise = (chance: Chance, length: number): Uint8Array => Uint8Array.from({ length }, () => chance.below(256));

/** Everything that can be done to an archive without making its manifest agree again. */
export const tamperings: Readonly<Record<string, Tampering>> = {
  "an entry more": ofEntries((entries, chance) =>
    entries.toSpliced(
      chance.below(entries.length + 1),
      0,
      fileEntry(chance.one(names), noise(chance, chance.below(900))),
    ),
  ),
  "an entry less": ofEntries((entries, chance) => entries.toSpliced(chance.below(entries.length), 1)),
  "two swapped": ofEntries((entries, chance) => swapped(entries, chance, (_, entry) => entry)),
  "the contents of two swapped": ofEntries((entries, chance) =>
    swapped(entries, chance, ({ header }, { header: own, data }) => ({
      header: withField(own, "name", textOf(header, "name")),
      data,
    })),
  ),
  "one twice": ofEntries((entries, chance) =>
    entries.toSpliced(chance.below(entries.length + 1), 0, chance.one(entries)),
  ),
  "one renamed": ofOne(({ header, data }, chance) => {
    const name = textOf(header, "name");
    const renamed = chance.one([
      ...names,
      name.toUpperCase(),
      `./${name}`,
      `${name}/`,
      name.replace("/", "//"),
      name.replace("package/", "package/./"),
      name.normalize("NFD"),
      `${name} `,
    ]);
    return { header: withField(header, "name", renamed), data };
  }),
  "a header that says otherwise": ofOne(({ header, data }, chance) => {
    const field = chance.one(Object.keys(fields).filter((name): name is Field => name in other));
    return { header: withField(header, field, chance.one(other[field] ?? ["x"])), data };
  }),
  "a checksum spelled otherwise": ofOne(({ header, data }, chance) => {
    const changed = header.slice();
    changed.set(text.encode(chance.one([" ", "\0", "0"])), 155);
    changed.set(text.encode(chance.one([" ", "\0"])), 154);
    return { header: changed, data };
  }),
  "a link": ofEntries((entries, chance) => {
    const link = fileEntry(chance.one(names), new Uint8Array());
    const linked = withField(withField(link.header, "type", chance.one(["1", "2"])), "linkname", chance.one(names));
    return entries.toSpliced(chance.below(entries.length + 1), 0, { header: linked, data: link.data });
  }),
  "a pax header": ofEntries((entries, chance) => entries.toSpliced(chance.below(entries.length + 1), 0, pax(chance))),
  "what fills up a block": ofOne(({ header, data }, chance) => {
    const size = Number.parseInt(new TextDecoder().decode(header.subarray(124, 136)), 8);
    const changed = data.slice();
    if (size < data.length) changed[size + chance.below(data.length - size)] = 1 + chance.below(255);
    return { header, data: changed };
  }),
  "another end of the archive": ({ entries, end }, chance) =>
    packed(
      entries,
      chance.one([
        new Uint8Array(),
        end.subarray(0, 512),
        joined([end, new Uint8Array(512 * (1 + chance.below(8)))]),
        joined([end, noise(chance, 512)]),
        joined([end, ...entries.slice(0, 1).flatMap(({ header, data }) => [header, data])]),
      ]),
    ),
  "a gzip member more": ({ bytes }, chance) => {
    const member = gzip(noise(chance, chance.below(600)));
    return chance.below(2) === 0 ? joined([bytes, member]) : joined([member, bytes]);
  },
  "bytes behind": ({ bytes }, chance) =>
    joined([bytes, chance.one([noise(chance, 1 + chance.below(40)), new Uint8Array(1 + chance.below(1024))])]),
  "cut short": ({ bytes }, chance) => bytes.slice(0, chance.below(bytes.length)),
  "another gzip header": otherHeader,
  compressed: ({ entries, end }, chance) =>
    gzipSync(rawTar(entries, end), { level: chance.one([1, 2, 3, 4, 5, 6, 7, 8, 9] as const), mtime: chance.below(2) }),
  "a manifest in another order": ofManifest(reordered),
  "a manifest with spaces": ofManifest((manifest, chance) => {
    const places = [...manifest.matchAll(/[{}[\]:,]/g)].map(({ index }) => index);
    const at = chance.one(places);
    return `${manifest.slice(0, at)}${chance.one([" ", "\n", "\t"])}${manifest.slice(at)}`;
  }),
  "a manifest with escapes": ofManifest(escaped),
  "a manifest with other numbers": ofManifest((manifest, chance) =>
    manifest.replace(/"passed":(\d+)/, chance.one(['"passed":$1.0', '"passed":$1e0', '"passed":-0'])),
  ),
  "a manifest with a key twice": ofManifest((manifest) => manifest.replace("{", '{"set":"other",')),
  "a manifest with more": ofManifest((manifest, chance) => manifest.replace(/\}$/, `,"z":${chance.below(9)}}`)),
  "a manifest that lists otherwise": ofManifest(otherFiles),
  "a manifest of another version": ofManifest((manifest, chance) =>
    manifest
      .replace(/"version":"1\.0\.0"\}$/, `"version":"1.0.${chance.below(9)}","x":1}`)
      .replace('"bump":"first"', chance.one(['"bump":"patch"', '"bump":"first" '])),
  ),
};

/** A release with one thing done to it, and what that was; never the bytes that were there. */
export function tampered(bytes: Uint8Array, chance: Chance): { readonly what: string; readonly bytes: Uint8Array } {
  const parts = { ...rawEntries(gunzipSync(bytes)), bytes };
  for (;;) {
    const [what, tamper] = chance.one(Object.entries(tamperings));
    const changed = tamper(parts, chance);
    if (Buffer.compare(changed, bytes) !== 0) return { what, bytes: changed };
  }
}
