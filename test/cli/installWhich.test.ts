import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { guideline, knees, nextYear } from "./knees.ts";
import { type Workplace, workplace } from "./precept.ts";

let place: Workplace;
const publish = (from: string) =>
  place.precept(`publish knees --waive adequacy --because few --acknowledge --from ${from}`);
beforeAll(async () => {
  place = await workplace(knees);
  await publish(`${nextYear}-01-01`);
  await writeFile(join(place.folder, "knees/knee.guideline"), `${guideline}# A remark.\n`);
  await publish(`${nextYear}-06-01`);
});
afterAll(() => place.leave());

describe("which release is installed", () => {
  test.each([
    ["knees", "1.0.1"],
    ["knees@1.0.0", "1.0.0"],
    [`knees --as-of ${nextYear}-05-31`, "1.0.0"],
    [`knees --as-of ${nextYear}-06-01`, "1.0.1"],
    ["knees/releases/knees-1.0.0.tgz", "1.0.0"],
  ])("%s: %s", async (what, version) => {
    const { out } = await place.precept(
      `install ${what} --from knees --into out/${what.replaceAll(/\W/g, "-")} --json`,
    );
    expect(JSON.parse(out)).toMatchObject({ installed: true, version });
  });

  test("by its digest", async () => {
    const { digest } = JSON.parse((await place.precept("verify knees/releases/knees-1.0.0.tgz --json")).out);
    const { out } = await place.precept(`install knees@${digest} --from knees --into out/digest --json`);
    expect(JSON.parse(out)).toMatchObject({ installed: true, version: "1.0.0", digest });
  });

  test.each([`knees --as-of ${nextYear - 1}-12-31`, "knees@3.0.0", "hips"])("%s: none", async (what) => {
    expect((await place.precept(`install ${what} --from knees --into out/none`)).code).toBe(1);
  });
});

test("one that has ended is installed only where that is asked for, or the day is", async () => {
  const other = await workplace(knees);
  try {
    await other.precept("publish knees --waive adequacy --because few --acknowledge --from 2020-01-01 --to 2020-12-31");
    const refused = await other.precept("install knees --into here");
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringMatching(/in force until 2020-12-31 only.*--even-if-ended/),
    ]);
    expect((await other.precept("install knees --into here --even-if-ended")).code).toBe(0);
    expect((await other.precept("install knees --into there --as-of 2020-12-31")).code).toBe(0);
  } finally {
    await other.leave();
  }
});
