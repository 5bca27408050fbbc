import { buildRelease, candidateOf } from "../../../engine/release/index.ts";
import type { Role } from "../../../server/access/index.ts";
import type { Plan } from "../../../server/protocol/index.ts";
import { keySecret } from "../../../server/publishing/index.ts";
import { baseOf } from "../../../server/reviews/base.ts";
import type { Plans, PublishingSources } from "../../../server/reviews/index.ts";
import { makePlan } from "../../../server/reviews/plan/makePlan.ts";
import { textsOfRound } from "../../../server/reviews/rounds.ts";
import { createSet, draftRevision, readDraft, saveFile } from "../../../server/store/drafts/index.ts";
import type { Database } from "../../../server/store/index.ts";

/** Pain in the knee, answered by one fact: small enough that its plan is made in no time. */
export const kneeGuideline = `guideline "Knees"
  source "Guidelines of knees", page 1

fact knee pain: yes or no

service imaging
  MRI of the knee    CPT 73721

imaging if knee pain
  cite page 1

example "Pain"
  knee pain: yes
  expect imaging: criteria met
  cite "page 1"

example "None"
  knee pain: no
  expect imaging: criteria not met
  cite "page 1"

example "Nothing is said of pain"
  expect imaging: information needed
  cite "page 1"
`;

/** The same with a wider criterion, and the examples that show it. */
export const widerKnees = `${kneeGuideline
  .replace("fact knee pain: yes or no", "fact knee pain: yes or no\n\nfact locking: yes or no")
  .replace("imaging if knee pain", "imaging if knee pain OR locking")
  .replace("  knee pain: no\n", "  knee pain: no\n  locking: no\n")
  .replace('of pain"\n', 'of pain"\n  locking: no\n')}
example "Locking"
  knee pain: no
  locking: yes
  expect imaging: criteria met
  cite "page 1"

example "Nothing is said of locking"
  knee pain: no
  expect imaging: information needed
  cite "page 1"
`;

const manifest = (name: string): string => `schema: precept/set/1\nname: ${name}\ntitle: Knees\n`;

export const noon = new Date("2026-03-01T12:00:00Z");

let count = 0;

/** A set with the guideline of knees, written by somebody; its name. */
export async function newKnees(database: Database, actor: string): Promise<string> {
  count += 1;
  const set = `knees-${count}`;
  const files = [
    { path: "set.yaml", text: manifest(set) },
    { path: "knees.guideline", text: kneeGuideline },
  ];
  const made = await createSet(database, { actor, at: noon }, set, files);
  if (!made.ok) throw new Error(made.refusal.detail);
  return set;
}

export async function revisionOf(database: Database, set: string): Promise<number> {
  const revision = await draftRevision(database, set);
  if (!revision.ok) throw new Error(revision.refusal.detail);
  return revision.value;
}

/** Somebody writes another text of the guideline. */
export async function write(
  database: Database,
  actor: string,
  set: string,
  text: string,
  path = "knees.guideline",
): Promise<void> {
  const draft = await readDraft(database, set);
  const file = draft.ok ? draft.value.files.find((each) => each.path === path) : undefined;
  const precondition = { kind: "matches", etags: [file?.etag ?? ""] } as const;
  const saved = await saveFile(database, { actor, at: noon }, set, { path, text }, precondition);
  if (!saved.ok) throw new Error(saved.refusal.detail);
}

/** Who is asked to do something, with every role. */
export const person = (id: string, roles: readonly Role[] = ["author", "reviewer", "publisher"]) => ({
  id,
  name: id.toUpperCase(),
  roles,
});

/** Lists the people of the tests, but for `local` and `ghost`. */
export async function listPeople(database: Database): Promise<void> {
  const ids = ["ann", "bob", "cid", "dan", "eve", "mallory", "pat", "rita"];
  const roles = JSON.stringify(["author", "reviewer", "publisher"]);
  const row = (id: string) => ({ id, name: id.toUpperCase(), email: `${id}@example.org`, roles, created_at: noon });
  await database.insertInto("person").values(ids.map(row)).execute();
}

/** Somebody is put out, or let in again. */
export async function setActive(database: Database, id: string, active: boolean): Promise<void> {
  await database.updateTable("person").set({ active }).where("id", "=", id).execute();
}

/** Plans that are made on the spot, without a thread, each once. */
export function plansOnTheSpot(database: Database): Plans {
  const made = new Map<string, Plan>();
  const planFor: Plans["planFor"] = async ({ digest, base, load }) => {
    const key = `${digest} ${base?.digest} ${base?.version}`;
    const plan = made.get(key) ?? makePlan({ digest, engine: "of this test", ...(await load()) }, () => undefined);
    made.set(key, plan);
    return { kind: "made", plan };
  };
  const planOf: Plans["planOf"] = async (round) => {
    const base = round.base === null ? null : await baseOf(database, round.name, round.base);
    const load = async () => ({ files: await textsOfRound(database, round), base });
    return planFor({ digest: round.digest, base, load, isUrgent: true });
  };
  return { planFor, planOf, giveUp: async () => undefined, close: async () => undefined };
}

export function sourcesOf(database: Database, mode: "local" | "team"): PublishingSources {
  const plans = plansOnTheSpot(database);
  const build: PublishingSources["build"] = ({ files, earlier, engine: of }) =>
    buildRelease(candidateOf(files), earlier, of);
  return { plans, mode, build, secret: keySecret("for tests"), engine: async () => engine, clock: () => noon };
}

/** A release carries whatever module it is given: a small one is packed sooner. */
const engine = { version: "0.0.0", bytes: new TextEncoder().encode("export {};\n") };
