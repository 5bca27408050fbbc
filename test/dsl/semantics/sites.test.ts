import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levelNames, readValue, type Range, siteDomain, siteParts, sitesIn, sitesInWords } from "../../../dsl/index.ts";

const regions = ["cervical spine", "thoracic spine", "lumbar spine", "knee"];

function rangesOf(text: string): readonly Range[] | string {
  const read = readValue(text, { kind: "body site", regions });
  return "parts" in read ? read.parts.flatMap((part) => part.ranges) : read.problem.code;
}

function said(text: string): readonly string[] | string {
  const ranges = rangesOf(text);
  return typeof ranges === "string" ? ranges : sitesInWords(regions, ranges);
}

describe("a body site is a region, a side and a level", () => {
  it.each<[string, readonly string[] | string]>([
    ["knee", ["knee"]],
    ["the left knee", ["left knee"]],
    ["Left KNEE", ["left knee"]],
    ["both knees", ["both knee"]],
    ["bilateral lumbar spine", ["both lumbar spine"]],
    ["cervical spine C5-C6", ["cervical spine C5-C6"]],
    ["C5-6 cervical spine", ["cervical spine C5-C6"]],
    ["cervical spine c5/6", ["cervical spine C5-C6"]],
    ["lumbar spine L5 right", ["right lumbar spine L5"]],
    ["L5-S1", ["lumbar spine L5-S1"]],
    ["T12-L1", ["thoracic spine T12-L1", "lumbar spine T12-L1"]],
    ["S1 midline", ["midline lumbar spine S1"]],
    ["C8", ["cervical spine C8"]],
    ["", "E0233"],
    ["left", "E0233"],
    ["elbow", "E0233"],
    ["left left knee", "E0235"],
    ["lumbar spine L4 L5", "E0235"],
    ["lumbar spine C5", "E0234"],
    ["knee L5", "E0234"],
    ["lumbar spine L6", "E0233"],
    ["lumbar spine L4-S1", "E0233"],
    ["cervical spine C6-C5", "E0233"],
  ])("%s", (text, expected) => expect(said(text)).toEqual(expected));

  it("has levels in the spine only, and each site once", () => {
    const all = sitesIn(siteDomain(regions), regions);
    expect(new Set(all.map((site) => JSON.stringify(site))).size).toBe(all.length);
    expect(all.filter(({ region }) => region === "knee")).toHaveLength(4);
    // C1 to C8 and what lies below each of C1 to C7.
    expect(all.filter(({ region, side }) => region === "cervical spine" && side === "left")).toHaveLength(15);
  });

  it("never fails on any text", () => {
    const text = fc.string({ unit: fc.constantFrom(..."left kneC5-6/ L1 bothrigdm"), maxLength: 24 });
    fc.assert(
      fc.property(text, (written) => {
        expect(rangesOf(written)).toBeDefined();
      }),
    );
  });
});

describe("the parts of a site", () => {
  const regions = ["lumbar spine", "left ventricle", "knee"];

  it.each([
    ["left knee", { region: "knee", side: "left", level: null }],
    ["Lumbar spine L5 right", { region: "lumbar spine", side: "right", level: "L5" }],
    ["L5/S1", { region: null, side: null, level: "L5-S1" }],
    ["left ventricle", { region: "left ventricle", side: null, level: null }],
    ["both knees", { region: "knee", side: "both", level: null }],
  ])("%s", (text, parts) => {
    expect(siteParts(text, regions)).toEqual(parts);
  });

  it.each(["left right knee", "L4 L5", "elbow", "left elbow"])("are not told of %s", (text) => {
    expect(siteParts(text, regions)).toBeNull();
  });

  it("offers the levels a region has", () => {
    expect(levelNames("knee")).toEqual([]);
    expect(levelNames("sacrum")).toEqual(["L5-S1", "S1", "S2", "S3", "S4", "S5"]);
  });
});
