import { describe, expect, test } from "vitest";
import { analyse } from "../../../../dsl/index.ts";
import { definitionOf, type GuidelineProgram, lower } from "../../../../engine/ir/index.ts";
import { readingOrder } from "../../../../engine/logic/order.ts";
import { assumedIn } from "../../../../engine/logic/rails/assumed.ts";
import { Circuit, type GateId } from "../../../../engine/logic/rails/circuit.ts";
import { RailBuilder } from "../../../../engine/logic/rails/railBuilder.ts";
import { printed } from "./printed.ts";

const facts = [
  ...["pain", "weakness", "numbness", "redness"].map((name) => `fact ${name}: yes or no`),
  "fact weeks: whole number",
  "fact procedure: one of none, injection, surgery",
].join("\n");

function programOf(declarations: string): GuidelineProgram {
  const text = `guideline "Test"\n  source "A source", page 1\n\n${declarations}\n`;
  const { value, diagnostics } = analyse({ name: "test.guideline", text });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return lower(value);
}

/** The two rails of the definition `asked`. `budget`: of diagrams; with 0 there is none. */
function railsOf(program: GuidelineProgram, budget: number) {
  const circuit = new Circuit();
  const builder = new RailBuilder(program, circuit, assumedIn(program), { budget, orders: [readingOrder] });
  const gateFor = (wanted: boolean) => builder.canBe({ formula: definitionOf(program, "asked"), wanted });
  return { circuit, met: gateFor(true), failed: gateFor(false) };
}

function rails(program: GuidelineProgram, budget: number) {
  const { circuit, met, failed } = railsOf(program, budget);
  const text = (gate: GateId | null) => (gate === null ? "too large" : printed(circuit, gate));
  return { met: text(met), failed: text(failed) };
}

function askedOf(criterion: string, more = ""): GuidelineProgram {
  const asked = ["define asked", `  as ${criterion}`, "service imaging", "  MRI    CPT 72141", "imaging if asked"];
  return programOf([facts, more, ...asked].join("\n"));
}

describe("rails without a diagram", () => {
  test.each([
    ["pain", "pain 1", "pain 0"],
    ["NOT pain", "pain 0", "pain 1"],
    ["pain AND weakness", "pain 1 AND weakness 1", "pain 0 OR weakness 0"],
    ["pain AND (NOT pain)", "never", "pain 0 OR pain 1"],
    [
      "at least 2 of (pain; weakness; numbness)",
      "2 of (numbness 1, pain 1, weakness 1)",
      "2 of (numbness 0, pain 0, weakness 0)",
    ],
    [
      "exactly 1 of (pain; weakness)",
      "(pain 0 OR weakness 0) AND (pain 1 OR weakness 1)",
      "(pain 0 AND weakness 0) OR (pain 1 AND weakness 1)",
    ],
    // What 6 weeks satisfy also satisfies 4: one number of weeks serves both sides of the AND.
    [
      "(weeks at least 6 OR pain) AND (weeks at least 4 OR weakness)",
      "(pain 1 OR week 6..) AND (weakness 1 OR week 4..)",
      "(pain 0 AND week 0..5) OR (weakness 0 AND week 0..3)",
    ],
    ["weeks at least 4 AND weeks at most 6", "week 4..6", "week 0..3 OR week 7.."],
    // Both sides of what fails it want something of pain, and not the same.
    [
      "(pain AND weakness) OR ((NOT pain) AND numbness)",
      "(numbness 1 AND pain 0) OR (pain 1 AND weakness 1)",
      "too large",
    ],
    [
      "(pain OR weeks at least 4) AND (weakness OR weeks less than 4)",
      "too large",
      "(pain 0 AND week 0..3) OR (weakness 0 AND week 4..)",
    ],
    ["at least 2 of (pain; weakness; NOT pain)", "too large", "too large"],
  ])("%s", (criterion, met, failed) => {
    expect(rails(askedOf(criterion), 0)).toMatchObject({ met, failed });
  });

  test("what is entangled is drawn, and says what a diagram says", () => {
    const { met, failed } = rails(askedOf("(pain AND weakness) OR ((NOT pain) AND weakness)"), 100);
    expect([met, failed]).toEqual(["(pain 0 AND weakness 1) OR (pain 1 AND weakness 1)", "weakness 0"]);
  });

  test("an assumption ties only what it is about", () => {
    const { met, failed } = rails(
      askedOf("pain AND weakness AND (numbness OR redness)", "never numbness AND redness"),
      100,
    );
    expect(met).toBe("((numbness 0 AND redness 1) OR (numbness 1 AND redness 0)) AND pain 1 AND weakness 1");
    expect(failed).toBe("(numbness 0 AND redness 0) OR pain 0 OR weakness 0");
  });

  test("a score is the sums that can be reached: thirty rows, not a thousand million", () => {
    const names = Array.from({ length: 30 }, (_, at) => `sign ${at + 1}`);
    const rows = names.map((name, at) => `  - ${1 + (at % 5)} if ${name}`);
    const declared = [...names.map((name) => `fact ${name}: yes or no`), "score total", ...rows].join("\n");
    const { met, failed, circuit } = railsOf(askedOf("total at least 45", declared), 0);
    expect([met, failed]).not.toContain(null);
    expect(circuit.size).toBeLessThan(4_000);
  });

  test("three hundred tests of 120 facts, each fact asked one way", () => {
    const names = Array.from({ length: 120 }, (_, at) => `sign ${at + 1}`);
    const groups = Array.from({ length: 50 }, (_, group) => {
      const chosen = Array.from({ length: 6 }, (_, at) => names[(group * 37 + at * 53 + group * at * 7) % 120]);
      const [a, b, c, d, e, f] = chosen.map((name) => `${name}`);
      return `any of (${a} AND ${b}; at least 2 of (${c}; ${d}; ${e}; ${f}))`;
    });
    const declared = names.map((name) => `fact ${name}: yes or no`).join("\n");
    const program = askedOf(groups.join("\n  AND "), declared);
    const { met, failed } = railsOf(program, 0);
    expect([met, failed]).not.toContain(null);
  });
});
