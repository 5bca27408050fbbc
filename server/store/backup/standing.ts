import { type PinnedHead, treeRoot } from "../../../engine/attestation/index.ts";
import type { Transaction } from "kysely";
import type { Tables } from "../database/index.ts";

/** What a backup may bring back of a store that went on since: what was ended in it, and its log. */
export interface Standing {
  /** The hashes of the log's entries, in order. */
  readonly log: readonly string[];
  readonly keys: ReadonlyMap<string, "in use" | "revoked">;
  /** The digests of cases that are kept. */
  readonly cases: ReadonlySet<string>;
  readonly people: ReadonlyMap<string, { readonly name: string; readonly active: boolean }>;
}

export async function standingOf(transaction: Transaction<Tables>): Promise<Standing> {
  const log = await transaction.selectFrom("log_entry").select("hash").orderBy("index").execute();
  const keys = await transaction.selectFrom("signing_key").select(["kid", "revoked_at"]).execute();
  const cases = await transaction.selectFrom("stored_case").select("digest").execute();
  const people = await transaction.selectFrom("person").select(["id", "name", "active"]).execute();
  return {
    log: log.map(({ hash }) => hash),
    keys: new Map(keys.map(({ kid, revoked_at }) => [kid, revoked_at === null ? "in use" : "revoked"] as const)),
    cases: new Set(cases.map(({ digest }) => digest)),
    people: new Map(people.map(({ id, name, active }) => [id, { name, active }])),
  };
}

/** Why the log of a backup would fork the one that was signed, as a sentence; `null`: it is as long, or goes on from it. */
export function forkProblem(before: Standing, after: Standing, pinned: PinnedHead | null): string | null {
  if (before.log.some((hash, at) => after.log[at] !== hash))
    return `The log of releases here has ${entries(before)}, which are not all in the backup's (${entries(after)}).`;
  if (pinned === null) return null;
  const { size, root, at } = pinned.head;
  const isInIt = after.log.length >= size && treeRoot(after.log, size) === root;
  return isInIt
    ? null
    : `The head that was kept is of a log of ${size} entries, signed ${at}; the backup's has other ones.`;
}

const entries = ({ log }: Standing): string => (log.length === 1 ? "1 entry" : `${log.length} entries`);

/** Names of so many are told. */
const mostTold = 20;

/** What was ended in the store and stands again, a sentence each. */
export function broughtBack(before: Standing, after: Standing): readonly string[] {
  const keys = [...after.keys].flatMap(([kid, state]) =>
    state === "in use" && before.keys.get(kid) === "revoked" ? [kid] : [],
  );
  const people = [...after.people].flatMap(([id, { name, active }]) =>
    active && before.people.get(id)?.active === false ? [name] : [],
  );
  const cases = [...after.cases].filter((digest) => !before.cases.has(digest));
  return [
    ...told(keys, "These signing keys were revoked here and sign again; revoke them again"),
    ...told(people, "These people were put out here and may sign in again; put them out again"),
    ...(before.log.length === 0 && before.cases.size === 0
      ? []
      : told(cases, "These cases are kept again that were deleted or had expired here; delete them again")),
  ];
}

function told(names: readonly string[], sentence: string): readonly string[] {
  const more = names.length - mostTold;
  const listed = [...names.slice(0, mostTold), ...(more > 0 ? [`${more} more`] : [])].join(", ");
  return names.length === 0 ? [] : [`${sentence}: ${listed}.`];
}
