/** Work that can be left between two steps; what it yields is told when there is time. */
export type Steps = Generator<void, void>;

export interface Turn {
  /** Milliseconds. */
  readonly now: () => number;
  /** Lets messages in. */
  readonly pause: () => Promise<void>;
}

/** Milliseconds of work between two pauses: a newer text waits no longer than this and one step. */
const stretch = 12;

/** Does the work in stretches; stops for good, and tells so, as soon as it is no longer wanted after a pause. */
export async function inStretches(steps: Steps, isWanted: () => boolean, { now, pause }: Turn): Promise<boolean> {
  let since = now();
  for (const _ of steps) {
    if (now() - since < stretch) continue;
    await pause();
    if (!isWanted()) return false;
    since = now();
  }
  return true;
}

/** A pause that lets the messages in which are waiting, and takes no longer: a timer would wait four milliseconds. */
export function messagePause(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let go = (): void => {};
  port1.addEventListener("message", () => go());
  port1.start();
  return () =>
    new Promise((resolve) => {
      go = resolve;
      port2.postMessage(null);
    });
}
