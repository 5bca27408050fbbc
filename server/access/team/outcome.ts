type Status = 403 | 404 | 409 | 422 | 429;

/** Not done, with a sentence for the person. */
export interface Refused<S extends Status = Status> {
  readonly ok: false;
  readonly status: S;
  readonly detail: string;
}
export type Outcome<T> = { readonly ok: true; readonly value: T } | Refused;

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const refuse = <S extends Status>(status: S, detail: string): Refused<S> => ({ ok: false, status, detail });
