import { sql, type Transaction } from "kysely";
import {
  type Attestation,
  decodeAttestation,
  encodeAttestation,
  hashOfLeaf,
  type KeyRecord,
  type Leaf,
} from "../../../engine/attestation/index.ts";
import { canonicalText } from "../../../engine/digest/index.ts";
import { decodeManifest } from "../../../engine/release/index.ts";
import { rcompare } from "semver";
import { type Database, lastAudited, record, type Tables } from "../../store/index.ts";
import { type KeptKey, keptKeys, type KeySecret, publicKeys, writeKeys } from "../keys/index.ts";
import { growthBarrier } from "./growth.ts";
import { pairs } from "./ownLog.ts";
import type { Addition, Appended, Nothing, Shelf, ShelvedRelease, Turn } from "./shelf.ts";
import { storedHeads, storedLog, storedLogInTurn } from "./storedLog.ts";

/** What goes with everything that is added. */
export interface Adding {
  /** Opens and seals private keys. */
  readonly secret: KeySecret;
  /** The id of who adds, for the audit log. */
  readonly actor: string;
  /** The change that a release comes of. */
  readonly change?: number;
  /** What else is so from then on, in the same transaction: it is undone where adding fails. */
  readonly alongside?: (transaction: Transaction<Tables>) => Promise<void>;
}

/** The releases of the store, for who only reads. */
export function storedReleases(database: Database): Omit<Shelf, "append"> {
  return {
    list: (set) => listIn(database, set),
    read: (set, version) => readFrom(database, set, version),
    keys: () => publicKeys(database),
    log: () => storedLog(database),
  };
}

/** The releases of the store. */
export function storeShelf(database: Database, adding: Adding): Shelf {
  return {
    ...storedReleases(database),
    append: (make) => database.transaction().execute((transaction) => append({ database, transaction }, adding, make)),
  };
}

/** Any number: whoever holds this lock has the turn, until its transaction ends. */
const TURN = 6_962_001;

type Make<T> = (turn: Turn) => Promise<Addition<T> | Nothing<T>>;

/** A transaction, and of which database: what was read of that before is remembered. */
interface Within {
  readonly database: Database;
  readonly transaction: Transaction<Tables>;
}

async function append<T>({ database, transaction }: Within, adding: Adding, make: Make<T>): Promise<Appended<T>> {
  await sql`select pg_advisory_xact_lock(${sql.lit(TURN)})`.execute(transaction);
  const keys = await keptKeys(transaction, adding.secret);
  if (!keys.ok) return keys;
  const log = await storedLogInTurn(database, transaction);
  if (!log.ok) return log;
  const { head, before } = await storedHeads(transaction);
  const kept = before === null ? null : { head: before, pinnedAt: null };
  const barrier = await growthBarrier(log.value, ownKeys(keys.value), kept);
  if (barrier !== null) return { ok: false, problem: barrier };
  const entries = log.value?.entries ?? [];
  const audit = await lastAudited(transaction);
  const made = await make({ entries, head, keys: keys.value, list: (set) => listIn(transaction, set), audit });
  if (made.leaves === null) return { ok: true, value: made.value };
  await write(transaction, adding, made, entries.length);
  return { ok: true, value: made.value };
}

/** Those that only this server has; where it has none any more, as of a store restored without its secret, those it had. */
function ownKeys(keys: readonly KeptKey[]): readonly KeyRecord[] {
  const own = pairs(keys);
  return own.length === 0 ? keys.map(({ record }) => record) : own;
}

async function write<T>(
  transaction: Transaction<Tables>,
  adding: Adding,
  made: Addition<T>,
  from: number,
): Promise<void> {
  const { leaves, head, keys, release, event } = made;
  await writeKeys(transaction, keys, adding.secret);
  const rows = leaves.map((leaf, at) => ({ index: from + at, leaf: canonicalText(leaf), hash: hashOfLeaf(leaf) }));
  await transaction.insertInto("log_entry").values(rows).execute();
  const signed = { size: head.size, signed: canonicalText(head), at: new Date(head.at) };
  await transaction.insertInto("tree_head").values(signed).execute();
  if (release !== null) await writeRelease(transaction, release, adding.change ?? null);
  for (const leaf of leaves) if (leaf.type === "retirement") await writeRetirement(transaction, leaf);
  await adding.alongside?.(transaction);
  await record(transaction, { ...event, actor: adding.actor });
}

type Shelving = NonNullable<Addition<unknown>["release"]>;

async function writeRelease(
  transaction: Transaction<Tables>,
  { release, attestation }: Shelving,
  change: number | null,
) {
  const { manifest, digest, file, bytes } = release;
  const { effective, published } = attestation.statement;
  const row = {
    set_name: manifest.set,
    version: manifest.version,
    change_id: change,
    digest,
    meaning: manifest.meaning,
    file,
    manifest: canonicalText(manifest),
    payload: bytes,
    attestation: new TextDecoder().decode(encodeAttestation(attestation)),
    effective_from: effective.from,
    effective_to: effective.to,
    published_at: new Date(published.at),
  };
  await transaction.insertInto("release").values(row).execute();
}

function writeRetirement(transaction: Transaction<Tables>, { set, version, to }: Leaf & { type: "retirement" }) {
  const update = transaction.updateTable("release").set({ effective_to: to });
  return update.where("set_name", "=", set).where("version", "=", version).execute();
}

async function listIn(database: Database, set: string): ReturnType<Shelf["list"]> {
  const rows = await database
    .selectFrom("release")
    .select(["digest", "file", "manifest", "attestation", "effective_from", "effective_to"])
    .where("set_name", "=", set)
    .execute();
  const releases = rows.map(
    (row): ShelvedRelease => ({
      manifest: manifestIn(row.manifest),
      digest: row.digest,
      file: row.file,
      attestation: attestationIn(row.attestation),
      effective: { from: row.effective_from, to: row.effective_to },
    }),
  );
  return { releases: releases.toSorted((a, b) => rcompare(a.manifest.version, b.manifest.version)), damaged: [] };
}

function manifestIn(text: string): ShelvedRelease["manifest"] {
  const manifest = decodeManifest(new TextEncoder().encode(text));
  if (manifest === null) throw new Error("the store holds a manifest that is none");
  return manifest;
}

function attestationIn(text: string): Attestation | null {
  const decoded = decodeAttestation(new TextEncoder().encode(text));
  return decoded.ok ? decoded.value : null;
}

async function readFrom(database: Database, set: string, version: string): ReturnType<Shelf["read"]> {
  const row = await database
    .selectFrom("release")
    .select(["payload", "attestation"])
    .where("set_name", "=", set)
    .where("version", "=", version)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { payload: new Uint8Array(row.payload), attestation: new TextEncoder().encode(row.attestation) };
}
