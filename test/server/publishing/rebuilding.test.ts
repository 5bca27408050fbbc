import { beforeAll, expect, test } from "vitest";
import { buildRelease, candidateOf, type Verified, verifyRelease } from "../../../engine/release/index.ts";
import { rebuildInThread } from "../../../server/publishing/index.ts";
import { knees } from "../../cli/knees.ts";
import { someEngine } from "../../engine/release/candidate.ts";

let made: Verified & { readonly ok: true };
beforeAll(async () => {
  const files = Object.entries(knees).map(([path, text]) => ({
    path: path.slice("knees/".length),
    text: String(text),
  }));
  const built = await buildRelease(candidateOf(files), { manifests: [], latest: [] }, someEngine);
  const verified = built.kind === "built" ? await verifyRelease(built.release.bytes) : null;
  if (verified?.ok !== true) throw new Error("the knees are made a release");
  made = verified;
  // Beginning the first thread takes longer than a test may where others work too.
  await rebuildInThread(made, someEngine);
});

test("what a release says of its texts is made again in a thread", async () => {
  expect(await rebuildInThread(made, someEngine)).toEqual({ kind: "same" });
});

test("and given up where it does not come to its end in time, which is no fault of the release", async () => {
  expect(await rebuildInThread(made, someEngine, 1)).toEqual({
    kind: "not possible",
    because: "That was given up after at most 0.001 seconds.",
  });
});

test("another engine is not asked", async () => {
  const other = { ...someEngine, bytes: new Uint8Array() };
  expect(await rebuildInThread(made, other)).toMatchObject({ because: expect.stringContaining("another one") });
});
