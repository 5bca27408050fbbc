import { once } from "node:events";
import { Agent, type ClientRequest, type IncomingMessage, request } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serve, type Served } from "./served.ts";

let served: Served;
let agent: Agent;
beforeAll(async () => {
  served = await serve({ "neck/set.yaml": "schema: precept/set/1\nname: neck\ntitle: Neck\n" });
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
});
afterAll(() => agent.destroy());

/** A save whose body is still to come, once the server has read what it is about. */
async function beginSave(): Promise<ClientRequest> {
  const headers = { "content-type": "application/json", "if-none-match": "*", expect: "100-continue" };
  const save = request(`${served.url}/api/sets/neck/files/a.md`, { method: "PUT", headers, agent });
  save.flushHeaders();
  await once(save, "continue");
  return save;
}

it("answers what is under way when it is stopped, and that is the last of its connection", async () => {
  const save = await beginSave();
  const stopped = served.stop();
  save.end(JSON.stringify({ text: "Kept.\n" }));
  const answer = await new Promise<IncomingMessage>((resolve) => save.once("response", resolve));
  expect([answer.statusCode, answer.headers.connection]).toEqual([201, "close"]);
  answer.resume();
  await stopped;
});
