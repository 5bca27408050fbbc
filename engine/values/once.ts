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
