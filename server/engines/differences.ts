/** Longer lists nobody reads. */
const mostTold = 20;

/** Where two JSON values differ, a sentence each: `determinations 1, outcome: was "criteria met", is "criteria not met".` */
export function differences(before: unknown, now: unknown): readonly string[] {
  const found = [...differing(before, now, [])];
  const more = found.length - mostTold;
  return more <= 0 ? found : [...found.slice(0, mostTold), `And ${more} more.`];
}

function* differing(before: unknown, now: unknown, path: readonly string[]): Generator<string> {
  if (Object.is(before, now)) return;
  if (!isNested(before) || !isNested(now) || Array.isArray(before) !== Array.isArray(now)) {
    yield `${path.join(", ") || "all of it"}: was ${shown(before)}, is ${shown(now)}.`;
    return;
  }
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  for (const name of names)
    yield* differing(Reflect.get(before, name), Reflect.get(now, name), within(path, name, Array.isArray(now)));
}

/** Entries of a list are counted from one. */
function within(path: readonly string[], name: string, isList: boolean): readonly string[] {
  return isList ? [...path.slice(0, -1), `${path.at(-1) ?? ""} ${Number(name) + 1}`] : [...path, name];
}

const isNested = (value: unknown): value is object => typeof value === "object" && value !== null;

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`;
}
