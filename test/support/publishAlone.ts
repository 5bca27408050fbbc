import { z } from "zod";
import { planSchema } from "../../server/protocol/index.ts";
import { keysToAcknowledge } from "../../server/reviews/plan/index.ts";
import type { TestServer } from "./server.ts";

const changeSchema = z.object({ id: z.number(), rounds: z.array(z.object({ round: z.number(), digest: z.string() })) });
/** Sends the draft of a set to review; the number of the change. */
export async function sendByApi(server: Pick<TestServer, "url">, set: string, title: string): Promise<number> {
  return (await send(server, set, title)).id;
}

/** What one person does alone at a machine, from the draft to its release; it is in force from a day after the last one. */
export async function publishAlone(
  server: Pick<TestServer, "url">,
  set: string,
  effectiveFrom = "2026-01-01",
): Promise<void> {
  const { id, rounds } = await send(server, set, "A release");
  const round = { round: rounds[0]?.round, digest: rounds[0]?.digest };
  const keys = keysToAcknowledge(planSchema.parse(await planOf(server, id)));
  if (keys.length > 0) await post(server, `/api/changes/${id}/acknowledgments`, { ...round, keys });
  await post(server, `/api/changes/${id}/release`, { ...round, effectiveFrom });
}

async function send(server: Pick<TestServer, "url">, set: string, title: string) {
  const { revision } = z.object({ revision: z.number() }).parse(await read(server, `/api/sets/${set}`));
  return changeSchema.parse(await post(server, `/api/sets/${set}/changes`, { title, revision }));
}

/** Asks until the plan is made. */
async function planOf(server: Pick<TestServer, "url">, id: number): Promise<unknown> {
  const answer = await fetch(`${server.url}/api/changes/${id}/plan`);
  if (answer.status !== 202) return answer.json();
  await answer.body?.cancel();
  return planOf(server, id);
}

const read = async ({ url }: Pick<TestServer, "url">, path: string): Promise<unknown> =>
  (await fetch(url + path)).json();

async function post({ url }: Pick<TestServer, "url">, path: string, body: unknown): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
