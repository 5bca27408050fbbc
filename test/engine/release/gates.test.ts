import { describe, expect, test } from "vitest";
import {
  type Approval,
  type GateFacts,
  type GateName,
  gateNames,
  gatesOf,
  mayPass,
} from "../../../engine/release/index.ts";

const sound: GateFacts = {
  errors: 0,
  tests: { passed: 3, failed: 0, withoutExpectation: 0 },
  mutants: { survived: 0, undecided: 0 },
  transitions: { all: 2, acknowledged: 2 },
  uncited: [],
  found: 0,
};
const approved: Approval = { kind: "by others", approved: ["R. Viewer"], changesRequested: [] };
const nothingWaived = new Map<GateName, string>();

/** A way to fail each gate that is not about approval. */
const failing: readonly (readonly [GateName, Partial<GateFacts>])[] = [
  ["errors", { errors: 1 }],
  ["cases", { tests: { passed: 3, failed: 1, withoutExpectation: 0 } }],
  ["cases", { tests: { passed: 3, failed: 0, withoutExpectation: 1 } }],
  ["cases", { tests: { passed: 0, failed: 0, withoutExpectation: 0 } }],
  ["adequacy", { mutants: { survived: 1, undecided: 0 } }],
  ["adequacy", { mutants: { survived: 0, undecided: 1 } }],
  ["transitions", { transitions: { all: 2, acknowledged: 1 } }],
  ["citations", { uncited: ["Neck"] }],
  ["proofs", { found: 1 }],
];

function stateOf(gate: GateName, gates: ReturnType<typeof gatesOf>) {
  return gates.find((each) => each.gate === gate)?.state;
}

describe("the gates of a release", () => {
  test("a sound set that another approved passes all", () => {
    const gates = gatesOf(sound, approved, nothingWaived);
    expect(gates.map(({ gate, state }) => [gate, state])).toEqual(gateNames.map((gate) => [gate, "passed"]));
    expect(mayPass(gates)).toBe(true);
  });

  test.each(failing)("%s does not pass with %j, and nothing else is touched", (gate, facts) => {
    const gates = gatesOf({ ...sound, ...facts }, approved, nothingWaived);
    expect(gates.flatMap((each) => (each.state === "passed" ? [] : [each.gate]))).toEqual([gate]);
    expect(mayPass(gates)).toBe(false);
  });

  test("errors, cases and approval are never waived; the others are, with the reason", () => {
    const waived = new Map(gateNames.map((gate) => [gate, "The panel meets in May."]));
    for (const [gate, facts] of failing) {
      const found = gatesOf({ ...sound, ...facts }, approved, waived).find((each) => each.gate === gate);
      const fixed = gate === "errors" || gate === "cases";
      expect([gate, found?.state, found?.waivable]).toEqual([gate, fixed ? "failed" : "waived", !fixed]);
      expect(found?.sentence.includes("The panel meets in May.")).toBe(!fixed);
    }
    const nobody: Approval = { kind: "by others", approved: [], changesRequested: [] };
    expect(stateOf("approval", gatesOf(sound, nobody, waived))).toBe("not yet");
  });

  test("a waiver of what passes says nothing", () => {
    const gates = gatesOf(sound, approved, new Map([["proofs", "Known."]]));
    expect(stateOf("proofs", gates)).toBe("passed");
  });

  test("what is not worked out cannot be waived away", () => {
    const gates = gatesOf(null, approved, new Map(gateNames.map((gate) => [gate, "No time."])));
    expect(gates.map(({ state }) => state)).toEqual([...gateNames.slice(1).map(() => "not yet"), "passed"]);
    expect(mayPass(gates)).toBe(false);
  });

  test("who asks for changes stands in the way, whoever else approved", () => {
    const gates = gatesOf(sound, { ...approved, changesRequested: ["S. Econd"] }, nothingWaived);
    expect(gates.at(-1)).toMatchObject({ gate: "approval", state: "failed" });
    expect(gates.at(-1)?.sentence).toContain("S. Econd");
  });

  test("who is alone passes, and is told what the release will say", () => {
    const gate = gatesOf(sound, { kind: "alone" }, nothingWaived).at(-1);
    expect(gate).toMatchObject({ state: "passed", sentence: expect.stringContaining("not independently approved") });
  });
});
