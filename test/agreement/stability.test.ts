import { describe, expect, it, test } from "vitest";
import { answerTo } from "./answerTo.ts";
import { checkStability } from "./stability.ts";
import { stableKinds } from "./worlds/index.ts";

describe("more documents that agree with what is known never undo a decided answer", () => {
  it.each(stableKinds)("$name", (kind) => {
    expect(checkStability(kind, 40)).toBeGreaterThan(0);
  });
});

describe("what a further document may undo, and is said to", () => {
  test("an answer that rests on nothing being documented", () => {
    const asked = "fact plain film: yes or no\ndefine asked\n  as plain film is not documented\n";
    expect(answerTo(asked, "")).toBe("met");
    expect(answerTo(asked, "plain film: no")).toBe("not met");
  });

  test("an answer that a conflicting document contradicts: which of the two is right stays open", () => {
    const asked = "fact PO2: number in mmHg\ndefine asked\n  as PO2 at most 55 mmHg\n";
    expect(answerTo(asked, "PO2: 55 mmHg")).toBe("met");
    expect(answerTo(asked, "PO2: [ { value: 55 mmHg }, { value: 58 mmHg } ]")).toBe("not documented");
    expect(answerTo(asked, "PO2: [ { value: 55 mmHg }, { value: 54 mmHg } ]")).toBe("met");
  });

  test("a count of the last entry, where the list was said to be complete and is not", () => {
    const asked = "fact scan: list, each with\n  date: date\ndefine asked\n  as at most 1 scan\n";
    const scans = (...days: readonly string[]): string =>
      `scan: { complete: yes, entries: [ ${days.map((day) => `{ date: ${day} }`).join(", ")} ] }`;
    expect(answerTo(asked, scans("2024-01-05"))).toBe("met");
    expect(answerTo(asked, scans("2024-01-05", "2024-02-05"))).toBe("not met");
  });
});
