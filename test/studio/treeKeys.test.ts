import { describe, expect, it } from "vitest";
import type { Finding } from "../../engine/determine/index.ts";
import { closedIn, move, visibleLines } from "../../studio/why/treeKeys.ts";

const finding = (id: string, parts: readonly Finding[] = []): Finding => ({
  id,
  role: "part",
  criterion: id,
  wording: null,
  citation: null,
  label: null,
  answer: "not documented",
  reason: null,
  reasonText: null,
  evidence: [],
  weakerEvidence: [],
  joined: null,
  table: null,
  fact: null,
  span: { start: 0, end: 0 },
  parts,
});

const tree = [finding("scope"), finding("any", [finding("a"), finding("b", [finding("b1"), finding("b2")])])];
const folded = closedIn(tree, new Set());
const step = (key: string, from: string, closed = folded) => move(key, from, visibleLines(tree, closed), closed);

describe("the tree of criteria", () => {
  it("opens the criteria and folds what lies below each", () => {
    expect(visibleLines(tree, folded).map(({ id }) => id)).toEqual(["scope", "any", "a", "b"]);
    expect(closedIn(tree, new Set(["b", "any"]))).toEqual(new Set(["any"]));
  });

  it("walks the lines shown with the arrow keys, Home and End", () => {
    expect(step("ArrowDown", "scope")).toEqual({ kind: "focus", id: "any" });
    expect(step("ArrowUp", "any")).toEqual({ kind: "focus", id: "scope" });
    expect(step("ArrowUp", "scope")).toBeNull();
    expect(step("End", "scope")).toEqual({ kind: "focus", id: "b" });
    expect(step("Home", "b")).toEqual({ kind: "focus", id: "scope" });
  });

  it("unfolds and goes in with the right arrow, folds and goes out with the left", () => {
    expect(step("ArrowRight", "b")).toEqual({ kind: "open", id: "b" });
    expect(step("ArrowRight", "any")).toEqual({ kind: "focus", id: "a" });
    expect(step("ArrowLeft", "any")).toEqual({ kind: "close", id: "any" });
    expect(step("ArrowLeft", "a")).toEqual({ kind: "focus", id: "any" });
    expect(step("Enter", "a")).toBeNull();
  });
});
