import { describe, expect, test } from "vitest";
import { determine, type GuidelineInSet } from "../../../engine/determine/index.ts";
import { caseOf, guidelineInSet } from "./determined.ts";

function guideline(title: string, head: readonly string[] = [], item = "MRI of the neck    CPT 72141"): GuidelineInSet {
  const lines = head.map((line) => `  ${line}\n`).join("");
  return guidelineInSet(
    `guideline "${title}"\n  source "S", page 1\n${lines}\nfact region: one of neck, back\nfact pain: yes or no\n\nservice imaging\n  ${item}\n\nimaging if pain\n  cite page 1\n`,
    title,
  );
}

function governing(set: readonly GuidelineInSet[], request: string, facts = "region: neck"): string | null {
  const of = caseOf(
    `schema: precept/case/1\ncase: C\ndates: { request date: 2024-03-10, service date: 2024-04-01 }\nfacts: { ${facts} }\nrequests:\n  - ${request}\n`,
  );
  return determine({ name: "set", guidelines: set }, of).value.determinations[0]?.governing?.guideline ?? null;
}

describe("The guideline that governs a request", () => {
  const neck = guideline("Neck", ["applies when region is neck"]);
  const back = guideline("Back", ["applies when region is back"]);
  const byName = "service: mri of the  Neck";

  test("declares the service: by the name of an item, a code, or the service's own name", () => {
    expect(governing([neck], byName)).toBe("Neck");
    expect(governing([neck], "{ service: cervical imaging, code: CPT 72141 }")).toBe("Neck");
    expect(governing([neck], '{ service: cervical imaging, code: "72141" }')).toBe("Neck");
    expect(governing([neck], "service: imaging")).toBe("Neck");
    expect(governing([neck], "{ service: MRI of the knee, code: CPT 73721 }")).toBeNull();
  });

  test("is the first whose scope is not certainly outside", () => {
    expect(governing([back, neck], byName)).toBe("Neck");
    expect(governing([back, neck], byName, "")).toBe("Back");
    expect(governing([neck, guideline("Everything")], byName)).toBe("Neck");
  });

  test("declares the service by name rather than by code alone", () => {
    const spine = guideline("Spine", [], "MRI of the spine    CPT 72141");
    const asked = "{ service: MRI of the neck, code: CPT 72141 }";
    expect(governing([spine, neck], asked)).toBe("Neck");
    expect(governing([spine, neck], asked, "region: back")).toBe("Spine");
    expect(governing([spine, neck], "{ service: cervical imaging, code: CPT 72141 }")).toBe("Spine");
  });

  test("is in force on the service date, its first and last day included", () => {
    expect(governing([guideline("G", ["effective from 2024-04-01 to 2024-04-01"])], byName)).toBe("G");
    expect(governing([guideline("G", ["effective from 2024-04-02"])], byName)).toBeNull();
    expect(governing([guideline("G", ["effective from 2009-01-01 to 2024-03-31"])], byName)).toBeNull();
  });
});
