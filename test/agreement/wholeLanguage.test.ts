import { describe, expect, it } from "vitest";
import { checkKind } from "./agreement.ts";
import { kinds } from "./worlds/index.ts";

describe("every evaluator answers as the interpreter does, and the interpreter as the worlds that a case leaves possible", () => {
  it.each(kinds)("$name", (kind) => {
    expect(checkKind(kind, 20)).toBeGreaterThan(0);
  });
});
