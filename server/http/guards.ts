import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { FILE_LIMIT } from "../../engine/release/index.ts";
import { problem } from "./problems.ts";

const localNames = new Set(["127.0.0.1", "localhost", "[::1]"]);
/** JSON writes a control character in six bytes; no honest text of one file needs more than this. */
const BODY_LIMIT = 4 * FILE_LIMIT;

/**
 * Only requests that name this machine are answered: a page of another site whose name was made to point at 127.0.0.1
 * (DNS rebinding) still says its own name in `Host`. A forwarded port may differ from ours, so only the name counts.
 */
export const localHostOnly: MiddlewareHandler = async (c, next) => {
  const host = c.req.header("host") ?? "";
  if (!localNames.has(host.replace(/:\d+$/, "").toLowerCase())) {
    return problem(c, 421, "This server answers only as 127.0.0.1 or localhost.");
  }
  return next();
};

/**
 * Scripts and forms of other sites may neither read nor write. Requests without these headers are not from a page.
 * Behind a development proxy the origin names the proxy; the browser's own `Sec-Fetch-Site` still tells.
 */
export const sameOriginOnly: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header("origin") ?? null;
  const site = c.req.header("sec-fetch-site") ?? null;
  const ours = site === null ? origin === null || origin === `http://${c.req.header("host")}` : trustedSites.has(site);
  return ours ? next() : problem(c, 403, "Only the studio of this server may ask.");
};

/** `none`: the person typed the address. */
const trustedSites = new Set(["same-origin", "none"]);

/** A form can send text and uploads across sites, JSON it cannot. */
export const jsonBodyOnly: MiddlewareHandler = async (c, next) => {
  if (!["PUT", "POST", "PATCH"].includes(c.req.method)) return next();
  const type = (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return problem(c, 415, "Send `Content-Type: application/json`.");
  return next();
};

export const limitBody: MiddlewareHandler = bodyLimit({
  maxSize: BODY_LIMIT,
  onError: (c) => {
    // The rest of the body is not read; the connection cannot be used again.
    c.header("connection", "close");
    return problem(c, 413, `A request has at most ${BODY_LIMIT / 1024 / 1024} MB.`);
  },
});

/** Refuses bodies that are not UTF-8, which a lenient decoder would silently turn into other text. */
export const utf8BodyOnly: MiddlewareHandler = async (c, next) => {
  const bytes = await c.req.arrayBuffer();
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return problem(c, 400, "The body is not UTF-8.");
  }
  return next();
};

/** Monaco needs inline styles; WebAssembly is compiled at run time; nothing else runs that did not come from here. */
export const securityHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
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
  },
  // The server speaks plain HTTP on this machine only.
  strictTransportSecurity: false,
  xFrameOptions: "DENY",
  referrerPolicy: "no-referrer",
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
});
