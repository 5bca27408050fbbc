import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyEmptyStore } from "../support/index.ts";
import { guideline, knees } from "./knees.ts";
import { type Workplace, workplace } from "./precept.ts";

const main = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

let place: Workplace;
beforeAll(async () => {
  place = await workplace({ ...knees, "wrong/wrong.guideline": guideline.replace("if locked knee", "if lokced knee") });
});
afterAll(() => place.leave());

/** A real process; few, because starting one takes a second. */
function process(parameters: readonly string[], env: Record<string, string> = {}) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(
      globalThis.process.execPath,
      [main, ...parameters],
      { cwd: place.folder, env },
      (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code), out, err });
      },
    );
    child.stdin?.end();
  });
}

describe("a process", () => {
  test.each([
    ["test knees", 0],
    ["check wrong", 1],
    ["chekc", 2],
  ])("of `%s` exits with %d", async (line, code) => {
    expect((await process(line.split(" "))).code).toBe(code);
  });

  test("writes colours where they are asked for", async () => {
    expect((await process(["test", "knees"], { FORCE_COLOR: "1" })).out).toContain("\u{1b}[");
  });

  test("writes none where they are not wanted, whatever else is asked for", async () => {
    expect((await process(["test", "knees"], { FORCE_COLOR: "1", NO_COLOR: "1" })).out).not.toContain("\u{1b}[");
  });

  test("that serves ends in good order on SIGTERM", async () => {
    await copyEmptyStore(join(place.folder, ".precept", "store", "database"));
    const child = spawn(globalThis.process.execPath, [main, "serve", "--port", "0", "--guidelines", place.folder]);
    child.stdout.setEncoding("utf8");
    const [announced] = (await once(child.stdout, "data")) as [string]; // as: the stream's encoding is set
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(announced)?.[0] ?? "";
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  test("that finds no room for its store says so", async () => {
    const data = join(place.folder, "full");
    const serve = [
      globalThis.process.execPath,
      main,
      "serve",
      "--port",
      "0",
      "--guidelines",
      place.folder,
      "--data",
      data,
    ];
    const child = spawn("bash", ["-c", 'ulimit -f 0; exec "$@"', "bash", ...serve]);
    const exited = once(child, "exit");
    const errors = (await child.stderr.toArray()).join("");
    const sentence = "precept: What was asked for was not done. This account may not write that much there.\n";
    expect([await exited, errors]).toEqual([[2, null], sentence]);
  });

  test("whose output finds no room says so in one line", async () => {
    const full = await open("/dev/full", "w");
    const child = spawn(globalThis.process.execPath, [main, "explain"], { stdio: ["ignore", full.fd, "pipe"] });
    const exited = once(child, "exit");
    const errors = (await child.stderr?.toArray())?.join("");
    await full.close();
    expect([await exited, errors]).toEqual([[2, null], "precept: the output could not be written (ENOSPC).\n"]);
  });

  test("whose reader goes away early ends quietly", async () => {
    const child = spawn(globalThis.process.execPath, [main, "explain"], { cwd: place.folder });
    child.stdout.destroy();
    const exited = once(child, "exit");
    const errors = (await child.stderr.toArray()).join("");
    expect([await exited, errors]).toEqual([[0, null], ""]);
  });
});
