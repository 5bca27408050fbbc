import { existsSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Context, Hono, MiddlewareHandler } from "hono";
import { problem } from "./problems.ts";

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Precept</title>
<body style="font:16px/1.6 system-ui;max-width:40rem;margin:4rem auto;padding:0 1rem">
<h1>The studio is not built yet</h1>
<p>Run <code>npm start</code> in the repository: it builds the studio and starts this server again.</p>
<p>The server itself works: see <a href="/openapi.json">its description</a> and <a href="/api/sets">the guideline sets</a>.</p>
</body></html>
`;

/** The built studio: hashed assets for ever, the page itself asked for anew, and every other address of the page the page. */
export function serveStudio(app: Hono, folder: string): void {
  const present = existsSync(join(folder, "index.html"));
  app.get("*", present ? assets(folder) : (_, next) => next());
  app.get("*", present ? pageFor(folder) : (c) => (isPage(c) ? c.html(notBuilt, 503, freshly) : notFound(c)));
  app.all("*", notFound);
}

const freshly = { "cache-control": "no-cache" };

function assets(folder: string): MiddlewareHandler {
  return serveStatic({
    root: folder,
    precompressed: true,
    onFound: (_, c) => {
      const hashed = c.req.path.startsWith("/assets/");
      c.header("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
}

function pageFor(folder: string): MiddlewareHandler {
  const page = serveStatic({
    root: folder,
    path: "index.html",
    onFound: (_, c) => c.header("cache-control", "no-cache"),
  });
  return (c, next) => (isPage(c) ? page(c, next) : next());
}

/** Addresses of the studio's own router: no API, no file. */
function isPage(c: Context): boolean {
  return !c.req.path.startsWith("/api/") && !/\.[a-z0-9]+$/i.test(c.req.path);
}

function notFound(c: Context) {
  return problem(c, 404, "There is nothing at this address.");
}
