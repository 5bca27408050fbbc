import { describe, expect, it } from "vitest";
import { completions, hover, outline, references, rename, tokens } from "../../../dsl/index.ts";
import { marked } from "./marked.ts";

const head = `guideline "Low Back Complaints"
  source "ACOEM", page 1
codes lumbar radiculopathy: ICD-10-CM M54.16, M51.1* to come
  "radiculopathy of the lumbar spine"
codes neck pain: ICD-10-CM M54.2
codes studies: CPT 72148
fact diagnosis: ICD-10-CM code
fact accepted diagnosis: ICD-10-CM code
fact pain root: one of L4, L5
fact reflex root: one of L4, S1
fact pain site: body site in lumbar spine, knee
fact session: list, each with
  region: one of cervical, lumbar
fact requested region: one of cervical, lumbar
`.replace(" to come", "");

const at = (lines: string) => marked(`${head}${lines}`);

function labels(lines: string): readonly string[] {
  const { analysis, offset } = at(lines);
  return completions(analysis, offset).map(({ label }) => label);
}

function coloured(lines: string): readonly string[] {
  const { analysis, text } = at(lines);
  return tokens(analysis)
    .filter(({ start }) => start >= head.length)
    .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

describe("lists of codes", () => {
  it("are offered after `is in` when they hold codes of the fact's system", () => {
    expect(labels("define x\n  as diagnosis is i‸")).toContain("is in");
    expect(labels("define x\n  as diagnosis is in ‸")).toContain("lumbar radiculopathy");
    expect(labels("define x\n  as diagnosis is in ‸")).not.toContain("studies");
  });

  it("offer the systems", () => expect(labels("codes x: S‸")).toEqual(["SNOMED CT"]));

  it("are coloured", () => {
    expect(coloured("codes pain: ICD-10-CM M54.5*, M54.2 to M54.4")).toEqual([
      "keyword codes",
      "declaration pain",
      "keyword ICD-10-CM",
      "value M54.5*",
      "value M54.2",
      "operator to",
      "value M54.4",
    ]);
    expect(coloured("define x\n  as diagnosis is one of M54.1*, M50.1 to M50.13")).toEqual([
      "keyword define",
      "declaration x",
      "keyword as",
      "name diagnosis",
      "operator is one of",
      "value M54.1*",
      "value M50.1",
      "operator to",
      "value M50.13",
    ]);
    expect(coloured("define x\n  as diagnosis is not in lumbar radiculopathy, neck pain").slice(3)).toEqual([
      "name diagnosis",
      "operator is not in",
      "name lumbar radiculopathy",
      "name neck pain",
    ]);
  });

  it("say what they hold", () => {
    const { analysis, offset } = at("define x\n  as diagnosis is in lumbar rad‸iculopathy");
    const said = hover(analysis, offset)?.markdown ?? "";
    for (const part of ["list of codes", "radiculopathy of the lumbar spine", "M54.16, M51.1\\*", "Used once"])
      expect(said).toContain(part);
  });

  it("are in the outline, and renamed wherever they are named", () => {
    const { analysis, offset } = at("define x\n  as diagnosis is in lumbar rad‸iculopathy");
    expect(
      outline(analysis)
        .filter(({ kind }) => kind === "code list")
        .map(({ name }) => name),
    ).toEqual(["lumbar radiculopathy", "neck pain", "studies"]);
    const renamed = rename(analysis, offset, "radicular syndromes");
    expect("edits" in renamed ? renamed.edits.length : renamed.refused).toBe(2);
  });
});

describe("body sites", () => {
  it("are offered with their regions and the tests of their parts", () => {
    expect(labels("define x\n  as pain site ‸")).toEqual(
      expect.arrayContaining(["is", "is one of", "is on the left", "is at", "is not documented"]),
    );
    expect(labels("define x\n  as pain site is kn‸")).toContain("knee");
    expect(labels("fact y: body ‸")).toEqual(["body site in"]);
  });

  it("are coloured", () => {
    expect(coloured("define x\n  as pain site is one of left knee, L5-S1").slice(3)).toEqual([
      "name pain site",
      "operator is one of",
      "value left knee",
      "value L5-S1",
    ]);
    expect(coloured("define x\n  as pain site is on the left").slice(3)).toEqual([
      "name pain site",
      "operator is on the",
      "value left",
    ]);
  });

  it("say what is asked", () => {
    const { analysis, offset } = at("define x\n  as pain site is o‸n the left");
    expect(hover(analysis, offset)?.markdown).toContain("on the left or on both sides");
  });
});

describe("facts held against each other", () => {
  it("are offered when they could be the same", () => {
    expect(labels("define x\n  as pain root is the same as ‸")).toEqual(["reflex root"]);
    expect(labels("define x\n  as diagnosis is the same as ‸")).toEqual(["accepted diagnosis"]);
  });

  it("are names in both places", () => {
    expect(coloured("define x\n  as pain root is the same as the reflex root").slice(3)).toEqual([
      "name pain root",
      "operator is the same as the",
      "name reflex root",
    ]);
    const { analysis, offset } = at("define x\n  as pain root is the same as the reflex ro‸ot");
    expect(references(analysis, offset)).toHaveLength(2);
  });

  it("are found inside `where`", () => {
    const { analysis, offset } = at("define x\n  as any session where it is in the requested re‸gion");
    expect(references(analysis, offset)).toHaveLength(2);
  });

  it("say what is asked", () => {
    const { analysis, offset } = at("define x\n  as pain root is the sa‸me as reflex root");
    expect(hover(analysis, offset)?.markdown).toContain("both facts have the same value");
  });
});
