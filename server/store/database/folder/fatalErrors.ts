import { DatabaseEnded } from "../problem.ts";
import type { PostgresModule } from "./postgresModule.ts";

/** How PostgreSQL goes back to its loop after an ordinary error: the status of what is then thrown. */
const LONG_JUMP = 100;

/**
 * PGlite's loop over messages passes over every exception; after one that ends PostgreSQL it goes round for ever, and with
 * it the process. The loop restores the stack after an exception: there it is left instead. From then on nothing of the
 * instance runs. `lastWords`: what PostgreSQL wrote before it ended.
 */
export function endOnFatalErrors(module: PostgresModule, lastWords: () => string): void {
  let ended: DatabaseEnded | null = null;
  const {
    _PostgresMainLoopOnce: once,
    _PostgresSendReadyForQueryIfNecessary: sendReady,
    _pgl_pq_flush: flush,
  } = module;
  const { stackRestore } = module;
  const unlessEnded = (action: () => void) => () => {
    if (ended === null) action();
  };
  Object.assign(module, {
    _PostgresMainLoopOnce: () => {
      if (ended !== null) throw ended;
      try {
        once();
      } catch (error) {
        if (!isJump(error)) ended = new DatabaseEnded(lastWords(), error);
        throw error;
      }
    },
    stackRestore: (pointer: number) => {
      if (ended !== null) throw ended;
      stackRestore(pointer);
    },
    _PostgresSendReadyForQueryIfNecessary: unlessEnded(sendReady),
    _pgl_pq_flush: unlessEnded(flush),
  });
}

function isJump(error: unknown): boolean {
  return typeof error === "object" && error !== null && "status" in error && error.status === LONG_JUMP;
}
