import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import type { Remote } from "./address.ts";
import { type Answer, codeOf, readAnswer, readBounded } from "./ask.ts";

const PATIENCE_MILLISECONDS = 30 * 60_000;

/** Who asks for a file: somebody who signed in just now, or the person at the machine of the server. */
export interface Asking {
  /** Of the session; empty: there is none. */
  readonly cookie: string;
  readonly password?: string;
}

/**
 * Has a server make a file, and fetches it to a new file, which only this account reads; removed again when it does not come
 * whole. No token goes along: a token never administers.
 */
export async function download(
  { url }: Pick<Remote, "url">,
  path: string,
  { cookie, ...credential }: Asking,
  file: string,
): Promise<Answer> {
  const headers = { "content-type": "application/json", ...(cookie === "" ? {} : { cookie }) };
  const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
  const request = { method: "POST", body: JSON.stringify({ credential }), redirect: "manual" } as const;
  const response = await fetch(`${url}${path}`, { ...request, headers, signal }).catch(codeOf);
  if (typeof response === "string") return { kind: "silent", detail: `No server answers at ${url} (${response}).` };
  if (!response.ok || response.body === null) return readAnswer(url, response, await readBounded(response));
  try {
    // as: Node declares its streams apart from those of the platform, which they are
    const body = Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
    await pipeline(body, createWriteStream(file, { flags: "wx", mode: 0o600 }));
    return { kind: "answered", body: null };
  } catch (error) {
    await rm(file, { force: true });
    const code = codeOf(error);
    if (code === "ENOSPC" || code === "EACCES" || code === "EEXIST") throw error;
    return { kind: "silent", detail: `The server at ${url} stopped in the midst of its answer (${code}).` };
  }
}
