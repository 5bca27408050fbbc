import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { ARCHIVE_LIMIT, FILE_LIMIT } from "../../engine/release/index.ts";
import { CALLBACK_PATH } from "../access/index.ts";
import { problem } from "./problems.ts";

const localNames = new Set(["127.0.0.1", "localhost", "[::1]"]);
/** JSON writes a control character in six bytes; no honest text of one file needs more than this. */
const BODY_LIMIT = 4 * FILE_LIMIT;

/**
 * Only requests that name this server are answered: a page of another site whose name was made to point here (DNS
 * rebinding) still says its own name in `Host`. Of this machine's own names only the name counts, because a forwarded
 * port may differ from ours. `address`: the one people use, where there is one.
 */
export function hostOnly(address: string | null): MiddlewareHandler {
  const ours = address === null ? null : new URL(address).host;
  const names = ours === null ? "127.0.0.1 or localhost" : ours;
  return async (c, next) => {
    const host = c.req.header("host")?.toLowerCase();
    // RFC 9112 section 3.2
    if (host === undefined) return problem(c, 400, "Say in `Host` which server is asked.");
    const known = host === ours || localNames.has(host.replace(/:\d+$/, ""));
    return known ? next() : problem(c, 421, `This server answers only as ${names}.`);
  };
}

/**
 * Scripts and forms of other sites may neither read nor write. Requests without these headers are not from a page.
 * Behind a development proxy the origin names the proxy; the browser's own `Sec-Fetch-Site` still tells. Only coming back
 * from the place where people sign in is a way here from another site.
 */
export function sameOriginOnly(address: string | null): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header("origin") ?? null;
    const site = c.req.header("sec-fetch-site") ?? null;
    const isOurs = origin === null || origin === address || isThisMachine(origin, c.req.header("host") ?? "", address);
    const ours = site === null ? isOurs : trustedSites.has(site) || isReturn(c);
    return ours ? next() : problem(c, 403, "Only the studio of this server may ask.");
  };
}

/** A page of ours that was asked for in the open: where people use an address, only by this machine's own name. */
function isThisMachine(origin: string, host: string, address: string | null): boolean {
  const isLocal = localNames.has(host.toLowerCase().replace(/:\d+$/, ""));
  return origin === `http://${host}` && (isLocal || address === null);
}

/** `none`: the person typed the address. */
const trustedSites = new Set(["same-origin", "none"]);

/** The page is left for ours, rather than reading or sending something. */
function isReturn(c: Context): boolean {
  return c.req.path === CALLBACK_PATH && c.req.method === "GET" && c.req.header("sec-fetch-mode") === "navigate";
}

/** A form can send text and uploads across sites, JSON it cannot. */
export const jsonBodyOnly: MiddlewareHandler = async (c, next) => {
  if (!["PUT", "POST", "PATCH"].includes(c.req.method)) return next();
  const type = (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return problem(c, 415, "Send `Content-Type: application/json`.");
  return next();
};

/** A body that says how long it is is not read to see that; what is sent is never longer than what was said. */
function limitTo(maxSize: number): MiddlewareHandler {
  const onError = (c: Context) => {
    // The rest of the body is not read; the connection cannot be used again.
    c.header("connection", "close");
    return problem(c, 413, `A request has at most ${maxSize / 1024 / 1024} MB.`);
  };
  const limitRead = bodyLimit({ maxSize, onError });
  return async (c, next) => {
    const length = c.req.header("transfer-encoding") === undefined ? c.req.header("content-length") : undefined;
    if (length === undefined || !/^\d{1,15}$/.test(length)) return limitRead(c, next);
    return Number(length) > maxSize ? onError(c) : next();
  };
}

const limitFile = limitTo(BODY_LIMIT);
/** A whole set: it has to fit into an archive too. */
const limitSet = limitTo(ARCHIVE_LIMIT);

export const limitBody: MiddlewareHandler = (c, next) =>
  /^\/api\/sets\/[^/]+\/push$/.test(c.req.path) ? limitSet(c, next) : limitFile(c, next);

/**
 * Refuses bodies that are not UTF-8, which a lenient decoder would silently turn into other text. The text is kept with the
 * request, which would else decode the bytes again.
 */
export const utf8BodyOnly: MiddlewareHandler = async (c, next) => {
  const bytes = await c.req.arrayBuffer();
  const text = utf8Text(bytes);
  if (text === null) return problem(c, 400, "The body is not UTF-8.");
  Object.assign(c.req.bodyCache, { text: Promise.resolve(text) });
  return next();
};

const utf8 = new TextDecoder("utf-8", { fatal: true });

function utf8Text(bytes: ArrayBuffer): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** Monaco needs inline styles; WebAssembly is compiled at run time; nothing else runs that did not come from here. */
const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
  workerSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  fontSrc: ["'self'", "data:"],
  imgSrc: ["'self'", "data:", "blob:"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** On every answer, whatever it is. Browsers remember for a year that an `https` address is never asked in the open. */
export function securityHeaders(address: string | null): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy,
    strictTransportSecurity: address?.startsWith("https:") ? "max-age=31536000" : false,
    xFrameOptions: "DENY",
    referrerPolicy: "no-referrer",
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  });
}
