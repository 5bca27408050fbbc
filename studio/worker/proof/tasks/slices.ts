/** Milliseconds that one call into the engine may take before it is asked to stop and is called again. */
const slice = 200;

/** Tells an engine's function when to stop, and afterwards whether it did. */
export interface Slice {
  readonly shouldStop: () => boolean;
  readonly hasStopped: () => boolean;
}

/** The first thing asked about is always done, so that every slice comes further. */
export function startSlice(now: () => number, length: number = slice): Slice {
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
