import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openSession } from "../../studio/worker/session.ts";

const folder = join(import.meta.dirname, "..", "..", "guidelines", "california-mtus");
const guideline = "neck-and-upper-back.guideline";
const openCase = "cases/cervical-imaging-as-decided.yaml";

function shippedFiles() {
  const paths = ["set.yaml", guideline, ...readdirSync(join(folder, "cases")).map((name) => `cases/${name}`)];
  return paths.map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

function opened() {
  const files = shippedFiles();
  const session = openSession();
  const first = session.analyse({ changes: files, saved: files, openCase, witness: null });
  const text = files.find(({ path }) => path === guideline)?.text ?? "";
  const type = (next: string) =>
    session.analyse({ changes: [{ path: guideline, text: next }], saved: null, openCase, witness: null });
  return { session, first, text, type };
}

describe("the studio's worker on the real case", () => {
  it("tells everything first, then only what changed", () => {
    const { first, text, type } = opened();
    expect(first.open?.determinations.map(({ review }) => review)).toEqual(["upheld", "upheld"]);
    expect(first.tests?.every(({ ok }) => ok)).toBe(true);
    expect(type(`${text}\n# a remark\n`)).toEqual({});
  });

  it("goes on answering by the last text that had one meaning, and says so", () => {
    const { text, type } = opened();
    const news = type(`${text}\nimaging if significant symptom change or failed strengthening\n`);
    expect(news.diagnostics?.map(({ code }) => code)).toEqual(["E0203"]);
    expect(news.open?.outdated).toEqual([guideline]);
    expect(news.open?.determinations.map(({ outcome }) => outcome)).toEqual([
      "information needed",
      "information needed",
    ]);
    expect(news.tests).toBeUndefined();
  });

  it("tells which answers move against the saved files", () => {
    const { text, type } = opened();
    // Without objective evidence being needed, the physician's opinion alone documents the change of symptoms.
    const news = type(text.replace(/(significant change of symptoms"\n) {2}needs objective evidence\n/, "$1"));
    const moved = news.transitions?.filter(({ path }) => path === openCase).map(({ from, to }) => [from, to]);
    expect(moved).toEqual([
      ["information needed", "criteria met"],
      ["information needed", "criteria met"],
    ]);
  });

  it("keeps the open case on screen while its text cannot be read", () => {
    const { session } = opened();
    const news = session.analyse({
      changes: [{ path: openCase, text: "case: [" }],
      saved: null,
      openCase,
      witness: null,
    });
    expect(news.open?.outdated).toEqual([openCase]);
    expect(news.open?.determinations.map(({ review }) => review)).toEqual(["upheld", "upheld"]);
  });
});

const oxygen = `guideline "Home use of oxygen"
  source "Worked example", page 1
  effective from 2014-01-01

fact hospice: yes or no
fact PO2: number in mmHg

service home oxygen
  oxygen concentrator    HCPCS E1390
  asked for
    use: one of around the clock, sleep

home oxygen if PO2 at most 55 mmHg AND use is sleep
  cite page 1
`;

const oxygenCase = `schema: precept/case/1
case: Oxygen at night
dates: { request date: 2014-05-14, service date: 2014-05-14 }
facts:
  PO2: 54 mmHg
  height: 170 cm
  hospice: no
requests:
  - service: oxygen concentrator
    asked for:
      use: sleep
  - service: a wheelchair
`;

it("puts a case's facts in the order of the guideline, those a service is asked for with at its request", () => {
  const files = [
    { path: "oxygen.guideline", text: oxygen },
    { path: "cases/a.yaml", text: oxygenCase },
  ];
  const { open } = openSession().analyse({ changes: files, saved: files, openCase: "cases/a.yaml", witness: null });
  expect(open?.facts.map(({ name, request, type }) => [name, request?.index ?? null, type?.kind ?? null])).toEqual([
    ["hospice", null, "yes or no"],
    ["PO2", null, "number"],
    ["height", null, null],
    ["use", 0, "one of"],
  ]);
  expect(open?.facts.at(-1)?.stated?.statements[0]?.value).toEqual({ kind: "text", text: "sleep" });
  expect(open?.determinations.map(({ outcome }) => outcome)).toEqual(["criteria met", "not addressed"]);
});
