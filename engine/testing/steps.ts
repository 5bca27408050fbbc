/** Work in steps: whoever takes them can do something else in between, or leave it. */
export type Steps<Value> = Generator<void, Value, undefined>;

/** What the work comes to, done in one go. */
export function ended<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
