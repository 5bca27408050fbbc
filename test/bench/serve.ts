import { startPostgres } from "../support/index.ts";
import { type Figure, median } from "./harness/index.ts";
import { ask, type Coming, load, type Load, requests, type Served, start } from "./serving/index.ts";

/*
 * The determination endpoint of a whole server (guards, permissions, threads, references written to the store before the
 * answer) against a bare hono endpoint that reads the same body and answers the same JSON, in turn, each in a process of its
 * own, 50 connections, over PGlite and over PostgreSQL. `repeated`: the cases of a shipped set again and again. `rotating`:
 * 200 others in turn. `distinct`: no case is ever sent twice, so every one is read, determined and told anew: no record that
 * is kept in memory helps. Cases that are not of the set are those with another name and a tenth of their facts left out.
 * PRECEPT_SERVE_SECONDS: how long each turn takes; of long ones there is one, of short ones three.
 * PRECEPT_SERVE_ONLY: part of the name of what is measured, as `pglite-distinct`.
 */

const set = "cms-ncd";
const seconds = Number(process.env["PRECEPT_SERVE_SECONDS"] ?? 3);
const only = process.env["PRECEPT_SERVE_ONLY"] ?? "";
const turns = seconds < 30 ? 3 : 1;
const warmUp = 5;
const bar = 0.5;
const comings: readonly Coming[] = ["repeated", "rotating", "distinct"];

export async function bench(): Promise<readonly Figure[]> {
  const postgres = await startPostgres();
  try {
    const inFolder = await overStore("serve-pglite", "");
    return [...inFolder, ...(await overStore("serve-postgres", await postgres.create()))];
  } finally {
    await postgres.stop();
  }
}

async function overStore(name: string, address: string): Promise<readonly Figure[]> {
  const wanted = comings.filter((coming) => `${name}-${coming}`.includes(only));
  if (wanted.length === 0) return [];
  const bare = await start("bare", set);
  const ours = await start("precept", set, address);
  try {
    await ask(bare.url, "PUT", await ask(ours.url, "POST", requests(set, "repeated")()));
    const all: Figure[] = [];
    for (const coming of wanted) all.push(...(await figures(`${name}-${coming}`, ours, bare, coming)));
    return all;
  } finally {
    await Promise.all([bare, ours].map((server) => server.stop()));
  }
}

async function figures(name: string, ours: Served, bare: Served, coming: Coming): Promise<readonly Figure[]> {
  const next = requests(set, coming);
  await load(ours.url, warmUp, next);
  await load(bare.url, 1, next);
  const pairs: (readonly [Load, Load])[] = [];
  for (let turn = 0; turn < turns; turn += 1)
    pairs.push([await load(ours.url, seconds, next), await load(bare.url, seconds, next)]);
  const ratio = median(pairs.map(([own, other]) => own.rate / other.rate));
  const most = (pick: (pair: readonly [Load, Load]) => number) => Math.max(...pairs.map(pick));
  return [
    {
      name,
      value: median(pairs.map(([own]) => own.rate)),
      unit: "requests a second",
      ratio,
      against: `a bare endpoint (bar ${bar})`,
    },
    { name: `${name}-p99`, value: most(([own]) => own.p99), unit: "ms" },
    { name: `${name}-p99-bare`, value: most(([, other]) => other.p99), unit: "ms" },
    { name: `${name}-failed`, value: most(([own]) => own.failed), unit: "requests" },
    { name: `${name}-memory`, value: (await ours.memory()) / 1e6, unit: "MB" },
  ];
}
