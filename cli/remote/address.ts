import type { UsageProblem } from "../exit.ts";
import type { Terminal } from "../terminal.ts";

/** A server and who asks it. */
export interface Remote {
  /** Without a slash at the end. */
  readonly url: string;
  /** `null`: none is needed, or none was given. */
  readonly token: string | null;
}

const USUAL = "http://127.0.0.1:4180";

/**
 * The server that `--server` names, else the environment, else the one that the folder was filled from. A token goes only
 * where the person said: whoever made a folder may have written any address into it. And over https only, or to this
 * machine, where nobody can listen.
 */
export function remoteOf(
  { environment }: Terminal,
  given: string | undefined,
  recorded: string | null,
): { readonly remote: Remote } | { readonly problem: UsageProblem } {
  const wanted = given ?? nonEmpty(environment["PRECEPT_SERVER"]);
  const named = wanted ?? recorded ?? USUAL;
  const url = URL.canParse(named) ? new URL(named) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.search !== "" || url.hash !== "")
    return { problem: { message: `\`${named}\` is no address of a server.`, hint: `It looks like ${USUAL}.` } };
  const token = nonEmpty(environment["PRECEPT_TOKEN"]) ?? null;
  if (token !== null && !/^[\x21-\x7e]+$/.test(token))
    return {
      problem: { message: "PRECEPT_TOKEN is no token: it holds a space, a line end or another character none has." },
    };
  if (token !== null && wanted === undefined) return { problem: unnamedProblem(url, recorded !== null) };
  if (token !== null && isOverheard(url))
    return { problem: { message: `A token is sent over https only, not to ${url.origin}.` } };
  return { remote: { url: addressOf(url), token } };
}

const addressOf = (url: URL) => `${url.origin}${url.pathname.replace(/\/+$/, "")}`;

function unnamedProblem(url: URL, recorded: boolean): UsageProblem {
  const address = addressOf(url);
  const why = recorded ? "which only the folder names" : "which nobody named";
  return {
    message: `PRECEPT_TOKEN is not sent to ${address}, ${why}.`,
    hint: `If that server is yours, say so: --server ${address}, or PRECEPT_SERVER=${address}`,
  };
}

/** Whether what is sent there in the open passes others on its way. */
export function isOverheard({ protocol, hostname }: URL): boolean {
  return protocol === "http:" && !isThisMachine(hostname);
}

const nonEmpty = (text: string | undefined) => (text === "" ? undefined : text);

export function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
}
