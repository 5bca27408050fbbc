import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { guideline, knees, kneesWith } from "./knees.ts";
import { type Workplace, workplace } from "./precept.ts";

let place: Workplace;
afterEach(() => place.leave());

const untidy = guideline.replace("  as exercises", "  as   exercises").replaceAll("\n", "\r\n");

describe("format", () => {
  test("leaves alone what is laid out already", async () => {
    place = await workplace(knees);
    const { code, out, err } = await place.precept("format knees");
    expect([code, out, err]).toEqual([0, "", "Everything is laid out already.\n"]);
  });

  test("writes what it changes and names it; comments stay", async () => {
    place = await workplace(kneesWith("knee.guideline", untidy));
    const { code, out } = await place.precept("format knees");
    expect([code, out]).toEqual([0, "knees/knee.guideline\n"]);
    expect(await readFile(join(place.folder, "knees/knee.guideline"), "utf8")).toBe(guideline);
  });

  test("--check changes nothing, says what would change and exits with 1", async () => {
    place = await workplace(kneesWith("knee.guideline", untidy));
    const { code, out } = await place.precept("format --check --json .");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({ schemaVersion: 1, changed: ["knees/knee.guideline"] });
    expect(await readFile(join(place.folder, "knees/knee.guideline"), "utf8")).toBe(untidy);
  });

  test("- goes from standard input to standard output", async () => {
    place = await workplace({});
    expect(await place.precept("format -", untidy)).toMatchObject({ code: 0, out: guideline });
    expect(await place.precept("format -", guideline)).toMatchObject({ code: 0, out: guideline });
  });

  test("leaves alone what is not text", async () => {
    place = await workplace({ "a.guideline": Uint8Array.of(0, 1, 2) });
    const { code, err } = await place.precept("format a.guideline");
    expect(code).toBe(1);
    expect(err).toContain("E0001");
    expect([...(await readFile(join(place.folder, "a.guideline")))]).toEqual([0, 1, 2]);
  });
});
