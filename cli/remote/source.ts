import type { UsageProblem } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { isThisMachine, type Remote, remoteOf } from "./address.ts";

export function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/**
 * An address to read releases from: over https, or on this machine. A token goes along only where PRECEPT_SERVER names the same
 * place: other addresses are read by everybody.
 */
export function sourceAt(
  terminal: Terminal,
  address: string,
): { readonly remote: Remote } | { readonly problem: UsageProblem } {
  const server = terminal.environment["PRECEPT_SERVER"] ?? "";
  const isServer = URL.canParse(server) && URL.canParse(address) && new URL(server).origin === new URL(address).origin;
  const { PRECEPT_TOKEN: _token, ...untold } = terminal.environment;
  const found = remoteOf(isServer ? terminal : { ...terminal, environment: untold }, address, null);
  if ("problem" in found) return found;
  const { protocol, hostname } = new URL(found.remote.url);
  if (protocol === "https:" || isThisMachine(hostname)) return found;
  return { problem: { message: `Releases are fetched over https, not from \`${address}\`.` } };
}
