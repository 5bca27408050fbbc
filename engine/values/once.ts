/**
 * A function whose result for an object is made when it is first asked for and kept as long as the object is: what depends
 * only on a guideline's text is not made again for every case.
 */
export function once<Key extends object, Value extends object | string>(make: (of: Key) => Value): (of: Key) => Value {
  const kept = new WeakMap<Key, Value>();
  return (of) => {
    const known = kept.get(of);
    if (known !== undefined) return known;
    const made = make(of);
    kept.set(of, made);
    return made;
  };
}

/** As `once`, of texts: what was made of the last `most` different ones, or so, is kept. */
export function oncePerText<Value>(most: number, make: (text: string) => Value): (text: string) => Value {
  const kept = keptByText<Value>(most);
  return (text) => kept(text, () => make(text));
}

/** As `oncePerText`, of what more than a text is made of: `make` makes the same whenever the text is the same. */
export function keptByText<Value>(most: number): (text: string, make: () => Value) => Value {
  const kept = new Map<string, Value>();
  return (text, make) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    if (kept.size >= most) kept.clear();
    const made = make();
    kept.set(text, made);
    return made;
  };
}
