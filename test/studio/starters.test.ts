import { expect, it } from "vitest";
import { firstCase, firstGuideline } from "../../studio/files/starters.ts";
import { openSession } from "../../studio/worker/session.ts";

it("a new guideline and a new case have nothing wrong with them, and the guideline's example comes out as it says", () => {
  const files = [
    { path: "set.yaml", text: "schema: precept/set/1\nname: new\ntitle: New\n" },
    { path: "new.guideline", text: firstGuideline('Neck, “upper back” and "so on"') },
    {
      path: "cases/new.yaml",
      text: firstCase("New case", "2026-03-10", {
        service: "MRI of the cervical spine without contrast",
        code: "CPT 72141",
      }),
    },
  ];
  const analysis = openSession().analyse({ changes: files, saved: files, openCase: "cases/new.yaml", witness: null });
  expect(analysis.diagnostics).toEqual([]);
  expect(analysis.tests?.map(({ title, ok }) => [title, ok])).toEqual([["four weeks are not six", true]]);
  expect(analysis.open?.determinations.map(({ outcome }) => outcome)).toEqual(["information needed"]);
});
