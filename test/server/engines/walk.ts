/**
 * The text of `walk(roots, seen)`, which tells everything that properties, accessors (also what they give) and prototypes lead to, by the
 * shortest way there, and whether it is code of a script: it runs in a sandbox and in a realm that is nothing but the language.
 */
export const walking = `
const name = (key) => typeof key === "symbol" ? "[" + key.description + "]" : key;
const source = Function.prototype.toString;
const isObject = (value) => typeof value === "function" || (typeof value === "object" && value !== null);
const byName = (one, other) => name(one) < name(other) ? -1 : 1;
function walk(roots, seen) {
  const queue = Object.entries(roots);
  const told = [];
  for (const [way, value] of queue) {
    if (!isObject(value) || seen.has(value)) continue;
    seen.add(value);
    const isScript = typeof value === "function" && !source.call(value).includes("[native code]");
    told.push(way + (isScript ? " (script)" : ""));
    queue.push([way + ".__proto__", Object.getPrototypeOf(value)]);
    for (const key of Reflect.ownKeys(value).sort(byName)) {
      const { value: held, get, set } = Object.getOwnPropertyDescriptor(value, key);
      const at = way + "." + name(key);
      queue.push([at, held], [at + " (get)", get], [at + " (set)", set]);
      if (get !== undefined) try { queue.push([at, Reflect.apply(get, value, [])]); } catch {}
    }
  }
  return told;
}
const language = (names) => Object.fromEntries([
  ...names.map((name) => [name, globalThis[name]]),
  ["global.__proto__", Object.getPrototypeOf(globalThis)],
  ...Object.entries({
    array: [].values(), map: new Map().values(), set: new Set().values(), text: ""[Symbol.iterator](), matches: "".matchAll(/x/g),
    helper: [].values().map(String), wrapped: Iterator.from({ next() {} }), async: (async () => {})(), generator: (function* () {})(),
    asyncGenerator: (async function* () {})(), arrow: () => {}, regexp: /x/, date: new Date(0), error: new Error("x"),
    segments: new Intl.Segmenter("en").segment(""), segment: new Intl.Segmenter("en").segment("")[Symbol.iterator](),
  }).map(([name, value]) => ["the prototype of " + name, Object.getPrototypeOf(value)]),
]);`;
