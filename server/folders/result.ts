/** Why the store would not do something. `detail` is one sentence for the person who asked. */
export interface Refusal {
  readonly kind: "bad path" | "not found" | "too large" | "not text" | "exists" | "not possible" | "not stored";
  readonly detail: string;
}

/** Somebody else changed the file meanwhile; `current` is what stands there now, `null` when it is gone. */
export interface Stale {
  readonly kind: "stale";
  readonly detail: string;
  readonly current: { readonly text: string; readonly etag: string } | null;
}

export type Result<T, R = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

export function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse<R = Refusal>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal };
}
