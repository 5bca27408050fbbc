import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../server/index.ts";
import { problemSchema } from "../../server/protocol/index.ts";
import { nowhere } from "../support/index.ts";
import { type Served, serve } from "./served.ts";

let served: Served;
beforeAll(async () => {
  served = await serve(
    { "necks/set.yaml": "title: Necks\n", "necks/neck.guideline": "first\n" },
    {
      "index.html": "<!doctype html><title>Precept</title>",
      "assets/index-a1b2c3d4.js": "export {};",
      "favicon.svg": "<svg/>",
    },
  );
});
afterAll(() => served.stop());

/** A request with headers that `fetch` does not let through. */
function ask(
  method: string,
  path: string,
  headers: Record<string, string>,
  body = "",
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(served.url + path, { method, headers }, (response) => {
      const status = response.statusCode ?? 0;
      response.toArray().then((parts) => resolve({ status, text: parts.join("") }), reject);
    });
    asked.once("error", reject).end(body);
  });
}

describe("who may ask", () => {
  test.each([
    ["127.0.0.1", 200],
    ["localhost:4180", 200],
    ["LOCALHOST", 200],
    ["[::1]:4180", 200],
    ["evil.example", 421],
    ["127.0.0.1.evil.example", 421],
    ["localhost.evil.example:4180", 421],
    ["0.0.0.0", 421],
  ])("a request to %s gets %d", async (host, status) => {
    expect((await ask("GET", "/api/sets", { host })).status).toBe(status);
    expect((await ask("GET", "/", { host })).status).toBe(status);
  });

  test.each([
    ["another site", { origin: "https://evil.example" }, 403],
    ["another port of this machine", { origin: "http://127.0.0.1:1" }, 403],
    ["a sandboxed frame", { origin: "null" }, 403],
    ["another site, without an origin", { "sec-fetch-site": "cross-site" }, 403],
    ["a sister site", { "sec-fetch-site": "same-site" }, 403],
    ["the studio itself", { "sec-fetch-site": "same-origin" }, 200],
    ["the address bar", { "sec-fetch-site": "none" }, 200],
  ])("a request from %s gets its due", async (_, headers, status) => {
    expect((await ask("GET", "/api/sets", headers)).status).toBe(status);
  });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "",
    "application/jsonp",
  ])("a body of type `%s`, which a form of another site can send, is not read", async (type) => {
    const headers = { "if-none-match": "*", ...(type === "" ? {} : { "content-type": type }) };
    const { status } = await ask("PUT", "/api/sets/necks/files/form.guideline", headers, '{"text":"evil"}');
    expect(status).toBe(415);
  });
});

describe("every page", () => {
  test.each(["/", "/healthz", "/api/sets", "/api/nothing", "/assets/index-a1b2c3d4.js"])(
    "%s has the headers that protect it",
    async (path) => {
      const { headers } = await fetch(served.url + path);
      expect(headers.get("content-security-policy")).toMatch(/script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'/);
      expect(headers.get("content-security-policy")).not.toMatch(/'unsafe-eval'/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    },
  );
});

describe("the studio", () => {
  test.each([
    ["/", "text/html", "no-cache"],
    ["/sets/necks/author?case=a", "text/html", "no-cache"],
    ["/assets/index-a1b2c3d4.js", "text/javascript", "public, max-age=31536000, immutable"],
    ["/favicon.svg", "image/svg+xml", "no-cache"],
  ])("%s is served as %s, kept as %s", async (path, type, cache) => {
    const response = await fetch(served.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain(type);
    expect(response.headers.get("cache-control")).toBe(cache);
  });

  test.each([
    "/assets/missing.js",
    "/api/nothing",
    "/..%2f..%2fetc/passwd.txt",
    "/%2e%2e/guidelines/necks/set.yaml",
    "/set.yaml",
  ])("%s is not there", async (path) => {
    const response = await fetch(served.url + path);
    expect(response.status).toBe(404);
    expect(problemSchema.parse(await response.json()).status).toBe(404);
  });

  test("says what to do while it is not built", async () => {
    const unbuilt = await serve({});
    const response = await fetch(`${unbuilt.url}/`);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("npm start");
    await unbuilt.stop();
  });
});

describe("the description", () => {
  test("is OpenAPI 3.1 of what there is", async () => {
    const document: unknown = await (await fetch(`${served.url}/openapi.json`)).json();
    expect(document).toMatchObject({
      openapi: "3.1.0",
      paths: { "/api/sets/{set}/files/{path}": { get: {}, put: {} } },
    });
  });
});

describe("what no column holds", () => {
  test.each([
    "/api/sets/%00/releases/1.0.0",
    "/api/determinations/%00",
    "/api/determinations?set=%00",
    "/api/determinations?before=2147483648",
    "/api/candidates?set=%00",
    "/api/audit?set=%00",
    "/api/log/entries?from=2147483648",
  ])("%s is refused, and is no mistake of the server", async (path) => {
    const response = await fetch(served.url + path);
    expect(problemSchema.parse(await response.json()).status).toBe(400);
    expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  });
});

describe("a bad connection", () => {
  test("with bytes that are no HTTP leaves the server answering", async () => {
    const socket = connect(Number(new URL(served.url).port), "127.0.0.1");
    socket.end(Uint8Array.of(0, 1, 2, 255, 13, 10, 13, 10));
    expect((await socket.toArray()).join("")).toMatch(/^HTTP\/1.1 400/);
    expect((await fetch(`${served.url}/healthz`)).status).toBe(200);
  });

  test("that sends a body without end is stopped at the limit", async () => {
    const { port } = new URL(served.url);
    const socket = connect(Number(port), "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(
      "PUT /api/sets/necks/files/x.guideline HTTP/1.1\r\nHost: 127.0.0.1\r\nIf-None-Match: *\r\n" +
        "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
    );
    const chunk = `10000\r\n${"x".repeat(0x10000)}\r\n`;
    for (let sent = 0; sent < 100; sent++) socket.write(chunk);
    const [answer] = await socket.take(1).toArray();
    expect(String(answer)).toMatch(/^HTTP\/1.1 413/);
    socket.destroy();
  });
});

describe("the log", () => {
  test("says where a mistake of ours was, and nothing of the files that were asked for", async () => {
    const reports: string[] = [];
    const report = (line: string) => void reports.push(line);
    const clock = () => {
      throw Object.assign(new Error("no file /nowhere/jane-doe"), { code: "ENOENT" });
    };
    const app = createApp({ ...nowhere, clock, report });
    const headers = { host: "127.0.0.1", "content-type": "application/json" };
    const body = JSON.stringify({ name: "jane-doe", title: "Jane" });
    const response = await app.request("http://127.0.0.1/api/sets", { method: "POST", headers, body });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/jane|\.ts/);
    expect(reports.join("\n")).toMatch(/^500 POST Error ENOENT/);
    expect(reports.join("\n")).not.toContain("jane");
  });
});
