import { describe, expect, test } from "vitest";
import { lower } from "../../../engine/ir/index.ts";
import { type Assignment, type NodeId, Space } from "../../../engine/logic/index.ts";
import { type Attempt, search } from "../../../engine/witness/index.ts";
import { all, any, fact, guideline, recommend, yes, yesOrNo } from "../writing.ts";

const facts = ["pain", "numbness", "fever"].map((name) => fact(name, yesOrNo));

/** `pain AND numbness, OR fever`. */
function asked(): { readonly space: Space; readonly met: NodeId } {
  const program = lower(
    guideline({ facts, recommendations: [recommend("if", any(all(yes("pain"), yes("numbness")), yes("fever")))] }),
  );
  const [service] = program.services;
  const formulas =
    service === undefined ? [] : [service.criteria, service.addressed, service.exclusion, service.within];
  const space = new Space([{ program, formulas }]);
  return { space, met: space.outcome(program, "imaging", "criteria met") };
}

const named = (assignment: Assignment): string => [...assignment.keys()].join(" and ");

function searched(attempt: (named: string) => Attempt<string>) {
  const { space, met } = asked();
  const tried: string[] = [];
  const found = search(space, met, (assignment) => {
    tried.push(named(assignment));
    return attempt(named(assignment));
  });
  return { found, tried, space, met };
}

const impossible = (quantities: readonly string[], proved: boolean): Attempt<string> => ({
  kind: "impossible",
  quantities,
  proved,
});

describe("a search", () => {
  test("shows what asks for the least first", () => {
    const { found, tried } = searched((name) => ({ kind: "shown", shown: name }));
    expect(found).toEqual({ kind: "found", shown: "fever" });
    expect(tried).toEqual(["fever"]);
  });

  test("goes on behind what cannot be, and the space has learned it", () => {
    const { found, tried, space, met } = searched((name) =>
      name === "fever" ? impossible(["fever"], true) : { kind: "shown", shown: name },
    );
    expect(found).toEqual({ kind: "found", shown: "pain and numbness" });
    expect(tried).toEqual(["fever", "pain and numbness"]);
    expect([...space.satisfying(met)].map(named)).toEqual(["pain and numbness"]);
  });

  test("proves that no case shows it where all was proved impossible", () => {
    const { found, tried } = searched((name) => impossible(name.split(" and "), true));
    expect(found).toEqual({ kind: "none" });
    expect(tried).toEqual(["fever", "pain and numbness"]);
  });

  test("never says so where something was only not found, or came out otherwise", () => {
    for (const attempt of [impossible(["fever"], false), { kind: "not shown" } as const]) {
      const { found } = searched((name) => (name === "fever" ? attempt : impossible(name.split(" and "), true)));
      expect(found.kind).toBe("not found");
    }
  });

  test("what was only not found is not learned", () => {
    const { space, met } = searched(() => impossible(["fever"], false));
    expect([...space.satisfying(met)].map(named)).toContain("fever");
  });
});
