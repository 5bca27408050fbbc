import canonicalize from "canonicalize";

/**
 * RFC 8785: one text for one JSON value. Throws for what is no JSON.
 *
 * The runtime spells strings and numbers as the RFC says (ECMA-262, 25.5.2), so of plain values only the names have to be put in
 * order; that takes a third of the library's time. The library writes, or refuses, all else.
 */
export function canonicalText(value: unknown): string {
  const text = plainText(value);
  // The runtime escapes half of a surrogate pair, which the RFC refuses.
  return text === null || text.includes("\\ud") ? byLibrary(value) : text;
}

function byLibrary(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("only JSON has a canonical form");
  return text;
}

/** `null` for what is not made of strings, finite numbers, yes and no, lists and plain objects. */
function plainText(value: unknown): string | null {
  if (value === null) return "null";
  switch (typeof value) {
    case "string":
    case "boolean":
      return JSON.stringify(value);
    case "number":
      return Number.isFinite(value) ? JSON.stringify(value) : null;
    case "object":
      if (Array.isArray(value)) return listText(value);
      return isPlain(value) ? objectText(value) : null;
    default:
      return null;
  }
}

function listText(items: readonly unknown[]): string | null {
  let text = "[";
  for (let at = 0; at < items.length; at += 1) {
    const item = plainText(items[at]);
    if (item === null) return null;
    text += at === 0 ? item : `,${item}`;
  }
  return `${text}]`;
}

function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Names are in the order of their code units, and what is undefined is not there. */
function objectText(value: Readonly<Record<string, unknown>>): string | null {
  let text = "";
  for (const name of inOrder(Object.keys(value))) {
    const member = value[name];
    if (member === undefined) continue;
    const written = plainText(member);
    if (written === null) return null;
    text += text === "" ? nameText(name) + written : `,${nameText(name)}${written}`;
  }
  return `{${text}}`;
}

/** Most objects are made with their names in order. */
function inOrder(names: readonly string[]): readonly string[] {
  for (let at = 1; at < names.length; at += 1) {
    if ((names[at - 1] ?? "") > (names[at] ?? "")) return names.toSorted();
  }
  return names;
}

/** `"name":`. The same few names come again and again. */
function nameText(name: string): string {
  const known = nameTexts.get(name);
  if (known !== undefined) return known;
  const text = `${JSON.stringify(name)}:`;
  if (nameTexts.size >= mostNamesKept) nameTexts.clear();
  nameTexts.set(name, text);
  return text;
}

const nameTexts = new Map<string, string>();
const mostNamesKept = 2000;
