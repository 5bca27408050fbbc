import { describe, expect, test } from "vitest";
import { reviewOf } from "../../../engine/determine/index.ts";

describe("The review of an administrator's decision", () => {
  const denied = { decision: "denied", guideline: null } as const;

  // The table of "Review" in semantics.md.
  test.each([
    ["criteria met", "overturned"],
    ["modified", "overturned in part"],
    ["criteria not met", "upheld"],
    ["excluded", "upheld"],
    ["information needed", "upheld"],
    ["not addressed", null],
  ] as const)("%s: %s", (outcome, review) => {
    expect(reviewOf(outcome, denied)).toBe(review);
    expect(reviewOf(outcome, { decision: "modified", guideline: null })).toBe(review);
  });

  test("there is none without a decision against the request", () => {
    expect(reviewOf("criteria met", null)).toBeNull();
    expect(reviewOf("criteria not met", { decision: "approved", guideline: null })).toBeNull();
  });
});
