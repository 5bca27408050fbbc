import { anything, eachOf, type Phrase, question, related, type Said } from "./question.ts";

/** One code of each part that the phrases tell apart. */
const codes = ["M54.12", "M54.16", "M54.2", "M50.10", "M50.121", "M50.13", "M51.16", "Z99.9"];
const begins = (start: string): Said<string> => [`diagnosis: ${start}*`, (value) => value.startsWith(start)];
const diagnosis = question("diagnosis", ["fact diagnosis: ICD-10-CM code"], codes, [
  ...eachOf("diagnosis", codes),
  ["diagnosis: m5416", (value) => value === "M54.16"],
  ...["M54.1", "M54", "M50.1"].map(begins),
]);
const radiculopathy = ["codes radiculopathy: ICD-10-CM M54.1*,\n  M50.1 to M50.12, CPT 72148"];
const inList = (value: string): boolean => /^M54\.1|^M50\.10|^M50\.12/.test(value);

export const codeLists: readonly Phrase[] = [
  { ...diagnosis.asks("diagnosis is in radiculopathy", inList), declared: radiculopathy },
  { ...diagnosis.asks("diagnosis is not in radiculopathy", (value) => !inList(value)), declared: radiculopathy },
  diagnosis.asks("diagnosis is M54.16", (value) => value === "M54.16"),
  diagnosis.asks("diagnosis is one of M54*, M51.16", (value) => /^M54|^M51\.16/.test(value)),
  diagnosis.asks("diagnosis is M50.1 to M50.12", (value) => /^M50\.1[02]/.test(value)),
  diagnosis.asks("diagnosis is none of M54.1*, Z99.9", (value) => !/^M54\.1|^Z/.test(value)),
];

/** Of joints, which have no levels, these are all there are. */
const joints = ["knee", "shoulder"];
const sites = joints.flatMap((joint) => ["left", "right", "both", "midline"].map((side) => `${side} ${joint}`));
const siteOf = (name: string) =>
  question(name, [`fact ${name}: body site in knee, shoulder`], sites, [
    ["", anything],
    ...sites.map((site): Said<string> => [`${name}: ${site}`, (value) => value === site]),
    ...joints.map((joint): Said<string> => [`${name}: ${joint}`, (value) => value.endsWith(joint)]),
  ]);
const isOn = (side: string, site: string): boolean =>
  site.startsWith(side) || (site.startsWith("both") && side !== "midline");
const place = siteOf("pain site");

export const bodySites: readonly Phrase[] = [
  place.asks("pain site is left knee", (value) => value === "left knee"),
  place.asks("pain site is in the knee", (value) => value.endsWith("knee")),
  place.asks("pain site is on the left", (value) => isOn("left", value)),
  place.asks("pain site is not on the right", (value) => !isOn("right", value)),
  place.asks("pain site is on both sides", (value) => value.startsWith("both")),
  place.asks("pain site is one of left knee, right shoulder", (value) => /left knee|right shoulder/.test(value)),
];

const other = siteOf("other site");
const jointOf = (site: string): string => site.split(" ")[1] ?? "";

export const sitesHeldAgainstEachOther: readonly Phrase[] = [
  related(place, other, "pain site is the same as other site", (one, two) => one === two),
  related(place, other, "pain site is in the same region as other site", (one, two) => jointOf(one) === jointOf(two)),
  related(place, other, "pain site is on the same side as other site", (one, two) =>
    ["left", "right", "midline"].some((side) => isOn(side, one) && isOn(side, two)),
  ),
];
