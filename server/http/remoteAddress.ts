import { isIP } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** Where nobody listens, there is no connection. */
const UNKNOWN = "unknown";

/**
 * Where a request comes from. Behind a proxy on this machine, what that says last in `X-Forwarded-For`: what stands before
 * it anybody may have written. Of IPv6 the network (64 bits), because whoever has one address has all of them.
 */
export function remoteAddress(c: Context): string {
  const peer = peerOf(c);
  const told = (c.req.header("x-forwarded-for") ?? "").split(",").at(-1)?.trim() ?? "";
  return networkOf(isThisMachine(peer) && isIP(told) !== 0 ? told : peer);
}

function peerOf(c: Context): string {
  // `env` is what the Node server gives beside a request; without it nothing is connected.
  const isConnected = typeof c.env === "object" && c.env !== null && "incoming" in c.env;
  const { remote } = isConnected ? getConnInfo(c) : { remote: { address: UNKNOWN } };
  return (remote.address ?? UNKNOWN).replace(/^::ffff:(?=\d+\.)/i, "");
}

function isThisMachine(address: string): boolean {
  return address === "::1" || address.startsWith("127.");
}

function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  // As a host of a URL it is written in its one shortest way.
  const [head = "", tail = ""] = new URL(`http://[${address.replace(/%.*$/, "")}]/`).hostname.slice(1, -1).split("::");
  const [before, after] = [head, tail].map((part) => part.split(":").filter((group) => group !== ""));
  const left = before ?? [];
  const right = after ?? [];
  const gap = Array.from({ length: 8 - left.length - right.length }, () => "0");
  return [...left, ...gap, ...right].slice(0, 4).join(":");
}
