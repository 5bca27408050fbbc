import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { scheduler } from "node:timers/promises";
import { z } from "zod";
import { kneeGuideline } from "../../reviews/knees.ts";

const main = join(import.meta.dirname, "../../../../cli/main.ts");
const set = "knees";

/** The first files of the set, for the folder of guideline sets. */
export const files = {
  [`${set}/set.yaml`]: `schema: precept/set/1\nname: ${set}\ntitle: Knees\n`,
  [`${set}/knees.guideline`]: kneeGuideline,
};

/** What the server has said is done. */
interface Acknowledged {
  saves: number;
  comments: number;
  releases: string[];
  /** The last text whose save was answered, and the one under way when the server was killed. */
  text: string;
  underway: string | null;
  isPublishing: boolean;
}

export interface KillsReport {
  readonly kills: number;
  readonly saves: number;
  readonly comments: number;
  readonly releases: number;
}

/**
 * Kills a real server at random (SIGKILL) while it is asked to save, to comment and to publish, and starts it again, so often
 * as `kills` says. Throws when something that was answered is missing, or something half done is found.
 */
export async function checkKills(
  kills: number,
  place: { folder: string; environment: Record<string, string> },
): Promise<KillsReport> {
  const said: Acknowledged = {
    saves: 0,
    comments: 0,
    releases: [],
    text: kneeGuideline,
    underway: null,
    isPublishing: false,
  };
  for (let kill = 0; kill < kills; kill++) {
    const { child, url } = await start(place);
    await checkWhole(url, said);
    const stopped = someMoment(said, kill).then(() => child.kill("SIGKILL"));
    const exited = once(child, "exit");
    await workUntilGone(url, said);
    await stopped;
    await exited;
  }
  const { child, url } = await start(place);
  await checkWhole(url, said);
  child.kill("SIGTERM");
  await once(child, "exit");
  return { kills, saves: said.saves, comments: said.comments, releases: said.releases.length };
}

/** The moment is what is random here, nothing is waited for. Any time, or every other time in the midst of publishing. */
async function someMoment(said: Acknowledged, kill: number): Promise<void> {
  said.isPublishing = false;
  if (kill % 2 === 0) return scheduler.wait(Math.random() * 1500);
  while (!said.isPublishing) await scheduler.wait(5);
  return scheduler.wait(Math.random() * 2500);
}

async function start({ folder, environment }: { folder: string; environment: Record<string, string> }) {
  const parameters = [main, "serve", "--port", "0", "--guidelines", folder];
  const child: ChildProcess = spawn(process.execPath, parameters, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let written = "";
  const read = (text: Buffer) => {
    written += String(text);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(written)?.[0];
    if (url !== undefined) resolve(url);
  };
  child.stdout?.on("data", read);
  child.stderr?.on("data", (text: Buffer) => {
    written += String(text);
  });
  child.once("exit", (code) => reject(new Error(`the server did not start (${code}): ${written}`)));
  return { child, url: await promise };
}

/** Saves, reviews and publishes until nobody answers any more. */
async function workUntilGone(url: string, said: Acknowledged): Promise<void> {
  try {
    for (;;) {
      await save(url, said);
      await save(url, said);
      await review(url, said);
    }
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
  }
}

class Gone extends Error {}

async function ask<T>(url: string, schema: z.ZodType<T>, method: string, path: string, sent: Sent = {}): Promise<T> {
  const { status, body } = await answerOf(url, method, path, sent);
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`);
  return schema.parse(body);
}

interface Sent {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

async function answerOf(url: string, method: string, path: string, { body, headers = {} }: Sent) {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  try {
    const request = { method, headers: { "content-type": "application/json", ...headers }, ...sent };
    const response = await fetch(`${url}${path}`, request);
    const answer: unknown = JSON.parse(await response.text());
    return { status: response.status, body: answer };
  } catch {
    throw new Gone();
  }
}

const fileSchema = z.object({ text: z.string(), etag: z.string() });
const changesSchema = z.object({ changes: z.array(z.object({ id: z.number(), status: z.string() })) });
const changeSchema = z.object({ id: z.number(), rounds: z.array(z.object({ round: z.number(), digest: z.string() })) });
const readFile = (url: string) => ask(url, fileSchema, "GET", `/api/sets/${set}/files/knees.guideline`);

async function save(url: string, said: Acknowledged): Promise<void> {
  const { etag } = await readFile(url);
  const text = `# save ${said.saves + 1} ${Math.random()}\n${kneeGuideline}`;
  said.underway = text;
  const headers = { "if-match": etag };
  await ask(url, z.unknown(), "PUT", `/api/sets/${set}/files/knees.guideline`, { body: { text, note: "" }, headers });
  Object.assign(said, { text, underway: null, saves: said.saves + 1 });
}

async function review(url: string, said: Acknowledged): Promise<void> {
  const { id, rounds } = await openChange(url);
  const { round, digest } = rounds.at(-1) ?? { round: 1, digest: "" };
  await ask(url, z.unknown(), "POST", `/api/changes/${id}/comments`, { body: { text: "Looks right.", round } });
  said.comments += 1;
  for (;;) {
    const plan = await answerOf(url, "GET", `/api/changes/${id}/plan`, {});
    if (plan.status !== 202) break;
  }
  const release = { round, digest, effectiveFrom: `${2026 + said.releases.length}-04-01` };
  said.isPublishing = true;
  const { version } = await ask(url, z.object({ version: z.string() }), "POST", `/api/changes/${id}/release`, {
    body: release,
  });
  said.releases.push(version);
}

async function openChange(url: string) {
  const { changes } = await ask(url, changesSchema, "GET", `/api/changes?set=${set}`);
  const open = changes.find(({ status }) => status === "in review" || status === "approved");
  if (open !== undefined) return ask(url, changeSchema, "GET", `/api/changes/${open.id}`);
  const { revision } = await ask(url, z.object({ revision: z.number() }), "GET", `/api/sets/${set}/pull`);
  return ask(url, changeSchema, "POST", `/api/sets/${set}/changes`, { body: { title: "Next", revision } });
}

const releasesSchema = z.object({ releases: z.array(z.object({ version: z.string() })) });
const headSchema = z.object({ size: z.number() });

/** Everything that was answered is there, nothing is half done, the chain is whole. */
async function checkWhole(url: string, said: Acknowledged): Promise<void> {
  const { text } = await readFile(url);
  expectThat(text === said.text || text === said.underway, "the text is the one that was last saved");
  Object.assign(said, { text, underway: null });
  const audit = await ask(url, z.object({ kind: z.string() }), "GET", "/api/audit/verification");
  expectThat(audit.kind === "whole", "the audit log is whole");
  const { releases } = await ask(url, releasesSchema, "GET", `/api/sets/${set}/releases`);
  const versions = releases.map(({ version }) => version);
  expectThat(
    said.releases.every((version) => versions.includes(version)),
    "every release that was answered is there",
  );
  said.releases = versions;
  for (const version of versions.slice(0, 3)) await checkRelease(url, version);
  await checkComments(url, said);
  const published = await ask(url, changesSchema, "GET", `/api/changes?set=${set}&status=published`);
  expectThat(published.changes.length === versions.length, "every published change has its release");
}

/** One comment of each review; the one under way when the server was killed may have come in. */
async function checkComments(url: string, said: Acknowledged): Promise<void> {
  const { changes } = await ask(url, changesSchema, "GET", `/api/changes?set=${set}`);
  let found = 0;
  for (const { id } of changes) {
    const commentsSchema = z.object({ comments: z.array(z.unknown()) });
    found += (await ask(url, commentsSchema, "GET", `/api/changes/${id}/comments`)).comments.length;
  }
  expectThat(found >= said.comments, "every comment that was answered is there");
  said.comments = found;
}

async function checkRelease(url: string, version: string): Promise<void> {
  const path = `/api/sets/${set}/releases/${version}`;
  const payload = await fetch(`${url}${path}/payload`);
  expectThat(payload.ok && (await payload.arrayBuffer()).byteLength > 0, `the payload of ${version} is there`);
  const attestation = await ask(url, z.object({ log: z.object({ index: z.number() }) }), "GET", `${path}/attestation`);
  const head = await answerOf(url, "GET", "/api/log/head", {});
  const size = headSchema.safeParse(head.body).data?.size ?? Number.MAX_SAFE_INTEGER;
  expectThat(attestation.log.index < size, `${version} stands in the log`);
}

function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`);
}
