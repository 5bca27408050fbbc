import { registerHooks } from "node:module";
import { languageGlobals, unnamedIntrinsics } from "./globals.ts";
import { harden } from "./harden.ts";
import { isObject } from "./objects.ts";
import { plainGlobals } from "./plainGlobals.ts";

/** The addresses of modules that may be loaded now. */
const admitted = new Set<string>();

/**
 * Leaves this thread, for good, with the language and nothing else: no process, network, file, clock of events or module is reached
 * from what is left, and nothing of it can be altered, so that no engine hears or changes what others say. Node holds a process
 * that is started with `--permission` off files and other processes, but not off the network, and holds off no thread.
 */
export function enclose(): void {
  registerHooks({
    resolve: (specifier, context, next) => {
      if (!admitted.has(specifier)) throw new Error("An engine rests on no other module.");
      return next(specifier, context);
    },
  });
  removeOthers();
  // Node's own, which would be handed what is on the stack.
  Reflect.deleteProperty(Error, "prepareStackTrace");
  for (const [name, value] of plainGlobals) Object.defineProperty(globalThis, name, { value });
  for (const name of Reflect.ownKeys(globalThis))
    Object.defineProperty(globalThis, name, { writable: false, configurable: false });
  harden([...named(), ...unnamedIntrinsics()]);
}

/** While `work` goes on, the module at `location` may be loaded. What it added to the globals is taken away again. */
export async function admitting<T>(location: string, work: () => Promise<T>): Promise<T> {
  admitted.add(location);
  try {
    return await work();
  } finally {
    admitted.delete(location);
    removeOthers();
  }
}

/** Not `globalThis` itself: libraries keep something of theirs there while they are loaded. */
function named(): readonly object[] {
  const values = Reflect.ownKeys(globalThis).map((name): unknown => Reflect.get(globalThis, name));
  return [Object.getPrototypeOf(globalThis), ...values.filter((value) => value !== globalThis)].filter(isObject);
}

function removeOthers(): void {
  for (const name of Reflect.ownKeys(globalThis)) {
    if (languageGlobals.has(name) || plainGlobals.has(name)) continue;
    if (!Reflect.deleteProperty(globalThis, name)) throw new Error(`\`${String(name)}\` cannot be taken away`);
  }
}
