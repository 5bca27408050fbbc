import { describe, expect, test } from "vitest";
import type { RetirementLeaf } from "../../../engine/attestation/index.ts";
import { editionsOn } from "../../../studio/releases/page/editions.ts";

const digest = (version: string): string => `sha256:${version}`;

function attested(version: string, from: string, to: string | null = null) {
  const payload = { file: `knee-${version}.tgz`, sha256: "0", bytes: 1 };
  return {
    release: {
      version,
      digest: digest(version),
      meaning: "m",
      previous: null,
      bump: "major" as const,
      cases: { passed: 1 },
      effective: { from, to },
      files: [],
      file: payload.file,
    },
    statement: {
      set: "knee",
      version,
      content: digest(version),
      meaning: "m",
      files: "f",
      payload,
      effective: { from, to },
      approvals: [],
      waivers: [],
      independentlyApproved: false,
      published: { name: "Pat", at: "2026-01-01T00:00:00.000Z" },
    },
  };
}

const retired = (version: string, to: string): RetirementLeaf => ({
  type: "retirement",
  set: "knee",
  version,
  content: digest(version),
  name: "Pat",
  reason: "The source withdrew it.",
  to,
  at: "2026-03-01T00:00:00.000Z",
});

const standings = (...of: Parameters<typeof editionsOn>) =>
  editionsOn(...of).map(({ version, standing, last }) => [version, standing, last]);

const first = attested("1.0.0", "2026-01-01");
const second = attested("2.0.0", "2026-06-01");

test("one is told by which it is replaced, and since when", () => {
  const third = attested("3.0.0", "2026-09-01");
  const replaced = editionsOn([third, second, first], [], "2026-10-01").map((edition) => edition.replaced);
  expect(replaced).toEqual([null, { version: "3.0.0", from: "2026-09-01" }, { version: "2.0.0", from: "2026-06-01" }]);
  const ended = attested("1.0.0", "2026-01-01", "2026-03-31");
  expect(editionsOn([second, ended], [], "2026-07-01").at(-1)).toMatchObject({ replaced: null, standing: "ended" });
});

describe("how releases stand on a day", () => {
  test("the one that began last is in force, and the one before decides until the day before", () => {
    expect(standings([second, first], [], "2026-07-01")).toEqual([
      ["2.0.0", "in force", null],
      ["1.0.0", "replaced", "2026-05-31"],
    ]);
  });

  test("one that has not begun is not in force yet", () => {
    expect(standings([second, first], [], "2026-05-31")).toEqual([
      ["2.0.0", "not yet", null],
      ["1.0.0", "in force", "2026-05-31"],
    ]);
  });

  test("a retirement in the log ends it, and brings no older one back", () => {
    expect(standings([second, first], [retired("2.0.0", "2026-08-01")], "2026-08-02")).toEqual([
      ["2.0.0", "retired", "2026-08-01"],
      ["1.0.0", "replaced", "2026-05-31"],
    ]);
  });

  test("on its last day it is in force still", () => {
    expect(standings([first], [retired("1.0.0", "2026-08-01")], "2026-08-01")).toEqual([
      ["1.0.0", "in force", "2026-08-01"],
    ]);
  });

  test("one that was published with an end has ended after it", () => {
    expect(standings([attested("1.0.0", "2026-01-01", "2026-03-31")], [], "2026-04-01")).toEqual([
      ["1.0.0", "ended", "2026-03-31"],
    ]);
  });

  test("of two that begin on one day the higher version decides, and the other no day", () => {
    const twin = attested("1.0.1", "2026-01-01");
    expect(standings([twin, first], [], "2026-01-01")).toEqual([
      ["1.0.1", "in force", null],
      ["1.0.0", "replaced", "2025-12-31"],
    ]);
  });

  test("one that was retired before it began decides no day, and takes nobody's place", () => {
    const far = attested("2.0.0", "2027-06-01");
    expect(standings([far, first], [retired("2.0.0", "2026-07-01")], "2026-07-01")).toEqual([
      ["2.0.0", "never", "2026-07-01"],
      ["1.0.0", "in force", null],
    ]);
    expect(standings([far, first], [retired("2.0.0", "2026-07-01")], "2027-07-01")).toEqual([
      ["2.0.0", "never", "2026-07-01"],
      ["1.0.0", "in force", null],
    ]);
  });
});
