import type { YamlEntry, YamlTree } from "./tree.ts";

/** As deep as a text is read here; case files need about eight levels. */
const DEEPEST = 20;

/** Parts of one text: what has more may have more than is read at all. */
const MOST = 40_000;

/**
 * The tree of a text that is JSON, as `readYaml` makes it, in a tenth of the time: most cases that a program sends are.
 * `null`: it is no JSON, or JSON of which YAML has something to say (names given twice, a line between a name and its `:`,
 * tabs), or more than a case needs; then it is to be read as YAML.
 */
export function jsonTree(text: string): YamlTree | null {
  if (!text.startsWith("{")) return null;
  const reader = new Reader(text);
  const tree = reader.value(0);
  return tree !== null && reader.isAtEnd() ? tree : null;
}

class Reader {
  readonly #text: string;
  #at = 0;
  #parts = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    this.#skip(betweenParts);
    return this.#at === this.#text.length;
  }

  value(depth: number): YamlTree | null {
    this.#parts += 1;
    if (depth > DEEPEST || this.#parts > MOST) return null;
    switch (this.#text[this.#at]) {
      case "{":
        return this.#map(depth);
      case "[":
        return this.#list(depth);
      case '"':
        return this.#string();
      default:
        return this.#word();
    }
  }

  #map(depth: number): YamlTree | null {
    const start = this.#at;
    const entries = new Map<string, YamlEntry>();
    const isRead = this.#parted("}", () => {
      const entry = this.#entry(depth);
      if (entry === null || entries.has(entry.key)) return false;
      entries.set(entry.key, entry);
      return true;
    });
    return isRead ? { kind: "map", span: { start, end: this.#at }, entries } : null;
  }

  #list(depth: number): YamlTree | null {
    const start = this.#at;
    const items: YamlTree[] = [];
    const isRead = this.#parted("]", () => {
      const item = this.value(depth + 1);
      if (item !== null) items.push(item);
      return item !== null;
    });
    return isRead ? { kind: "list", span: { start, end: this.#at }, items } : null;
  }

  #entry(depth: number): YamlEntry | null {
    const key = this.#string();
    if (key === null || typeof key.value !== "string") return null;
    if (key.value === "__proto__") return null;
    this.#skip(beforeColon);
    if (!this.#take(":")) return null;
    this.#skip(betweenParts);
    const value = this.value(depth + 1);
    return value === null ? null : { key: key.value, keySpan: key.span, value };
  }

  /** What stands between brackets, parted by commas; `part` reads one and tells whether it could. */
  #parted(close: "}" | "]", part: () => boolean): boolean {
    this.#at += 1;
    this.#skip(betweenParts);
    if (this.#take(close)) return true;
    for (;;) {
      if (!part()) return false;
      this.#skip(betweenParts);
      if (this.#take(close)) return true;
      if (!this.#take(",")) return false;
      this.#skip(betweenParts);
    }
  }

  #string(): Scalar | null {
    const source = this.#match(quoted);
    if (source === null) return null;
    const value = source.includes("\\") ? String(JSON.parse(source)) : source.slice(1, -1);
    return this.#scalar(source, value);
  }

  #word(): YamlTree | null {
    const source = this.#match(plain);
    if (source === null) return null;
    const value = words.get(source);
    return this.#scalar(source, value === undefined ? source : value);
  }

  #scalar(source: string, value: Scalar["value"]): Scalar {
    return { kind: "scalar", span: { start: this.#at - source.length, end: this.#at }, value };
  }

  #skip(space: RegExp): void {
    space.lastIndex = this.#at;
    if (space.test(this.#text)) this.#at = space.lastIndex;
  }

  #take(sign: string): boolean {
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #match(shape: RegExp): string | null {
    shape.lastIndex = this.#at;
    if (!shape.test(this.#text)) return null;
    const source = this.#text.slice(this.#at, shape.lastIndex);
    this.#at = shape.lastIndex;
    return source;
  }
}

type Scalar = Extract<YamlTree, { kind: "scalar" }>;

const betweenParts = /[ \n]*/y;
const beforeColon = / */y;
const quoted = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/y;
const plain = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

const words: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);
