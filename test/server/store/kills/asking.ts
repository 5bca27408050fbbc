import type { z } from "zod";

/** Somebody who is signed in, at a server that may be gone at any moment. */
export interface Asker {
  readonly url: string;
  readonly cookie: string;
}

/** The server was killed: what was asked may have been done, or not. */
export class Gone extends Error {}

interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function bytesOf({ url, cookie }: Asker, method: string, path: string, { body, headers }: Sent = {}) {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const all = { "content-type": "application/json", cookie, ...headers };
  try {
    const response = await fetch(`${url}${path}`, { method, headers: all, ...sent });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch {
    throw new Gone();
  }
}

/** The answer, decoded; throws where the server refuses. */
export async function ask<T>(
  asker: Asker,
  schema: z.ZodType<T>,
  method: string,
  path: string,
  sent: Sent = {},
): Promise<T> {
  const { status, bytes } = await bytesOf(asker, method, path, sent);
  const text = new TextDecoder().decode(bytes);
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
  return schema.parse(JSON.parse(text));
}

export const get = <T>(asker: Asker, schema: z.ZodType<T>, path: string): Promise<T> => ask(asker, schema, "GET", path);
