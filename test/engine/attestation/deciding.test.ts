import { beforeAll, expect, test } from "vitest";
import { notDeciding, type Standing, verifyAttestation } from "../../../engine/attestation/index.ts";
import { attested } from "./attested.ts";

const published = { from: "2026-04-01", to: "2026-12-31" };
let good: Standing["attestation"];
beforeAll(async () => {
  const { evidence } = await attested({ statement: { effective: published } });
  good = (await verifyAttestation(evidence)).attestation;
});

const next = { version: "2.0.0", from: "2026-09-01" };

test.each([
  ["the day before it begins", published, null, "2026-03-31", "it decides days of service from 2026-04-01 on."],
  ["its first day", published, null, "2026-04-01", null],
  ["its last day", published, null, "2026-12-31", null],
  ["the day after it ended", published, null, "2027-01-01", "it ended on 2026-12-31."],
  ["the last day before another", published, next, "2026-08-31", null],
  ["the first day of another", published, next, "2026-09-01", "release 2.0.0 took its place on 2026-09-01."],
  [
    "a day after it was retired",
    { from: published.from, to: "2026-05-05" },
    null,
    "2026-05-06",
    "it was retired, with its last day on 2026-05-05.",
  ],
  [
    "any day, retired before it began",
    { from: published.from, to: "2026-03-03" },
    null,
    "2026-04-01",
    "it was retired before it began.",
  ],
])("of %s says whether the release decides it", (_, effective, replaced, day, why) => {
  const said = why === null ? null : `Release 1.0.0 does not decide ${day}: ${why}`;
  expect(notDeciding({ attestation: good, effective, replaced }, day)).toBe(said);
});

test("where nothing is signed nothing is known", () => {
  expect(notDeciding({ attestation: null, effective: null, replaced: null }, "2026-01-01")).toBeNull();
});
