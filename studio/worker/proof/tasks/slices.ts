/** Milliseconds that one call into the engine may take before it is asked to stop and is called again. */
const slice = 200;

/** Slices one after the other, each longer than the one before, so that what takes long by itself is done in the end. */
export function* slices(now: () => number): Generator<Slice, never> {
  for (let length = slice; ; length *= 2) yield startSlice(now, length);
}

/** Tells an engine's function when to stop, and afterwards whether it did. */
export interface Slice {
  readonly shouldStop: () => boolean;
  readonly hasStopped: () => boolean;
}

/** The first thing asked about is always done, so that every slice comes further. */
function startSlice(now: () => number, length: number): Slice {
  const since = now();
  let asked = 0;
  let stopped = false;
  return {
    shouldStop: () => {
      asked += 1;
      stopped ||= asked > 1 && now() - since > length;
      return stopped;
    },
    hasStopped: () => stopped,
  };
}
