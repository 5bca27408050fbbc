import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { attestedPayload, type Verdict, verifyAttestation } from "../../../engine/attestation/index.ts";
import { buildRelease, verifyRelease } from "../../../engine/release/index.ts";
import {
  folderShelf,
  keySecret,
  type Published,
  publishRelease,
  type ReleaseWish,
  type Shelf,
  soonest,
  storeShelf,
} from "../../../server/publishing/index.ts";
import { type Database, openDatabase } from "../../../server/store/index.ts";
import { candidate, someEngine } from "../../engine/release/candidate.ts";
import { onBothDatabases } from "../../support/index.ts";

/** The same tests on every kind of shelf; `shelf` gives a new, empty one each time. */
export function onEveryShelf(name: string, tests: (shelf: () => Promise<Shelf>) => void): void {
  describe(`${name} (folder)`, () => {
    let root = "";
    beforeAll(async () => {
      root = await mkdtemp(join(tmpdir(), "precept-shelf-"));
    });
    afterAll(() => rm(root, { recursive: true }));
    tests(async () => {
      const folder = await mkdtemp(join(root, "shelf-"));
      return folderShelf(join(folder, "releases"), join(folder, "keys"));
    });
  });
  onBothDatabases(name, (fresh) => {
    const opened: Database[] = [];
    afterAll(() => Promise.all(opened.map((database) => database.destroy())));
    tests(async () => {
      const database = await openDatabase(await fresh());
      opened.push(database);
      return storeShelf(database, { secret, actor: "pat" });
    });
  });
}

export const secret = keySecret("a secret for tests");

/** Publishes necks (`title` makes them others) on a day of March 2026, after the latest there are, for services from April on. */
export async function publishNecks(
  shelf: Shelf,
  on: string,
  wish: Partial<ReleaseWish> & { readonly title?: string } = {},
): Promise<Published> {
  const { releases } = await shelf.list("necks");
  const necks = candidate({ files: [...candidate().files, { path: "title.md", text: wish.title ?? "Necks" }] });
  return publishRelease(shelf, {
    set: necks.name,
    base: releases[0]?.digest ?? null,
    build: (earlier) => buildRelease(necks, earlier, someEngine),
    effective: { from: soonest(releases, "2026-04-01"), to: null },
    approvals: [],
    waivers: [],
    independentlyApproved: false,
    publishedBy: "Pat Publisher",
    clock: () => new Date(on),
    ...wish,
  });
}

export function versionOf(published: Published): string | null {
  return published.kind === "published" ? published.release.manifest.version : null;
}

/** What a verifier says of a release of the shelf who trusts its keys, has its log and pinned its head on the last of March. */
export async function verdictOn(shelf: Shelf, version: string): Promise<Verdict> {
  const files = await shelf.read("necks", version);
  const log = await shelf.log();
  const verified = files === null ? null : await verifyRelease(files.payload);
  if (verified?.ok !== true || !log.ok || log.value === null) throw new Error(`there is no release ${version}`);
  return verifyAttestation({
    payload: attestedPayload(verified.release),
    attestation: files?.attestation ?? new Uint8Array(),
    keys: await shelf.keys(),
    pinned: { head: log.value.head, pinnedAt: "2026-03-31T00:00:00.000Z" },
    log: log.value,
  });
}
