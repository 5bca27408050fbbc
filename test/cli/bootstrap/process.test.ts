import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const module = join(import.meta.dirname, "../../../cli/bootstrap/process.mjs");

/** A process that hands over to a Node running `code`, as `npm start` hands over to the server. */
function handOver(code: string) {
  const parameters = JSON.stringify([process.execPath, ["-e", code]]);
  const script = `import { hand } from ${JSON.stringify(module)}; process.exitCode = await hand(...${parameters});`;
  return spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
}

describe("handing over", () => {
  it("passes the exit code on", async () => {
    const [code] = await once(handOver("process.exit(7)"), "exit");
    expect(code).toBe(7);
  });

  it.each([
    ["SIGTERM", "process.on('SIGTERM', () => process.exit(5))", 5],
    ["SIGINT", "process.on('SIGINT', () => process.exit(6))", 6],
    ["SIGTERM", "", 143],
  ] as const)("passes %s on, and how the program took it: %s", async (signal, handler, expected) => {
    const child = handOver(`${handler}; setInterval(() => {}, 1000); console.log('ready')`);
    await once(child.stdout, "data");
    child.kill(signal);
    const [code] = await once(child, "exit");
    expect(code).toBe(expected);
  });

  it("ends the program when the shell that started us is gone", async () => {
    const parameters = JSON.stringify([process.execPath, ["-e", "setInterval(() => {}, 1000); console.log('ready')"]]);
    const script = `import { hand } from ${JSON.stringify(module)}; await hand(...${parameters});`;
    const shell = spawn("sh", ["-c", '"$0" --input-type=module -e "$1"; true', process.execPath, script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(shell.stdout, "data");
    shell.kill("SIGKILL");
    // The pipe is closed when the last of them has ended.
    await once(shell.stdout, "close");
    expect(shell.signalCode).toBe("SIGKILL");
  });
});
