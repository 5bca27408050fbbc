import { expect, test } from "vitest";
import { editionAfter, editionInForce } from "../../../engine/release/index.ts";

const edition = (version: string, effectiveFrom: string, effectiveTo: string | null = null) => ({
  version,
  digest: `sha256:${version}`,
  effectiveFrom,
  effectiveTo,
});

const two = [edition("1.0.0", "2014-01-01"), edition("2.0.0", "2015-06-01", "2016-12-31")];

test.each([
  ["the first day", two, "2014-01-01", "1.0.0"],
  ["the day before the next begins", two, "2015-05-31", "1.0.0"],
  ["the day the next begins", two, "2015-06-01", "2.0.0"],
  ["its last day", two, "2016-12-31", "2.0.0"],
  [
    "of two that begin on one day the higher, by number and not by letter",
    [edition("1.9.0", "2014-01-01"), edition("1.10.0", "2014-01-01")],
    "2014-01-01",
    "1.10.0",
  ],
  ["in whatever order they stand", two.toReversed(), "2015-06-02", "2.0.0"],
  [
    "a later version that begins earlier gives way to the one that began last",
    [edition("1.0.0", "2015-01-01"), edition("1.0.1", "2014-01-01")],
    "2016-01-01",
    "1.0.0",
  ],
  [
    "one that was retired before it began never was",
    [edition("1.0.0", "2014-01-01"), edition("1.0.1", "2015-01-01", "2014-06-30")],
    "2016-01-01",
    "1.0.0",
  ],
])("%s", (_, editions, day, version) => {
  expect(editionInForce(editions, day, "knees")).toMatchObject({ edition: { version }, problem: null });
});

test.each([
  ["without a release", [], "2014-01-01", "The set `knees` has no release, so nothing is in force."],
  [
    "before the first",
    two,
    "2013-12-31",
    "Nothing of `knees` was in force on 2013-12-31: its first release, 1.0.0, decides from 2014-01-01 on.",
  ],
  [
    "after the last has ended, whatever was open before it",
    two,
    "2017-01-01",
    "Nothing of `knees` is in force on 2017-01-01: release 2.0.0 ended on 2016-12-31.",
  ],
  [
    "where all were retired before they began",
    [edition("1.0.0", "2015-01-01", "2014-12-31")],
    "2015-01-01",
    "Nothing of `knees` is in force: every release was retired before it began.",
  ],
])("nothing is in force %s, and it is said why", (_, editions, day, problem) => {
  expect(editionInForce(editions, day, "knees")).toEqual({ edition: null, problem });
});

const day = "2015-06-01";
test.each([
  ["the next that begins", two, "2.0.0"],
  ["of the next that begin on one day the highest", [...two, edition("2.1.0", day), edition("1.9.0", day)], "2.1.0"],
  ["one that begins on the same day and is higher", [...two, edition("1.0.1", "2014-01-01")], "1.0.1"],
  ["none that was retired before it began", [edition("2.0.0", day, "2015-05-01")], undefined],
  ["none that begins before", [edition("0.9.0", "2013-01-01")], undefined],
  ["not itself", [edition("1.0.0", "2014-01-01")], undefined],
])("the place of an edition takes %s", (_, editions, version) => {
  expect(editionAfter(edition("1.0.0", "2014-01-01"), editions)?.version).toBe(version);
});

test("nobody takes the place of an edition that ended before, or never was", () => {
  expect(editionAfter(edition("1.0.0", "2014-01-01", "2015-05-31"), two)).toBeNull();
  expect(editionAfter(edition("1.0.0", "2014-01-01", "2013-05-31"), two)).toBeNull();
  expect(editionAfter(edition("1.0.0", "2014-01-01", "2015-06-01"), two)?.version).toBe("2.0.0");
});
