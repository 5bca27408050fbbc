import { describe, expect, test } from "vitest";
import { areOpen, type GateFacts, gatesOf } from "../../../server/publishing/index.ts";

const fine: GateFacts = {
  errors: 0,
  tests: { passed: 3, failed: 0, withoutExpectation: 0 },
  mutation: { survived: 0, undecided: 0 },
  transitions: ["imaging met not met"],
  acknowledged: new Set(["imaging met not met"]),
  uncited: [],
  proofs: { found: 0, unread: 0 },
  approvals: 1,
  isApprovalNeeded: true,
  waived: new Set(),
};

const stateOf = (facts: Partial<GateFacts>, name: string) =>
  gatesOf({ ...fine, ...facts }).find(({ gate }) => gate === name)?.state;

describe("the gates of a release", () => {
  test("are all open for a set without fault, approved by another", () => {
    expect(gatesOf(fine).map(({ gate, state }) => `${gate} ${state}`)).toEqual([
      "errors passed",
      "cases passed",
      "adequacy passed",
      "transitions passed",
      "citations passed",
      "proofs passed",
      "approval passed",
    ]);
    expect(areOpen(gatesOf(fine))).toBe(true);
  });

  const faults: readonly (readonly [string, Partial<GateFacts>, "failed" | "not yet", boolean])[] = [
    ["errors", { errors: 1 }, "failed", false],
    ["errors", { errors: null }, "not yet", false],
    ["cases", { tests: null }, "not yet", false],
    ["cases", { tests: { passed: 2, failed: 1, withoutExpectation: 0 } }, "failed", false],
    ["cases", { tests: { passed: 2, failed: 0, withoutExpectation: 1 } }, "failed", false],
    ["cases", { tests: { passed: 0, failed: 0, withoutExpectation: 0 } }, "failed", false],
    ["adequacy", { mutation: { survived: 1, undecided: 0 } }, "failed", true],
    ["adequacy", { mutation: { survived: 0, undecided: 1 } }, "failed", true],
    ["adequacy", { mutation: null }, "not yet", true],
    ["transitions", { acknowledged: new Set() }, "not yet", true],
    ["transitions", { transitions: null }, "not yet", true],
    ["citations", { uncited: ["Knees"] }, "failed", true],
    ["citations", { uncited: null }, "not yet", true],
    ["proofs", { proofs: { found: 1, unread: 0 } }, "failed", true],
    ["proofs", { proofs: { found: 0, unread: 1 } }, "failed", true],
    ["proofs", { proofs: null }, "not yet", true],
    ["approval", { approvals: 0 }, "not yet", false],
  ];

  test.each(faults)(
    "%s is closed by %j, and a waiver opens it only where people can answer for it",
    (gate, facts, state, may) => {
      expect(stateOf(facts, gate)).toBe(state);
      expect(areOpen(gatesOf({ ...fine, ...facts }))).toBe(false);
      const waived = new Set(gatesOf(fine).map((each) => each.gate));
      expect(stateOf({ ...facts, waived }, gate)).toBe(may ? "waived" : state);
      expect(areOpen(gatesOf({ ...fine, ...facts, waived }))).toBe(may);
    },
  );

  test("a waiver of what passed anyway changes nothing", () => {
    expect(stateOf({ waived: new Set(["proofs"]) }, "proofs")).toBe("passed");
  });

  test("one person alone needs no approval, and is told what the release says", () => {
    const gates = gatesOf({ ...fine, approvals: 0, isApprovalNeeded: false });
    expect(areOpen(gates)).toBe(true);
    expect(gates.at(-1)?.sentence).toContain("Nobody else approved it");
  });

  test("who asks for changes stands in the way, whoever else approved, and cannot be waived away", () => {
    const asked = { ...fine, changesRequestedBy: ["S. Econd"], waived: new Set(["approval"] as const) };
    expect(gatesOf(asked).at(-1)).toMatchObject({ gate: "approval", state: "failed", waivable: false });
    expect(areOpen(gatesOf(asked))).toBe(false);
  });
});
