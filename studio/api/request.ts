import { type Outcome, readProblem } from "./problem.ts";
import { tellSignedOut } from "./signedOut.ts";

/** One request to the server, its JSON answer or the problem as a value. Never rejects. */
export async function requestJson<T>(path: string, init?: RequestInit): Promise<Outcome<T>> {
  const answer = await request(path, init);
  return answer.ok ? { ok: true, value: await json<T>(answer.value) } : answer;
}

/** A value and the server's mark of it. */
export interface Tagged<T> {
  readonly etag: string;
  readonly value: T;
}

/** The same for what is asked again and again: the server answers 304, without it, while it is as `known`. */
export async function requestNewer<T>(path: string, known: Tagged<T> | null): Promise<Outcome<Tagged<T>>> {
  const answer = await request(path, known === null ? {} : { headers: { "if-none-match": known.etag } });
  if (!answer.ok) return answer;
  const { value } = answer;
  if (value.status === 304 && known !== null) return { ok: true, value: known };
  return { ok: true, value: { etag: value.headers.get("etag") ?? "", value: await json<T>(value) } };
}

/** The same for what the server may still be making: 202 and how far it is, or 200 and the thing itself. */
export async function requestMade<T, P>(path: string, init?: RequestInit): Promise<Outcome<Made<T, P>>> {
  const answer = await request(path, init);
  if (!answer.ok) return answer;
  const { value } = answer;
  return {
    ok: true,
    value:
      value.status === 202
        ? { made: null, progress: await json<P>(value) }
        : { made: await json<T>(value), progress: null },
  };
}

/** The same for what the server made and gave a place: where that is, its text, and what the text says. */
export async function requestPlaced<T>(path: string, init: RequestInit): Promise<Outcome<Placed<T>>> {
  const answer = await request(path, init);
  if (!answer.ok) return answer;
  const { value } = answer;
  const text = await value.text();
  // Outside data: our own server's answer, checked there against the schemas of its protocol.
  return { ok: true, value: { location: value.headers.get("location") ?? "", text, value: JSON.parse(text) as T } };
}

/** What was made, and its place on the server. */
export interface Placed<T> {
  readonly location: string;
  readonly text: string;
  readonly value: T;
}

/** The same for the bytes of a file. */
export async function requestBytes(path: string): Promise<Outcome<Uint8Array>> {
  const answer = await request(path);
  return answer.ok ? { ok: true, value: new Uint8Array(await answer.value.arrayBuffer()) } : answer;
}

/** What was asked for, or, while it is being made, how far that is. */
export type Made<T, P> = { readonly made: T; readonly progress: null } | { readonly made: null; readonly progress: P };

async function json<T>(response: Response): Promise<T> {
  // Outside data: our own server's answer, checked there against the schemas of its protocol.
  return (await response.json()) as T;
}

/** The same for an answer that is a file. */
export async function requestFile(path: string, init: RequestInit): Promise<Outcome<Blob>> {
  const answer = await request(path, init);
  return answer.ok ? { ok: true, value: await answer.value.blob() } : answer;
}

async function request(path: string, init?: RequestInit): Promise<Outcome<Response>> {
  try {
    const response = await fetch(path, init);
    if (response.status === 401) tellSignedOut();
    return response.ok || response.status === 304
      ? { ok: true, value: response }
      : { ok: false, problem: await readProblem(response) };
  } catch {
    return { ok: false, problem: { kind: "unreachable" } };
  }
}

export function jsonBody(method: string, body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return { method, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) };
}
