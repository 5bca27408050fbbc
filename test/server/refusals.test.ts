import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { refusalsTo } from "../../server/http/refusals.ts";
import { createApp, localAccess, type Role } from "../../server/index.ts";
import { problemSchema } from "../../server/protocol/index.ts";
import { nowhere } from "../support/index.ts";
import { type Served, serve } from "./served.ts";

const json = { host: "127.0.0.1", "content-type": "application/json" };

/** What the log says of a request by somebody with these roles; `null`: by nobody. */
async function lines(roles: readonly Role[] | null, path: string, init: RequestInit): Promise<readonly string[]> {
  const reports: string[] = [];
  const asked = roles === null ? null : { id: "person-7", name: "Jane Doe", roles };
  const access = { ...localAccess(), mode: "team" as const, whoAsks: () => Promise.resolve(asked) };
  const app = createApp({ ...nowhere, access, report: (line) => void reports.push(line) });
  const response = await app.request(`http://127.0.0.1${path}`, init);
  expect(problemSchema.parse(await response.json()).status).toBe(response.status);
  return reports;
}

describe("what is refused is told in the log: status, route and who, never what was named or sent", () => {
  const body = JSON.stringify({ name: "jane-doe", text: "jane-doe" });
  const tooLarge = JSON.stringify({ text: "x".repeat(4 * 1024 * 1024) });
  const author: readonly Role[] = ["viewer", "author"];
  const jane = "/api/sets/jane-doe";
  test.each<[string, readonly Role[] | null, string, RequestInit, string]>([
    ["nobody is signed in", null, `${jane}?case=jane-doe`, { headers: json }, "401 GET /api/sets/:set"],
    [
      "not by that role",
      ["viewer"],
      `${jane}/files/cases/jane-doe.yaml`,
      { method: "PUT", headers: json, body },
      "403 PUT /api/sets/:set/files/* person-7",
    ],
    [
      "from another site",
      author,
      `${jane}/push`,
      { method: "POST", headers: { ...json, origin: "https://jane-doe.example" }, body },
      "403 POST /api/sets/:set/push",
    ],
    ["another host", author, jane, { headers: { host: "jane-doe.example" } }, "421 GET /api/sets/:set"],
    ["no host", author, jane, {}, "400 GET /api/sets/:set"],
    [
      "no JSON",
      author,
      "/api/sets",
      { method: "POST", headers: { host: "127.0.0.1", "content-type": "text/plain" }, body },
      "415 POST /api/sets person-7",
    ],
    [
      "broken JSON",
      author,
      "/api/sets",
      { method: "POST", headers: json, body: '{"jane-doe' },
      "400 POST /api/sets person-7",
    ],
    [
      "not UTF-8",
      author,
      "/api/sets",
      { method: "POST", headers: json, body: Uint8Array.of(0xff) },
      "400 POST /api/sets person-7",
    ],
    ["not asked so", author, "/api/sets", { method: "POST", headers: json, body }, "422 POST /api/sets person-7"],
    [
      "too large",
      author,
      "/api/sets",
      { method: "POST", headers: json, body: tooLarge },
      "413 POST /api/sets person-7",
    ],
    ["no such address", author, "/api/jane-doe", { headers: json }, "404 GET /*"],
    ["no such method", author, "/api/sets", { method: "DELETE", headers: json }, "404 DELETE /*"],
  ])("%s", async (_, roles, path, init, line) => {
    expect(await lines(roles, path, init)).toEqual([line]);
  });

  test("nothing is told of what is answered", async () => {
    const reports: string[] = [];
    const app = createApp({ ...nowhere, report: (line) => void reports.push(line) });
    expect((await app.request("http://127.0.0.1/api/session", { headers: json })).status).toBe(200);
    expect(reports).toEqual([]);
  });
});

describe("whoever has much refused", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("fills sixty lines a minute, and one that counts the rest", () => {
    const reports: string[] = [];
    const refusals = refusalsTo((line) => void reports.push(line));
    for (let count = 0; count < 10_000; count += 1) refusals.tell("403 GET /*");
    expect(reports).toHaveLength(60);
    vi.advanceTimersByTime(60_000);
    expect(reports.slice(60)).toEqual(["Refused within a minute and not told one by one: 9940."]);
    refusals.tell("401 GET /*");
    vi.advanceTimersByTime(60_000);
    expect(reports.slice(61)).toEqual(["401 GET /*"]);
  });

  test("is counted too where the server ends within the minute", () => {
    const reports: string[] = [];
    const refusals = refusalsTo((line) => void reports.push(line));
    for (let count = 0; count < 61; count += 1) refusals.tell("403 GET /*");
    refusals.close();
    expect(reports.at(-1)).toBe("Refused within a minute and not told one by one: 1.");
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("what is no request for the application", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({});
  });
  afterAll(() => served.stop());

  /** What the server answers to these bytes, until it ends the connection. */
  async function answerTo(text: string): Promise<string> {
    const socket = connect(Number(new URL(served.url).port), "127.0.0.1");
    socket.write(text, "latin1");
    const parts: unknown[] = await socket.toArray();
    return parts.join("");
  }

  const host = "Host: 127.0.0.1\r\n";
  const post = `POST /api/sets HTTP/1.1\r\n${host}Content-Type: application/json\r\n`;
  test.each([
    ["bytes that are no HTTP", "\x16\x03\x01\x00\xa5\r\n\r\n", 400, /^400 unread: HPE_/],
    ["no host", "GET /?case=jane-doe HTTP/1.1\r\nConnection: close\r\n\r\n", 400, /^400 GET \/\*$/],
    [
      "a host that is none",
      "GET / HTTP/1.1\r\nHost: a b@c/../\r\nConnection: close\r\n\r\n",
      400,
      /^400 unread: address$/,
    ],
    [
      "a header that is too large",
      `GET / HTTP/1.1\r\n${host}X: ${"a".repeat(20_000)}\r\n\r\n`,
      431,
      /^431 unread: HPE_/,
    ],
    [
      "two lengths of a body",
      `${post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
      /^400 unread: HPE_/,
    ],
    ["an expectation", `${post}Expect: 200-jane-doe\r\nContent-Length: 2\r\n\r\n{}`, 417, /^417 unread: expectation$/],
    ["another server", `CONNECT jane-doe.example:80 HTTP/1.1\r\n${host}\r\n`, 405, /^405 unread: CONNECT$/],
    ["a chunk that is none", `${post}Transfer-Encoding: chunked\r\n\r\njane-doe\r\n`, 400, /^400 /],
  ])("%s is refused with a problem and the headers of a page, and told", async (_, text, status, line) => {
    const before = served.reports.length;
    const [head = "", body = ""] = (await answerTo(text)).split("\r\n\r\n");
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toMatch(/^content-type: application\/problem\+json/im);
    expect(head).toMatch(/^content-security-policy: default-src 'self'/im);
    expect(head).toMatch(/^x-content-type-options: nosniff/im);
    expect(body).toContain(`"status":${status}`);
    const told = served.reports.slice(before);
    expect(told[0]).toMatch(line);
    expect(told.join()).not.toContain("jane");
  });

  test("and it goes on answering", async () => {
    expect((await fetch(`${served.url}/healthz`)).status).toBe(200);
  });
});
