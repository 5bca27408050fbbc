import { type Outcome, readProblem } from "./problem.ts";

/** One request to the server, its JSON answer or the problem as a value. Never rejects. */
export async function requestJson<T>(path: string, init?: RequestInit): Promise<Outcome<T>> {
  const answer = await request(path, init);
  if (!answer.ok) return answer;
  // Outside data: our own server's answer, checked there against the schemas of its protocol.
  return { ok: true, value: (await answer.value.json()) as T };
}

/** The same for an answer that is a file. */
export async function requestFile(path: string, init: RequestInit): Promise<Outcome<Blob>> {
  const answer = await request(path, init);
  return answer.ok ? { ok: true, value: await answer.value.blob() } : answer;
}

async function request(path: string, init?: RequestInit): Promise<Outcome<Response>> {
  try {
    const response = await fetch(path, init);
    return response.ok ? { ok: true, value: response } : { ok: false, problem: await readProblem(response) };
  } catch {
    return { ok: false, problem: { kind: "unreachable" } };
  }
}

export function jsonBody(method: string, body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return { method, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) };
}
