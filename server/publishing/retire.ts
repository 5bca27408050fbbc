import type { Leaf } from "../../engine/attestation/index.ts";
import { grow } from "./attest.ts";
import { type Addition, type Nothing, nothing, type Shelf, type Turn } from "./shelves/index.ts";
import { signerFor } from "./signer.ts";

/** A release that is to decide no later day of service than `to`. */
export interface Retirement {
  readonly set: string;
  readonly version: string;
  readonly to: string;
  readonly reason: string;
  /** The printed name of who retires it. */
  readonly name: string;
  readonly now: Date;
}

export type Retired = { readonly kind: "retired" } | { readonly kind: "refused"; readonly detail: string };

/** Tells the log that a release is retired. The release itself never changes. */
export async function retireRelease(shelf: Shelf, wish: Retirement): Promise<Retired> {
  const appended = await shelf.append<Retired>((turn) => retire(turn, wish));
  return appended.ok ? appended.value : { kind: "refused", detail: appended.problem };
}

async function retire(turn: Turn, wish: Retirement): Promise<Addition<Retired> | Nothing<Retired>> {
  const { set, version, to, reason, name, now } = wish;
  const { releases } = await turn.list(set);
  const release = releases.find(({ manifest }) => manifest.version === version);
  if (release === undefined) return refuse(`There is no release ${version} of \`${set}\`.`);
  const last = release.effective?.to ?? null;
  if (last !== null && last <= to) return refuse(`Release ${version} is in force until ${last} only.`);
  const signer = await signerFor(turn, now);
  if ("refusal" in signer) return refuse(signer.refusal);
  const content = release.digest;
  const retirement: Leaf = { type: "retirement", set, version, content, name, reason, to, at: signer.at };
  const leaves = [...signer.leaves, retirement];
  const { head } = await grow(turn.entries, leaves, signer.key, signer.at);
  const event = { action: "retire release", subject: `${set} ${version}`, detail: { set, version, to }, at: now };
  return { leaves, head, keys: signer.made, release: null, event, value: { kind: "retired" } };
}

function refuse(detail: string) {
  return nothing<Retired>({ kind: "refused", detail });
}
