import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import autocannon from "autocannon";

const entry = join(import.meta.dirname, "server.ts");
const headers = { "content-type": "application/json" };

export interface Served {
  readonly url: string;
  /** Resident, in bytes. */
  readonly memory: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Starts one of the servers of `server.ts` in a process of its own. `address`: of a PostgreSQL database. */
export async function start(what: string, set: string, address = ""): Promise<Served> {
  const child = fork(entry, [what, set, address], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const url = String(await told(child));
  return {
    url,
    memory: async () => {
      child.send("memory");
      return Number(await told(child));
    },
    stop: async () => {
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      await exited;
    },
  };
}

async function told(child: ChildProcess): Promise<unknown> {
  const ended = once(child, "exit").then(() => {
    throw new Error("the server that is measured ended");
  });
  const [message]: unknown[] = await Promise.race([once(child, "message"), ended]);
  return message;
}

export async function ask(url: string, method: string, body: string): Promise<string> {
  const answer = await fetch(url, { method, headers, body });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.text();
}

export interface Load {
  /** Requests a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p99: number;
  readonly failed: number;
}

/** Asks over 50 connections for some seconds, each request with the next body. */
export async function load(url: string, seconds: number, next: () => string): Promise<Load> {
  const { requests, latency, non2xx, errors, timeouts } = await autocannon({
    url,
    connections: 50,
    duration: seconds,
    method: "POST",
    headers,
    setupClient: (client) => {
      client.setBody(next());
      client.on("response", () => client.setBody(next()));
    },
  });
  return { rate: requests.average, p99: latency.p99, failed: non2xx + errors + timeouts };
}
