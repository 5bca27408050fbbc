import { type Result, refuse } from "../folders/index.ts";

/** Why something was not done with a change: the status of the answer, and a sentence for who asked. */
export interface Barrier {
  readonly status: 400 | 403 | 404 | 409 | 413 | 422 | 503;
  readonly detail: string;
}

export type Outcome<T> = Result<T, Barrier>;

export function bar(status: Barrier["status"], detail: string) {
  return refuse<Barrier>({ status, detail });
}
