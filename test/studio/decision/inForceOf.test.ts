import { expect, test } from "vitest";
import { inForceOf } from "../../../studio/decision/released/inForceOf.ts";

const release = (version: string, from: string | null) => ({
  version,
  digest: `sha256:${version}`,
  effective: from === null ? null : { from, to: null },
});
const releases = [release("2.0.0", "2026-06-01"), release("1.0.0", "2026-01-01"), release("0.9.0", null)];

test("a decision says which services its release decides as of now", () => {
  expect(inForceOf("1.0.0", releases)).toEqual({
    days: { from: "2026-01-01", to: null },
    replaced: { version: "2.0.0", from: "2026-06-01" },
  });
  expect(inForceOf("2.0.0", releases)).toEqual({ days: { from: "2026-06-01", to: null }, replaced: null });
});

test("and nothing where nothing says so", () => {
  expect(inForceOf("0.9.0", releases)).toBeNull();
  expect(inForceOf("7.0.0", releases)).toBeNull();
});
