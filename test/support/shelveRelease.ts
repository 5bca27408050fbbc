import type { Earlier, Publishing } from "../../engine/release/index.ts";
import { keySecret, type Published, publishRelease, storeShelf } from "../../server/publishing/index.ts";
import type { Database } from "../../server/store/index.ts";

/** What the servers of tests seal their signing keys with. */
export const secretOfTests = keySecret("of tests");

export interface Shelving {
  readonly set: string;
  readonly build: (earlier: Earlier) => Promise<Publishing>;
  /** The days of service, `YYYY-MM-DD`, both included; left out: for good. */
  readonly from: string;
  readonly to?: string | undefined;
  readonly at: Date;
}

/** Makes the next release of a set, signed and logged, without the way of a change before it. */
export async function shelveRelease(
  database: Database,
  { set, build, from, to, at }: Shelving,
): Promise<Published & { readonly kind: "published" }> {
  const shelf = storeShelf(database, { secret: secretOfTests, actor: "ann" });
  const { releases } = await shelf.list(set);
  const published = await publishRelease(shelf, {
    set,
    base: releases[0]?.digest ?? null,
    build,
    effective: { from, to: to ?? null },
    approvals: [],
    waivers: [],
    independentlyApproved: false,
    publishedBy: "Ann",
    clock: () => at,
  });
  if (published.kind !== "published") throw new Error(JSON.stringify(published));
  return published;
}
