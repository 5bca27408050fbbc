import { isObject } from "./objects.ts";

/** What libraries give objects of their own under the same name, as an error its `name`. */
const ownNamed: readonly (readonly [object, readonly string[]])[] = [
  [Object.prototype, Object.getOwnPropertyNames(Object.prototype)],
  [Function.prototype, ["constructor", "toString"]],
  // Not its `constructor`: with an accessor there, V8 asks it of every array that is mapped or cut, and cases take twice as long.
  [Array.prototype, ["toString"]],
  [Promise.prototype, ["constructor"]],
  ...[Error, AggregateError, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError].map(
    ({ prototype }) => [prototype, ["constructor", "message", "name", "toString"]] as const,
  ),
];

/** Makes everything that these objects lead to such as it is for good; objects that come later still take what they are given. */
export function harden(roots: readonly object[]): void {
  for (const [prototype, names] of ownNamed) for (const name of names) letOverride(prototype, name);
  for (const each of reached(roots)) Object.freeze(each);
}

/**
 * A property of a frozen prototype cannot be assigned to the objects made of it either (ECMA-262, 10.1.9.2), unless it is
 * an accessor that gives them one of their own.
 */
function letOverride(prototype: object, name: string): void {
  const property = Object.getOwnPropertyDescriptor(prototype, name);
  if (property?.value === undefined) return;
  Object.defineProperty(prototype, name, {
    get: () => property.value,
    set(this: unknown, value: unknown) {
      if (this === prototype || !isObject(this)) throw new TypeError(`Cannot assign to ${name}`);
      Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
    },
    enumerable: false,
    configurable: false,
  });
}

/** Everything that properties, accessors and prototypes lead to. */
function reached(roots: readonly object[]): ReadonlySet<object> {
  const found = new Set(roots);
  for (const each of found) {
    for (const next of [Object.getPrototypeOf(each), ...valuesOf(each)]) if (isObject(next)) found.add(next);
  }
  return found;
}

function valuesOf(each: object): readonly unknown[] {
  return Reflect.ownKeys(each).flatMap((name) => {
    const property: object = Object.getOwnPropertyDescriptor(each, name) ?? {};
    return ["value", "get", "set"].map((part): unknown => Reflect.get(property, part));
  });
}
