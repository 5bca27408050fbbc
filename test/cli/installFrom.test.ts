import { readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { decodeLog } from "../../engine/attestation/index.ts";
import { canonicalBytes } from "../../engine/digest/index.ts";
import { knees } from "./knees.ts";
import { preceptIn, type Workplace, workplace } from "./precept.ts";

type Answer = { readonly status?: number; readonly headers?: object; readonly body?: string | Uint8Array };

let publisher: Workplace;
let place: Workplace;
let server: Server;
let url = "";
let asked: IncomingHttpHeaders[] = [];
/** What is answered otherwise than by the files of the folder. */
let otherwise: Readonly<Record<string, Answer>> = {};

beforeAll(async () => {
  publisher = await workplace(knees);
  await publisher.precept("publish knees --waive adequacy --because few --acknowledge --from 2027-01-01");
  server = createServer((request, response) => {
    asked.push(request.headers);
    void answerTo(decodeURIComponent(request.url ?? "")).then(({ status = 200, headers, body = "nothing here" }) =>
      response.writeHead(status, { ...headers }).end(body),
    );
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  // A server listens on an address with a port; only a pipe has none.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await publisher.leave();
});
beforeEach(async () => {
  place = await workplace({});
  asked = [];
  otherwise = {};
});
afterEach(() => place.leave());

async function answerTo(path: string): Promise<Answer> {
  const body = await published(path).catch(() => null);
  return otherwise[path] ?? (body === null ? { status: 404 } : { body });
}

const install = (more = "", what = "knees") => place.precept(`install ${what} --from ${url} ${more}`);
const published = (name: string) => readFile(join(publisher.folder, "knees/releases", name));

describe("install from a folder that some server gives out", () => {
  test("verifies what it fetched with the keys that are trusted, and again without any network", async () => {
    await writeFile(join(place.folder, "keys.json"), await published("keys.json"));
    expect((await place.precept(`lock knees --from ${url} --keys keys.json`)).code).toBe(0);
    const { code, out } = await install("--keys keys.json --json");
    expect([code, JSON.parse(out)]).toMatchObject([0, { verdict: "verified", version: "1.0.0", installed: true }]);
    expect(await readFile(join(place.folder, "knees/knee.guideline"), "utf8")).toBe(knees["knees/knee.guideline"]);
    await rm(join(place.folder, "knees/knee.guideline"));
    const before = asked.length;
    const again = await place.precept("install knees --keys keys.json --json");
    expect([again.code, JSON.parse(again.out)]).toMatchObject([
      0,
      { verdict: "verified", written: ["knee.guideline"] },
    ]);
    const checks = JSON.parse(again.out).checks.filter(({ name }: { name: string }) => /log|pinned/.test(name));
    expect(checks.map(({ state }: { state: string }) => state)).toEqual(["passed", "passed", "passed"]);
    expect(asked).toHaveLength(before);
  });

  test.each([
    ["knees --as-of 2027-01-01", 0],
    ["knees@1.0.0", 0],
    ["knees --as-of 2026-12-31", 1],
    ["knees@9.0.0", 1],
    ["hips", 1],
  ])("%s: exits with %d", async (what, code) => {
    expect((await install("", what)).code).toBe(code);
  });

  test("takes the keys of an address that is named", async () => {
    expect(JSON.parse((await install(`--keys ${url}/keys.json --json`)).out)).toMatchObject({ verdict: "verified" });
    const secret = JSON.parse(String(await published("keys.json")));
    otherwise = { "/keys.json": { body: JSON.stringify({ keys: [{ ...secret.keys[0], d: "A".repeat(43) }] }) } };
    expect(await install(`--keys ${url}/keys.json`)).toMatchObject({
      code: 4,
      err: expect.stringContaining("private key"),
    });
  });

  test("gives a token only to the server that PRECEPT_SERVER names", async () => {
    const told = async (PRECEPT_SERVER: string) => {
      asked = [];
      await preceptIn(place.folder, `install knees --from ${url}`, "", { PRECEPT_TOKEN: "secret", PRECEPT_SERVER });
      return new Set(asked.map(({ authorization }) => authorization));
    };
    expect(await told("https://guidelines.example")).toEqual(new Set([undefined]));
    expect(await told("")).toEqual(new Set([undefined]));
    expect(await told(url)).toEqual(new Set(["Bearer secret"]));
  });
});

describe("a hostile server", () => {
  const otherLog = async (version: string) => {
    const log = decodeLog(await published("log.json"));
    if (!log.ok) throw new Error(log.problem);
    const entries = log.value.entries.map((leaf) => (leaf.type === "release" ? { ...leaf, version } : leaf));
    return { body: canonicalBytes({ ...log.value, entries }) };
  };
  const archive = "/knees-1.0.0.tgz";
  const attestation = "/knees-1.0.0.attestation.json";
  const cases: readonly (readonly [
    string,
    () => Promise<Readonly<Record<string, Answer>>> | object,
    number,
    RegExp,
  ])[] = [
    ["that sends elsewhere", () => ({ [archive]: { status: 302, headers: { location: "/" } } }), 1, /sends elsewhere/],
    ["that sends elsewhere at once", () => ({ "/api/log/head": { status: 307 } }), 1, /sends elsewhere/],
    ["that has no release", () => ({ [archive]: { status: 404 } }), 1, /it is not there/],
    ["that has another release", () => ({ [archive]: { body: "other bytes" } }), 4, /not a release as it was made/],
    [
      "with an attestation without end",
      () => ({ [attestation]: { body: "x".repeat(1024 * 1024 + 1) } }),
      1,
      /larger than any/,
    ],
    ["with pages for everything", () => ({ "/log.json": { body: "<html>" } }), 1, /There are no releases/],
    ["with a log that was changed", async () => ({ "/log.json": await otherLog("9.0.0") }), 1, /it is not there/],
    ["with a log of no versions", async () => ({ "/log.json": await otherLog("../../x") }), 1, /There are no releases/],
    [
      "that wants to know who asks",
      () => ({ "/api/log/head": { status: 401, body: '{"detail":"Sign in."}' } }),
      1,
      /Sign in\..*PRECEPT_TOKEN/,
    ],
  ];

  test.each(cases)("%s has nothing installed", async (_, answers, code, sentence) => {
    otherwise = { ...(await answers()) };
    const ran = await install(`--keys ${url}/keys.json`);
    expect([ran.code, ran.out + ran.err]).toEqual([code, expect.stringMatching(sentence)]);
    expect(await readFile(join(place.folder, "knees/set.yaml")).catch(() => null)).toBeNull();
  });

  test.each(["http://guidelines.example", "https://user@guidelines.example", "https://x.example/?a=b"])(
    "%s is not asked",
    async (address) => {
      expect((await place.precept(`install knees --from ${address}`)).code).toBe(2);
    },
  );
});
