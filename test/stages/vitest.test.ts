import { describe, expect, it } from "vitest";
import { closingLine, single, sum } from "./stage.ts";
import { tally } from "./vitest.ts";

const file = (...tests: readonly [string, string][]) => ({
  name: "test/a.test.ts",
  status: tests.some(([, status]) => status === "failed") ? "failed" : "passed",
  message: "",
  assertionResults: tests.map(([fullName, status]) => ({ fullName, status, failureMessages: [] })),
});

const counts = (...parameters: Parameters<typeof tally>) => {
  const { passed, failed } = tally(...parameters);
  return [passed, failed];
};

describe("the count of a run", () => {
  it("has every test", () => {
    const report = { testResults: [file(["a", "passed"], ["b", "failed"]), file(["c", "passed"])] };
    expect(counts(report, 1, "")).toEqual([2, 1]);
  });

  it("takes a test that did not run for a failure", () => {
    expect(counts({ testResults: [file(["a", "passed"], ["b", "skipped"], ["c", "todo"])] }, 0, "")).toEqual([1, 2]);
  });

  it("takes a file that could not be loaded for a failure, with its message", () => {
    const broken = { ...file(), status: "failed", message: "SyntaxError: no" };
    const result = tally({ testResults: [broken, file(["a", "passed"])] }, 1, "");
    expect(result).toEqual({ passed: 1, failed: 1, messages: ["test/a.test.ts\nSyntaxError: no"] });
  });

  it("takes a failing exit without a failing test for a failure", () => {
    expect(counts({ testResults: [file(["a", "passed"])] }, 1, "Unhandled rejection")).toEqual([1, 1]);
  });

  it("takes no report, and no test at all, for a failure", () => {
    expect(counts(null, 1, "crashed")).toEqual([0, 1]);
    expect(counts({ testResults: [] }, 0, "")).toEqual([0, 1]);
  });

  it("closes with one line over all stages", () => {
    expect(closingLine(sum([single(null), single("no"), { passed: 3, failed: 2, messages: [] }]))).toBe(
      "4 passed, 3 failed",
    );
  });
});
