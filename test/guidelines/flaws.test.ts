import { expect, test } from "vitest";
import { analyseSet } from "../../engine/analysis/index.ts";
import { readSet } from "../../engine/set/index.ts";
import { filesOf, shippedSets } from "./shippedSet.ts";

/**
 * What the publications themselves leave open, found without any case. NCD 240.2 speaks of an arterial PO2 "at or below 55" and of
 * "56-59", NCD 240.4 of "5 to 14" and of "greater than or equal to 15" events an hour; commercial criteria ask six weeks of
 * treatment for radiculopathy and four for degenerative disease; one rating table has no row for CT without contrast in one condition: each is kept in its file, with that as the reason. On an implanted
 * device NCD 220.2 gives two ways that meet, which is a hint and stands in nobody's way.
 */
const known: Readonly<Record<string, readonly string[]>> = {
  "cms-ncd": [
    "Between `AHI from 5 to 14 /h` and `AHI at least 15 /h`, a value from 14.1 to 14.9 /h satisfies neither.",
    "Between `RDI from 5 to 14 /h` and `RDI at least 15 /h`, a value from 14.1 to 14.9 /h satisfies neither.",
    "Between `its PO2 at or below 55 mmHg` and `its PO2 from 56 to 59 mmHg`, a value from 55.1 to 55.9 mmHg satisfies neither.",
    "`MRI suits the implanted device` can be met although none of what it takes one of is known to be met.",
  ],
  "spine-and-imaging": [
    "Of some cases, such as low-velocity trauma or osteoporosis or age above 70: no, prior lumbar surgery: no, suspicion of cancer or infection or immunosuppression: no, and cauda equina syndrome: yes, no row of `rating of CT without contrast` speaks: it has no value there.",
    "Who meets both ways to `lumbar MRI by condition` is held only to `conservative care lasted at least 4 weeks`: `conservative care lasted at least 6 weeks` is then without effect.",
  ],
};

const sets = shippedSets.map((name) => [name, readSet(filesOf(name)).value] as const);

test.each(sets)("what is found in %s is what its publications leave open, each shown by a case", (name, set) => {
  const found = analyseSet(set).asked.flatMap(({ verdict }) => (verdict.kind === "found" ? [verdict.found] : []));
  expect(found.map(({ diagnostic }) => diagnostic.message)).toEqual(known[name] ?? []);
  const open = found.filter(({ accepted }) => accepted === null);
  expect(open.filter(({ diagnostic }) => diagnostic.severity !== "hint")).toEqual([]);
  expect(found.every(({ witness }) => witness !== null)).toBe(true);
});
