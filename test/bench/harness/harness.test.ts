import { describe, expect, it } from "vitest";
import { comparePairs, figureLine, median, quantile, times } from "./index.ts";

describe("figures", () => {
  it.each([
    [
      { name: "shell-size", value: 231.44, unit: "kB", ratio: 0.9258, against: "the bar of 250 kB" },
      "shell-size: 231 kB (x0.926 the bar of 250 kB)",
    ],
    [{ name: "evaluate", value: 0.0123456, unit: "us" }, "evaluate: 0.0123 us"],
  ])("%j", (figure, line) => expect(figureLine(figure)).toBe(line));
});

describe("quantiles", () => {
  it("are values that were measured", () => {
    const samples = [5, 1, 4, 2, 3];
    expect([median(samples), quantile(samples, 0.95), quantile(samples, 0.2)]).toEqual([3, 5, 1]);
  });
});

describe("pairs", () => {
  it("compare round by round, so that a slow moment of the machine does not count", () => {
    expect(
      comparePairs([
        [2, 1],
        [200, 100],
        [4, 2],
      ]),
    ).toEqual({ ours: 4, other: 2, ratio: 2, difference: 2 });
  });

  it("call each as often as asked, and warm up before", async () => {
    let calls = 0;
    expect(await times(20, () => (calls += 1))).toHaveLength(20);
    expect(calls).toBe(22);
  });
});
