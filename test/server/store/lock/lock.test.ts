import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFolder } from "../../../../server/store/lock/index.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "precept-lock-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("the lock of a folder", () => {
  it("is given to one at a time, and says who has it and where", async () => {
    const ours = await take();
    await ours.announce("http://127.0.0.1:4180");
    expect(await lockFolder(folder)).toEqual({
      kind: "held",
      by: {
        pid: process.pid,
        started: expect.any(String),
        host: hostname(),
        token: expect.any(String),
        url: "http://127.0.0.1:4180",
      },
    });
    await ours.release();
    await (await take()).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it("leaves nothing where there is no room for it", async () => {
    const door = new URL("../../../../server/store/lock/index.ts", import.meta.url).href;
    const asking = `(await import("${door}")).lockFolder(process.argv[1]).catch((error) => console.log(error.code))`;
    const child = spawn("bash", ["-c", 'ulimit -f 0; exec "$@"', "bash", process.execPath, "-e", asking, folder]);
    expect((await child.stdout.toArray()).join("")).toBe("EFBIG\n");
    expect(await readdir(folder)).toEqual([]);
  });

  it("is given to one of many that ask at once, also where an old one lies", async () => {
    await writeLock({ pid: await endedProcess() });
    const asked = await Promise.all(Array.from({ length: 20 }, () => lockFolder(folder)));
    const ours = asked.flatMap((locked) => (locked.kind === "ours" ? [locked.lock] : []));
    expect(ours).toHaveLength(1);
    await ours[0]?.release();
  });

  it.each([
    ["of a process that was killed", async () => writeLock({ pid: await endedProcess() })],
    ["of an earlier process of the same number", () => writeLock({ started: "1" })],
    ["that is no lock", () => writeFile(join(folder, "lock"), "{}")],
    ["that is cut short", () => writeFile(join(folder, "lock"), "")],
    [
      "of another machine that has long been silent",
      async () => {
        await writeLock({ host: "elsewhere" });
        const longAgo = new Date(Date.now() - 61_000);
        await utimes(join(folder, "lock"), longAgo, longAgo);
      },
    ],
  ])("is taken over %s", async (_, leave) => {
    await leave();
    const ours = await take();
    expect(JSON.parse(await readFile(join(folder, "lock"), "utf8"))).toMatchObject({ pid: process.pid });
    await ours.release();
  });

  it("of another machine is left alone while it is kept fresh", async () => {
    await writeLock({ host: "elsewhere" });
    expect(await lockFolder(folder)).toMatchObject({ kind: "held", by: { host: "elsewhere" } });
  });
});

async function take() {
  const locked = await lockFolder(folder);
  if (locked.kind === "held") throw new Error(`held by ${JSON.stringify(locked.by)}`);
  return locked.lock;
}

const writeLock = (holder: object) =>
  writeFile(
    join(folder, "lock"),
    JSON.stringify({ pid: process.pid, started: "0", host: hostname(), token: "", url: null, ...holder }),
  );

async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "exit");
  return child.pid ?? 0;
}
