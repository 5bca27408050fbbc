import { createServer, type Server } from "node:net";
import { constants, createContext, runInContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { ReleaseManifest } from "../../../engine/release/index.ts";
import { createPool, type Pool } from "../../../server/determinations/index.ts";
import { askEngine } from "../../../server/engines/index.ts";
import { walking } from "./walk.ts";

/** Runs a module, which begins with `setUp`, where engines run, and gives the value of an expression in it. */
type Run = (setUp: string, expression: string) => Promise<unknown>;

const moduleOf = (setUp: string, expression: string): Uint8Array =>
  new TextEncoder().encode(`export const schema = "precept/engine/1";
    ${setUp}
    export const open = () => ({ determine: (text) => JSON.stringify(${expression}) });`);

const caseText = "Jane Doe, born 1950-01-01";

const inProcess: Run = async (setUp, expression) => {
  const file = { path: "engine.js", content: moduleOf(setUp, expression) };
  const question = { ask: "determine", caseText, options: {} } as const;
  const { replies, problem } = await askEngine({ release: { manifest }, files: [file] }, [question]);
  return JSON.parse(replies?.[0] ?? JSON.stringify(problem));
};

let pool: Pool;
beforeAll(() => {
  pool = createPool(1);
});
afterAll(() => pool.close());

let opened = 0;
const inThread: Run = async (setUp, expression) => {
  opened += 1;
  const [name, bytes] = [`sha256:${opened}`, moduleOf(setUp, expression)];
  await pool.run({ kind: "open", digest: name, parts: { engine: { sha256: name, bytes }, files: [], manifest } });
  const { answer } = await pool.run({ kind: "determine", digest: name, caseText, asOf: null, leaveOut: [] });
  return answer.kind === "reply" ? JSON.parse(answer.text) : answer.kind;
};

const digest = `sha256:${"0".repeat(64)}`;

const manifest: ReleaseManifest = {
  schema: "precept/release/2",
  set: "necks",
  title: "Necks",
  version: "1.0.0",
  bump: "first",
  previous: null,
  meaning: digest,
  parts: [],
  cases: { passed: 1 },
  engine: { version: "1", sha256: "0".repeat(64) },
  files: [],
};

const plain = ["TextDecoder", "TextEncoder", "console"];

describe.each([
  ["the process that is asked for a replay", inProcess],
  ["the thread that determines", inThread],
])("in %s an engine finds", (_, run) => {
  const own = "Reflect.ownKeys(globalThis).filter((name) => name !== 'globalThis')";
  const namesIn = async (found: unknown) => z.array(z.string()).parse(found);

  test("the globals of the language and three plain ones", async () => {
    const names = await namesIn(await run("", own));
    const inTheLanguage = createContext(constants.DONT_CONTEXTIFY);
    const foreign = names.filter((name) => runInContext(`!Object.hasOwn(globalThis, "${name}")`, inTheLanguage));
    expect(foreign.toSorted()).toEqual(["TextDecoder", "TextEncoder"]);
    expect(names).toEqual(expect.arrayContaining(["Array", "Date", "Intl", "Promise", "Reflect", "console"]));
    expect(names).not.toContain("WebAssembly");
  });

  test("behind them what the language has there, and nothing else", async () => {
    const names = (await namesIn(await run("", own))).filter((name) => !plain.includes(name));
    const walked = `walk(language(${JSON.stringify(names)}), new Set([globalThis]))`;
    const found = await namesIn(await run(walking, walked));
    const language = createContext(constants.DONT_CONTEXTIFY);
    const known = new Set(JSON.parse(runInContext(`${walking}; JSON.stringify(${walked})`, language)));
    const foreign = found.filter((way) => !known.has(way));
    // Ours, in `harden`: they let what inherits take a value of its own.
    expect(foreign.filter((way) => !/\.\w+ \([gs]et\) \(script\)$/.test(way))).toEqual([]);
    expect(foreign.length).toBeLessThan(100);
    expect(found.length).toBeGreaterThan(600);
  });

  test("behind the plain ones, its own module and what it is refused, plain objects only", async () => {
    const setUp = `${walking}
      const seen = new Set([globalThis]);
      walk(language(${own}.filter((name) => !${JSON.stringify(plain)}.includes(name))), seen);
      const refused = import("node:net");
      const failure = await refused.then(() => null, (error) => error);
      const roots = { console, TextEncoder, TextDecoder, meta: import.meta, refused, failure, encoder: new TextEncoder(),
        bytes: new TextEncoder().encode("x"), buffer: new TextEncoder().encode("x").buffer, decoder: new TextDecoder() };`;
    expect(await run(setUp, "walk(roots, seen)")).toEqual([
      "console",
      "TextEncoder (script)",
      "TextDecoder (script)",
      "meta",
      "refused",
      "failure",
      "encoder",
      "bytes",
      "buffer",
      "decoder",
      "console.debug (script)",
      "TextEncoder.prototype",
      "TextDecoder.prototype",
      "meta.resolve (script)",
      "failure.stack (get)",
      "failure.stack (set)",
      "TextEncoder.prototype.encode (script)",
      "TextDecoder.prototype.decode (script)",
      "meta.resolve.prototype",
    ]);
    expect(await run("", 'new TextEncoder().encode("é\\ud800").buffer.byteLength')).toBe(5);
  });

  test.each([
    ["what every object inherits", 'Object.defineProperty(Object.prototype, "objectMode", { get() { return this; } })'],
    ["what every list inherits", "Array.prototype.map = () => []"],
    ["how lists are gone through", "[].values().__proto__.next = () => ({ done: true })"],
    ["promises", "Promise.prototype.then = () => undefined"],
    ["regular expressions", "RegExp.prototype.exec = () => null"],
    ["how stacks are told", "Error.prepareStackTrace = (error, frames) => frames"],
    ["JSON", "JSON.stringify = () => ''"],
    ["a plain global", "globalThis.TextEncoder = class {}"],
    ["what a plain global does", "TextEncoder.prototype.encode = () => []"],
  ])("that it cannot alter %s", async (__, code) => {
    const expression = `(() => { try { ${code}; return "altered"; } catch (error) { return error.name; } })()`;
    expect(await run("", expression)).toBe("TypeError");
  });

  test("that what it makes itself takes any name", async () => {
    const setUp = `class Wrong extends Error {}
      const wrong = new Wrong("x"); wrong.name = "Wrong"; wrong.message = "said"; wrong.constructor = Array;
      const plain = {}; plain.toString = () => "own"; plain.hasOwnProperty = 1;`;
    expect(await run(setUp, "[String(wrong), wrong.constructor.name, `${plain}`, plain.hasOwnProperty]")).toEqual([
      "Wrong: said",
      "Array",
      "own",
      1,
    ]);
  });

  test.each(["node:net", "node:fs", "./other.js", "data:text/javascript,export default 1"])(
    "no other module: %s",
    async (name) => {
      const setUp = `const told = await import(${JSON.stringify(name)}).then(() => "there", (error) => error.message);
        const resolved = (() => { try { return import.meta.resolve(${JSON.stringify(name)}); } catch { return "refused"; } })();
        const made = await (async () => Function("return import(" + ${JSON.stringify(JSON.stringify(name))} + ")")())()
          .then(() => "there", () => "refused");`;
      const refusal = "An engine rests on no other module.";
      expect(await run(setUp, "[told, resolved, made]")).toEqual([refusal, "refused", "refused"]);
    },
  );
});

/** Ways to the network that were open, or that Node's own objects would open. */
const ways = [
  "console._stdout.constructor",
  "console._stderr.constructor",
  "console.log.constructor('return process')().stdout.constructor",
  "globalThis.process.stdout.constructor",
  "globalThis.process.getBuiltinModule('node:net').Socket",
  "globalThis.process.binding('tcp_wrap').TCP",
  "setTimeout(() => 0, 0).constructor",
  "(await import('node:net')).Socket",
  "globalThis.require('node:net').Socket",
];

describe("what a case says", () => {
  const heard: string[] = [];
  let server: Server;
  let port = 0;
  beforeAll(async () => {
    server = createServer((socket) => socket.on("data", (data) => heard.push(data.toString())));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    port = typeof address === "object" && address !== null ? address.port : 0;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test.each([inProcess, inThread])("leaves nowhere", async (run) => {
    const tries = ways.map((way) => `await (async () => ${way})().catch(() => null)`).join(", ");
    const setUp = `const found = [${tries}];
      const send = (text) => found.filter((each) => each !== null).map((Each) => {
        try { const socket = new Each(); socket.connect(${port}, "127.0.0.1", () => socket.end(text)); } catch { return "no socket"; }
      });`;
    expect(await run(setUp, "send(text)")).toEqual([]);
    expect(heard).toEqual([]);
  });
});
