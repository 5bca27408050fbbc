/** A tar archive as raw blocks, so that what no tool would write can be written. */
export interface RawEntry {
  /** 512 bytes. */
  readonly header: Uint8Array;
  /** Padded to whole blocks. */
  readonly data: Uint8Array;
}

const BLOCK = 512;

const ascii = new TextEncoder();

export function rawEntries(tar: Uint8Array): { readonly entries: readonly RawEntry[]; readonly end: Uint8Array } {
  const entries: RawEntry[] = [];
  let at = 0;
  while (at < tar.length && tar[at] !== 0) {
    const header = tar.slice(at, at + BLOCK);
    const size = Number.parseInt(new TextDecoder().decode(header.subarray(124, 136)), 8);
    const end = at + BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    entries.push({ header, data: tar.slice(at + BLOCK, end) });
    at = end;
  }
  return { entries, end: tar.slice(at) };
}

export function rawTar(entries: readonly RawEntry[], end: Uint8Array): Uint8Array {
  return joined([...entries.flatMap(({ header, data }) => [header, data]), end]);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Fields of a header, by where they stand (POSIX.1-1988). */
export const fields = {
  name: [0, 100],
  mode: [100, 8],
  uid: [108, 8],
  gid: [116, 8],
  mtime: [136, 12],
  type: [156, 1],
  linkname: [157, 100],
  magic: [257, 6],
  version: [263, 2],
  uname: [265, 32],
  gname: [297, 32],
  devmajor: [329, 8],
  devminor: [337, 8],
  prefix: [345, 155],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
export type Field = keyof typeof fields;

/** The header with a field written otherwise; its checksum is that of what it says then. */
export function withField(header: Uint8Array, field: Field, text: string): Uint8Array {
  const [at, length] = fields[field];
  const changed = header.slice();
  changed.fill(0, at, at + length);
  changed.set(ascii.encode(text).subarray(0, length), at);
  return withChecksum(changed);
}

export function textOf(header: Uint8Array, field: Field): string {
  const [at, length] = fields[field];
  const [text = ""] = new TextDecoder().decode(header.subarray(at, at + length)).split("\0");
  return text;
}

export function withChecksum(header: Uint8Array): Uint8Array {
  const changed = header.slice();
  changed.fill(0x20, 148, 156);
  const sum = changed.reduce((total, byte) => total + byte, 0);
  changed.set(ascii.encode(`${sum.toString(8).padStart(6, "0")}\0 `), 148);
  return changed;
}

/** A plain file. */
export function fileEntry(name: string, content: Uint8Array): RawEntry {
  const header = new Uint8Array(BLOCK);
  header.set(ascii.encode(name).subarray(0, 100), 0);
  for (const [at, text] of [
    [100, "0000644\0"],
    [108, "0000000\0"],
    [116, "0000000\0"],
    [124, `${content.length.toString(8).padStart(11, "0")}\0`],
    [136, "00000000000\0"],
    [156, "0"],
    [257, "ustar\0"],
    [263, "00"],
  ] as const)
    header.set(ascii.encode(text), at);
  const data = new Uint8Array(Math.ceil(content.length / BLOCK) * BLOCK);
  data.set(content);
  return { header: withChecksum(header), data };
}
