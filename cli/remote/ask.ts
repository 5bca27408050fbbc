import { z } from "zod";
import { ARCHIVE_LIMIT } from "../../engine/release/index.ts";
import type { Remote } from "./address.ts";
import { boundedBytes } from "./bounded.ts";

/** What a server said. `refused`: it did not do what it was asked, in its own words. `silent`: there is no such server. */
export type Answer =
  | { readonly kind: "answered"; readonly body: unknown }
  | { readonly kind: "refused"; readonly status: number; readonly detail: string; readonly body: unknown }
  | { readonly kind: "silent"; readonly detail: string };

const PATIENCE_MILLISECONDS = 60_000;
/** JSON may write a text longer than it is. */
const LARGEST = 4 * ARCHIVE_LIMIT;

const problem = z.object({ detail: z.string().optional(), title: z.string().optional() });

/** Asks a server for JSON, or sends it some. Redirections are not followed: the token is for this server only. */
export async function ask(remote: Remote, path: string, sent?: unknown): Promise<Answer> {
  return (await askServer(remote, path, sent)).answer;
}

/** The same, with the cookies that the server sets. */
export async function askServer(
  { url, token }: Remote,
  path: string,
  sent?: unknown,
): Promise<{ readonly answer: Answer; readonly cookies: readonly string[] }> {
  const headers = {
    accept: "application/json",
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(sent === undefined ? {} : { "content-type": "application/json" }),
  };
  const request = sent === undefined ? { method: "GET" } : { method: "POST", body: JSON.stringify(sent) };
  const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
  try {
    const response = await fetch(`${url}${path}`, { ...request, headers, signal, redirect: "manual" });
    const answer = readAnswer(url, response, await readBounded(response));
    return { answer, cookies: response.headers.getSetCookie() };
  } catch (error) {
    return { answer: { kind: "silent", detail: `No server answers at ${url} (${codeOf(error)}).` }, cookies: [] };
  }
}

export function readAnswer(url: string, response: Response, text: string | null): Answer {
  const body = text === null ? undefined : parse(text);
  if (response.ok && body !== undefined) return { kind: "answered", body };
  const said = problem.safeParse(body);
  const detail = said.data?.detail ?? said.data?.title;
  if (response.ok || detail === undefined) {
    const what = text === null ? "sends more than any guideline set holds" : `is not Precept (${response.status})`;
    return { kind: "silent", detail: `What answers at ${url} ${what}.` };
  }
  return { kind: "refused", status: response.status, detail, body };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `null`: there is more than is read. */
export async function readBounded(response: Response): Promise<string | null> {
  const bytes = await boundedBytes(response, LARGEST);
  return bytes === null ? null : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

export function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string") return cause.code;
  return error instanceof Error ? error.name : "no answer";
}
