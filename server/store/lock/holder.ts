import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { z } from "zod";

/** The process that works on a folder, as its lock file says. */
const holderSchema = z.object({
  pid: z.number().int().positive(),
  /** Start of the process, as the system counts it; "" where it does not tell. A later process may get the same `pid`. */
  started: z.string(),
  host: z.string(),
  /** Drawn for each lock. */
  token: z.string(),
  /** The address of its server, once it listens. */
  url: z.string().nullable(),
});
export type Holder = Readonly<z.infer<typeof holderSchema>>;

export async function thisProcess(): Promise<Holder> {
  return { pid: process.pid, started: await startOf(process.pid), host: hostname(), token: randomUUID(), url: null };
}

/** `null`: no lock file, or one that was never finished. */
export async function readHolder(file: string): Promise<Holder | null> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return null;
  }
}

/** Whether a process of this machine still runs. */
export async function runs(holder: Holder): Promise<boolean> {
  return exists(holder.pid) && (await startOf(holder.pid)) === holder.started;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may be asked for, but not by us.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Linux: the 22nd field of `/proc/PID/stat`, ticks since the machine started; the second, in parentheses, may hold spaces. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}
