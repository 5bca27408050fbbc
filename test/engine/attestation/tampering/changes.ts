import { canonicalBytes } from "../../../../engine/digest/index.ts";
import { oneOf, type Chance } from "../../../bench/rules/chance.ts";

/** Another byte at one place. */
export function otherByte(chance: Chance, bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice();
  const at = chance(bytes.length);
  changed[at] = (changed[at] ?? 0) ^ (1 + chance(255));
  return changed;
}

/** A byte more, a byte fewer, or a stretch of bytes twice, gone or moved. */
export function otherStretch(chance: Chance, bytes: Uint8Array): Uint8Array {
  const [from, length] = [chance(bytes.length), 1 + chance(64)];
  const stretch = bytes.slice(from, from + length);
  const [before, after] = [bytes.slice(0, from), bytes.slice(from + length)];
  return oneOf(chance, [
    () => Uint8Array.of(...before, chance(256), ...stretch, ...after),
    () => Uint8Array.of(...before, ...after),
    () => Uint8Array.of(...before, ...stretch, ...stretch, ...after),
    () => Uint8Array.of(...stretch, ...before, ...after),
  ])();
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** The same JSON with something in it otherwise: a value, a member, an entry, their order, or the way it is written. */
export function otherStructure(chance: Chance, bytes: Uint8Array): Uint8Array {
  // The bytes are JSON of ours, so they decode to one of these.
  const json = JSON.parse(new TextDecoder().decode(bytes)) as Json;
  if (chance(8) === 0) return new TextEncoder().encode(writtenOtherwise(chance, json));
  const changed = changedWithin(chance, json);
  // Half of them in the one form that is read, so that only what they say gives them away.
  return chance(2) === 0 ? canonicalBytes(changed) : new TextEncoder().encode(JSON.stringify(changed));
}

function writtenOtherwise(chance: Chance, json: Json): string {
  const text = JSON.stringify(json);
  return oneOf(chance, [
    () => JSON.stringify(json, null, 1 + chance(4)),
    () => `${text}${oneOf(chance, [" ", "\n", "\t", "\u0000"])}`,
    () => `\uFEFF${text}`,
    () => text.replace(/"([a-z])/, (_, letter: string) => `"\\u00${letter.charCodeAt(0).toString(16)}`),
    () => text.replace(/"([a-z]+)":/, '"$1":0,"$1":'),
    () => text.replace(/:(\d+)/, ":$1.0"),
    () => text.replace(/:(\d+)/, ":$1e0"),
  ])();
}

/** Goes down into the value by chance, and changes what it comes to. */
function changedWithin(chance: Chance, json: Json): Json {
  if (typeof json !== "object" || json === null || chance(6) === 0) return otherValue(chance, json);
  if (isList(json)) {
    const at = chance(Math.max(1, json.length));
    return json.length === 0 ? otherValue(chance, json) : json.with(at, changedWithin(chance, json[at] ?? null));
  }
  const names = Object.keys(json);
  const name = names[chance(names.length)];
  return name === undefined ? otherValue(chance, json) : { ...json, [name]: changedWithin(chance, json[name] ?? null) };
}

const isList = (json: Json): json is readonly Json[] => Array.isArray(json);

function otherValue(chance: Chance, json: Json): Json {
  if (typeof json === "string") return changedText(chance, json);
  if (typeof json === "number") return oneOf(chance, [json + 1, json - 1, -json - 1, json * 2 + 1, String(json), null]);
  if (typeof json === "boolean") return oneOf<Json>(chance, [!json, null, String(json)]);
  if (json === null) return oneOf<Json>(chance, ["2099-12-31", false, 0, [], {}]);
  return isList(json) ? changedList(chance, json) : changedObject(chance, json);
}

function changedText(chance: Chance, text: string): Json {
  const at = chance(Math.max(1, text.length));
  const letters = [...text];
  return oneOf<() => Json>(chance, [
    () => letters.with(Math.min(at, letters.length - 1), oneOf(chance, ["a", "0", "-", "_", "Z", "."])).join(""),
    () => `${text}${oneOf(chance, ["=", "A", " ", "."])}`,
    () => text.slice(0, -1),
    () => text.toUpperCase() + (text.toUpperCase() === text ? "x" : ""),
    () => "",
    () => null,
    () => [text],
  ])();
}

function changedList(chance: Chance, list: readonly Json[]): Json {
  const first = list[0] ?? null;
  return oneOf<() => Json>(chance, [
    () => [...list, first],
    () => (list.length === 0 ? [null] : list.slice(1)),
    () => (list.length < 2 ? [...list, null] : list.toReversed()),
    () => ({ ...list, length: list.length }),
    () => null,
  ])();
}

function changedObject(chance: Chance, object: { readonly [name: string]: Json }): Json {
  const names = Object.keys(object);
  const name = names[chance(Math.max(1, names.length))] ?? "x";
  const { [name]: taken = null, ...rest } = object;
  return oneOf<() => Json>(chance, [
    () => rest,
    () => ({ ...object, extra: taken }),
    () => ({ ...rest, [`${name} `]: taken }),
    () => Object.fromEntries(Object.entries(object).toReversed()),
    () => [object],
    () => null,
  ])();
}
