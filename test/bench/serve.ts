import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { caseData, decodeCase } from "../../engine/values/case/index.ts";
import { type Figure, median } from "./harness/index.ts";
import { ask, load, type Load, type Served, start } from "./serving/index.ts";

/*
 * The determination endpoint of a whole server (guards, permissions, threads, references written to the store before the
 * answer) against a bare hono endpoint that reads the same body and answers the same JSON, in turn, each in a process of its
 * own, 50 connections. `repeated`: the cases of a shipped set again and again. `distinct`: no case is ever sent twice, so every
 * one is read, determined and told anew: nothing that is kept in memory helps.
 * PRECEPT_SERVE_SECONDS: how long each turn takes.
 */

const set = "cms-ncd";
const seconds = Number(process.env["PRECEPT_SERVE_SECONDS"] ?? 3);
const turns = 3;
const bar = 0.5;

export async function bench(): Promise<readonly Figure[]> {
  const bodies = requests();
  const first = bodies("repeated")();
  const bare = await start("bare", set);
  const ours = await start("precept", set);
  try {
    await ask(bare.url, "PUT", await ask(ours.url, "POST", first));
    return [
      ...(await figures("serve-repeated", ours, bare, bodies("repeated"))),
      ...(await figures("serve-distinct", ours, bare, bodies("distinct"))),
    ];
  } finally {
    await Promise.all([bare, ours].map((server) => server.stop()));
  }
}

/** Bodies made of the cases of the set; distinct ones differ in their titles. */
function requests(): (kind: "repeated" | "distinct") => () => string {
  const folder = join(import.meta.dirname, "../../guidelines", set, "cases");
  const cases = readdirSync(folder).flatMap((name) => {
    const { value } = decodeCase({ name, text: readFileSync(join(folder, name), "utf8") });
    return value === null ? [] : [caseData(value)];
  });
  let sent = 0;
  return (kind) => () => {
    sent += 1;
    const of = cases[sent % cases.length];
    return JSON.stringify({ set, case: kind === "repeated" ? of : { ...of, case: `Case ${sent}` } });
  };
}

async function figures(name: string, ours: Served, bare: Served, next: () => string): Promise<readonly Figure[]> {
  await load(ours.url, 1, next);
  const pairs: (readonly [Load, Load])[] = [];
  for (let turn = 0; turn < turns; turn += 1)
    pairs.push([await load(ours.url, seconds, next), await load(bare.url, seconds, next)]);
  const ratio = median(pairs.map(([own, other]) => own.rate / other.rate));
  const most = (pick: (own: Load) => number) => Math.max(...pairs.map(([own]) => pick(own)));
  return [
    {
      name,
      value: median(pairs.map(([own]) => own.rate)),
      unit: "requests a second",
      ratio,
      against: `a bare endpoint (bar ${bar})`,
    },
    { name: `${name}-p99`, value: most(({ p99 }) => p99), unit: "ms" },
    { name: `${name}-failed`, value: most(({ failed }) => failed), unit: "requests" },
    { name: `${name}-memory`, value: (await ours.memory()) / 1e6, unit: "MB" },
  ];
}
