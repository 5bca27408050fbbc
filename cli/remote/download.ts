import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import type { Remote } from "./address.ts";
import { type Answer, codeOf, readAnswer, readBounded } from "./ask.ts";

const PATIENCE_MILLISECONDS = 30 * 60_000;

/** Fetches a file from a server to a new file, which only this account reads; removed again when it does not come whole. */
export async function download({ url, token }: Remote, path: string, file: string): Promise<Answer> {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
  const response = await fetch(`${url}${path}`, { headers, signal, redirect: "manual" }).catch(codeOf);
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
