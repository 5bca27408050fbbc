import fs from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { Client } from "pg";

/*
 * Loaded before a server (`--import`), so that it is killed not at about a moment but at one: `END_ITSELF` is the text of a
 * statement, which time it is sent, how many statements later, and whether that one is sent (`after`), not sent (`before`), or
 * sent and killed at the next write to a file (`writing`).
 */
const [text = "", times = "1", later = "0", moment = "before"] = (process.env["END_ITSELF"] ?? "").split("|");
let seen = 0;
let left = Number(later);

function end(): void {
  process.kill(process.pid, "SIGKILL");
}

/** Whether the statement is the one. */
function isReached(statement: unknown): boolean {
  if (String(statement).includes(text)) seen += 1;
  if (seen < Number(times)) return false;
  left -= 1;
  return left < 0;
}

/** The text of what a database is asked, however it is asked. */
function textOf(asked: unknown): unknown {
  return typeof asked === "object" && asked !== null && "text" in asked ? asked.text : asked;
}

function endWhileWriting(): void {
  const write = fs.writeSync;
  Object.assign(fs, {
    writeSync: (...given: Parameters<typeof fs.writeSync>) => {
      end();
      return write(...given);
    },
  });
}

/** In the place of a method that sends statements. */
function ending(send: (...given: unknown[]) => unknown) {
  return function (this: unknown, ...given: unknown[]): unknown {
    const isHere = isReached(textOf(given[0]));
    if (isHere && moment === "before") end();
    if (isHere && moment === "writing") endWhileWriting();
    const answer = Reflect.apply(send, this, given);
    if (isHere) void Promise.resolve(answer).then(end, end);
    return answer;
  };
}

for (const client of [PGlite.prototype, Client.prototype]) {
  const send: unknown = Reflect.get(client, "query");
  if (!isMethod(send)) throw new Error("statements are sent in another way");
  Reflect.set(client, "query", ending(send));
}

function isMethod(found: unknown): found is (...given: unknown[]) => unknown {
  return typeof found === "function";
}
