import {
  decodeKeySet,
  type KeySet,
  type ReleaseLog,
  verifyLog,
  verifyPublished,
} from "../../../../engine/attestation/index.ts";
import { sha256Hex } from "../../../../engine/digest/index.ts";
import { logEntriesSchema, logHeadSchema, releaseListSchema } from "../../../../server/protocol/index.ts";
import { type Asker, bytesOf, get } from "./asking.ts";
import { expectThat, sameTexts } from "./expectThat.ts";
import type { Kept, Ledger } from "./ledger.ts";
import { releasedSet } from "./texts.ts";

const path = `/api/sets/${releasedSet}/releases`;

/** Every release is whole, signed and in the log, byte for byte as it was; there is one for each published change and no other. */
export async function checkReleases(asker: Asker, ledger: Ledger, published: number, all: boolean): Promise<void> {
  const { releases } = await get(asker, releaseListSchema, path);
  const versions = releases.map(({ version }) => version);
  expectThat(
    versions.length === published,
    `${published} changes were published, and ${versions.length} releases are there`,
  );
  const lost = [...ledger.releases.keys()].filter((version) => !versions.includes(version));
  expectThat(lost.length === 0, `every release that was answered is there: ${lost.join(" ")}`);
  if (versions.length === 0) return;
  const keys = await keysOf(asker);
  const log = await checkLog(asker, ledger, keys, published);
  const looked = versions.filter((version, at) => all || at === 0 || (ledger.releases.get(version) ?? null) === null);
  for (const version of looked) {
    const kept = await checkRelease(asker, version, { keys, log, pinned: pinOf(ledger) });
    const before = ledger.releases.get(version) ?? kept;
    expectThat(
      sameTexts([before.payload, before.attestation], [kept.payload, kept.attestation]),
      `${version} is byte for byte as it was`,
    );
    ledger.releases.set(version, kept);
  }
  ledger.head = log.head;
}

const pinOf = ({ head }: Ledger) => (head === null ? null : { head, pinnedAt: null });

async function keysOf(asker: Asker): Promise<KeySet> {
  const { bytes } = await bytesOf(asker, "GET", "/.well-known/jwks.json");
  const keys = decodeKeySet(bytes);
  if (!keys.ok) throw new Error(keys.problem);
  return keys.value;
}

/** The log comes to its signed head, only grew since it was looked at last, and has an entry for each release. */
async function checkLog(asker: Asker, ledger: Ledger, keys: KeySet, published: number): Promise<ReleaseLog> {
  const head = await get(asker, logHeadSchema, "/api/log/head");
  const { entries, next } = await get(asker, logEntriesSchema, "/api/log/entries");
  expectThat(next === null, "the log is read whole");
  const log: ReleaseLog = { schema: "precept/log/2", entries, head };
  for (const { state, detail } of await verifyLog(log, keys, pinOf(ledger)))
    expectThat(state === "passed" || (state === "not checked" && ledger.head === null), detail);
  const released = entries.filter(({ type }) => type === "release").length;
  expectThat(released === published, `the log has an entry for each of ${published} releases, not ${released}`);
  return log;
}

type Trust = Omit<Parameters<typeof verifyPublished>[0], "payload" | "attestation">;

async function checkRelease(asker: Asker, version: string, trust: Trust): Promise<Kept> {
  const [payload, attestation] = await Promise.all(
    ["payload", "attestation"].map(async (file) => {
      const { status, bytes } = await bytesOf(asker, "GET", `${path}/${version}/${file}`);
      expectThat(status === 200, `the ${file} of ${version} is there`);
      return bytes;
    }),
  );
  if (payload === undefined || attestation === undefined) throw new Error("a release has two files");
  const { verdict, checks } = await verifyPublished({ payload, attestation, ...trust });
  const failed = checks.filter(({ state }) => state === "failed").map(({ detail }) => detail);
  expectThat(verdict === "verified", `${version} is verified: ${failed.join(" ")}`);
  return { payload: sha256Hex(payload), attestation: sha256Hex(attestation) };
}
