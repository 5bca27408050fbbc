import { z } from "zod";
import type { Remote } from "./address.ts";
import { codeOf } from "./ask.ts";
import { boundedBytes } from "./bounded.ts";

/** A file at an address; that there is none; or, as a sentence, why it was not read. */
export type FetchedFile =
  | { readonly kind: "read"; readonly bytes: Uint8Array }
  | { readonly kind: "absent" }
  | { readonly kind: "failed"; readonly problem: string };

const PATIENCE_MILLISECONDS = 60_000;
const problemSchema = z.object({ detail: z.string().max(2000) });

/** Fetches what stands at an address, up to so many bytes, or until `ended`. Nobody is followed elsewhere: neither the token nor we were sent there. */
export async function fetchFile(
  { url, token }: Remote,
  path: string,
  limit: number,
  ended?: AbortSignal,
): Promise<FetchedFile> {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const patience = AbortSignal.timeout(PATIENCE_MILLISECONDS);
  const signal = ended === undefined ? patience : AbortSignal.any([patience, ended]);
  try {
    const response = await fetch(`${url}${path}`, { headers, signal, redirect: "manual" });
    const bytes = await boundedBytes(response, limit);
    if (response.status === 404 || response.status === 410) return { kind: "absent" };
    if (!response.ok) return failed(`${url} ${refusalIn(response.status, bytes)}`);
    return bytes === null ? failed(`${url}${path} is larger than any such file.`) : { kind: "read", bytes };
  } catch (error) {
    return failed(`Nobody answers at ${url} (${codeOf(error)}).`);
  }
}

function failed(problem: string): FetchedFile {
  return { kind: "failed", problem };
}

function refusalIn(status: number, bytes: Uint8Array | null): string {
  if (status >= 300 && status < 400) return "sends elsewhere, where nothing is fetched from.";
  const said = problemSchema.safeParse(parsed(bytes)).data?.detail;
  const token =
    "It wants a token: PRECEPT_TOKEN holds it, and PRECEPT_SERVER this address, so that it goes nowhere else.";
  return `answers ${status}${said === undefined ? "." : `: ${said}`}${status === 401 ? ` ${token}` : ""}`;
}

function parsed(bytes: Uint8Array | null): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes ?? undefined));
  } catch {
    return null;
  }
}
