import { expect, test } from "vitest";
import { checkRebuilt } from "../../../engine/attestation/index.ts";

test.each([
  [{ kind: "same" } as const, "passed", /makes the same/],
  [{ kind: "different", files: ["policy.html", "proofs.json"] } as const, "failed", /policy\.html, proofs\.json\.$/],
  [{ kind: "not possible", because: "It is another." } as const, "not checked", /It is another\.$/],
])("%o is a check that says so", (rebuilt, state, detail) => {
  expect(checkRebuilt(rebuilt)).toEqual({ name: "rebuilt", state, detail: expect.stringMatching(detail) });
});
