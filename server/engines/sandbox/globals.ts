import { isObject } from "./objects.ts";

/**
 * The globals of ECMAScript (ECMA-262, 19 and ECMA-402) that an engine finds. Left out are those that show when memory is reclaimed,
 * shared memory, WebAssembly, and what later editions of the language add: an engine finds the same things for as long as it is asked.
 */
export const languageGlobals: ReadonlySet<string | symbol> = new Set(
  [
    ["globalThis", "Infinity", "NaN", "undefined"],
    ["eval", "isFinite", "isNaN", "parseFloat", "parseInt", "escape", "unescape"],
    ["decodeURI", "decodeURIComponent", "encodeURI", "encodeURIComponent"],
    ["Object", "Function", "Boolean", "Symbol", "Number", "BigInt", "Math", "Date", "String", "RegExp"],
    ["Array", "Map", "Set", "WeakMap", "WeakSet", "Iterator", "Promise", "Proxy", "Reflect", "JSON", "Intl"],
    ["ArrayBuffer", "DataView", "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array"],
    ["Int32Array", "Uint32Array", "BigInt64Array", "BigUint64Array", "Float32Array", "Float64Array"],
    ["Error", "AggregateError", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"],
  ].flat(),
);

/** What the language makes its objects from and has no global name for. */
export function unnamedIntrinsics(): readonly object[] {
  const text = "";
  const iterators = [
    ...iteratorHelpers(),
    [][Symbol.iterator](),
    new Map()[Symbol.iterator](),
    new Set()[Symbol.iterator](),
    text[Symbol.iterator](),
    text.matchAll(/x/g),
    new Intl.Segmenter("en").segment(text),
    new Intl.Segmenter("en").segment(text)[Symbol.iterator](),
  ];
  const functions = [async () => undefined, function* () {}, async function* () {}];
  return [...iterators, ...functions].map((each): object => Object.getPrototypeOf(each));
}

/** Those of ECMA-262, 27.1.2, which the compiler's edition of the language does not know yet. */
function iteratorHelpers(): readonly unknown[] {
  const values: object = [].values();
  const iterator: unknown = Reflect.get(globalThis, "Iterator");
  const call = (of: unknown, name: string, given: unknown): unknown =>
    isObject(of) ? Reflect.apply(Reflect.get(of, name), of, [given]) : [];
  return [call(values, "map", () => undefined), call(iterator, "from", { next: () => undefined })];
}
