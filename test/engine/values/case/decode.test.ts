import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { caseJsonSchema, decodeCase } from "../../../../engine/values/case/index.ts";
import type { StatedValue } from "../../../../engine/values/index.ts";

const text = readFileSync(new URL("good/every-shape.yaml", import.meta.url), "utf8");
const { value, diagnostics } = decodeCase({ name: "cases/every-shape.yaml", text });

function fact(name: string) {
  return value?.facts.find((one) => one.fact === name);
}

function stated(name: string): readonly StatedValue[] {
  return fact(name)?.statements.map((one) => one.value) ?? [];
}

describe("A case with every shape", () => {
  test("is read without a word", () => {
    expect(diagnostics).toEqual([]);
    expect(value?.id).toBe("cases/every-shape.yaml");
  });

  test("keeps paragraphs, not line breaks", () => {
    expect(value?.summary).toEqual(["The first paragraph runs over two lines.", "The second does not."]);
  });

  test("keeps values as they are written, trailing noughts too", () => {
    expect(stated("edema")).toEqual([{ kind: "text", text: "yes" }]);
    expect(stated("hematocrit")).toEqual([{ kind: "text", text: "57.0 %" }]);
    expect(stated("onset")).toEqual([{ kind: "text", text: "2014-04" }]);
    expect(stated("age")).toEqual([{ kind: "born", date: "1951-07" }]);
    expect(stated("PO2")).toEqual([{ kind: "interval", from: "55 mmHg", to: "58 mmHg" }]);
  });

  test("keeps evidence, with nothing added to it", () => {
    expect(fact("hematocrit")?.statements[0]?.evidence).toEqual({
      kind: "test result",
      document: "lab sheet",
      date: null,
      author: null,
      page: "3",
      quote: "Hct 57.0",
    });
    expect(fact("edema")?.statements[0]?.evidence).toBeNull();
  });

  test("keeps several statements, and what was looked for in vain", () => {
    expect(stated("muscle strength")).toEqual([
      { kind: "text", text: "4+/5" },
      { kind: "text", text: "5/5" },
    ]);
    expect(fact("muscle strength")).toMatchObject({ asked: true, remark: "nobody measured it twice" });
    expect(fact("imaging")).toMatchObject({ asked: true, remark: null, statements: [] });
    expect(fact("weakness")).toMatchObject({ asked: true, remark: null, statements: [] });
    expect(fact("edema")).toMatchObject({ asked: false, remark: null });
  });

  test("keeps trials", () => {
    const trial = { kind: "trial", from: null, to: null, duration: null, response: null };
    expect(stated("physical therapy")).toEqual([{ ...trial, response: "failed", duration: "6 weeks" }]);
    expect(stated("home exercise")).toEqual([
      { ...trial, response: "partially succeeded", duration: "4 weeks to 6 weeks", from: "2014-01-02" },
    ]);
    expect(stated("injections")).toEqual([{ ...trial, response: "not tried" }]);
  });

  test("keeps lists, and whether they are complete", () => {
    expect(value?.lists).toMatchObject([
      {
        list: "oxygen test",
        complete: true,
        entries: [
          {
            fields: [
              { field: "activity", value: { kind: "text", text: "rest" } },
              { field: "PO2", value: { kind: "text", text: "57 mmHg" } },
            ],
            evidence: { document: "lab sheet", kind: "test result" },
          },
          {
            fields: [{ field: "activity" }, { field: "PO2", value: { kind: "interval", from: "50 mmHg", to: null } }],
            evidence: null,
          },
        ],
      },
    ]);
  });

  test("keeps what is asked for, decided and expected", () => {
    expect(value?.requests).toMatchObject([
      {
        service: "home oxygen",
        code: "HCPCS E1390",
        askedFor: [
          { fact: "use", statements: [{ value: { kind: "text", text: "sleep" } }] },
          { fact: "types of unit", statements: [{ value: { kind: "text", text: "1" } }] },
        ],
        administrator: { decision: "modified", guideline: "MTUS ACOEM" },
        decision: { review: "overturned in part", reason: "the record shows more" },
        expect: { outcome: "modified", review: "overturned in part", answers: { edema: "met" }, source: "a person" },
      },
    ]);
  });

  test("knows where each value stands", () => {
    const places =
      value?.facts.flatMap((one) => one.statements.map(({ place }) => text.slice(place?.start, place?.end))) ?? [];
    expect(places.slice(0, 4)).toEqual(["yes", "{ born: 1951-07 }", "57.0 %", "2014-04"]);
    expect(value?.facts.map(({ place }) => text.slice(place?.start, place?.end))).toEqual(
      value?.facts.map((one) => one.fact),
    );
  });
});

describe("The case in the README of the guideline sets", () => {
  test("is read without a word", () => {
    const readme = readFileSync(new URL("../../../../guidelines/README.md", import.meta.url), "utf8");
    const block = /```yaml\n((?:(?!```)[\s\S])*schema: precept\/case[\s\S]*?)```/.exec(readme)?.[1] ?? "";
    expect(decodeCase({ name: "README.md", text: block }).diagnostics).toEqual([]);
    expect(block).toContain("schema: precept/case/1");
  });
});

describe("The JSON Schema of case files", () => {
  test("as shipped is the one the engine reads by", async () => {
    const shipped = new URL("../../../../guidelines/case.schema.json", import.meta.url).pathname;
    await expect(`${JSON.stringify(caseJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(shipped);
  });

  test("is of the draft that editors know, and allows nothing unknown at the top", () => {
    expect(caseJsonSchema()).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      additionalProperties: false,
    });
  });
});
