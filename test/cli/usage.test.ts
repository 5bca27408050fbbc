import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyEmptyStore } from "../support/index.ts";
import { type Workplace, workplace } from "./precept.ts";

const neck = [
  'guideline "Neck"',
  '  source "ACOEM", page 177',
  "fact pain: yes or no",
  "fact weeks: whole number",
  "service imaging",
  "  MRI    CPT 72141",
  "imaging if pain AND weeks >= 6",
].join("\n");

let place: Workplace;
beforeAll(async () => {
  place = await workplace({
    "necks/set.yaml": "title: Necks\n",
    "notes.txt": "x",
    "necks/releases/necks-1.0.0.tgz": "x",
    "necks/neck.guideline": neck,
    "broken.guideline": `${neck}\nimaging if nothing known`,
  });
});
afterAll(() => place.leave());

describe("help", () => {
  test("lists every command and the exit codes", async () => {
    const { code, out } = await place.precept("--help");
    expect(code).toBe(0);
    expect(out).toMatch(/Exit codes: 0 fine, 1 .*, 2 .*, 3 .*, 4 /);
  });

  test.each(["explain", "verify", "serve", "studio"])("of %s shows examples", async (command) => {
    const { code, out } = await place.precept(`${command} --help`);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`Examples:\n  precept ${command}`));
  });
});

test("--version prints the version", async () => {
  expect(await place.precept("--version")).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

describe("what cannot be meant exits with 2 and says what to type", () => {
  test.each([
    ["verfy x", /unknown command 'verfy'\n\(Did you mean verify\?\)/],
    ["serve --prot 1", /unknown option '--prot'\n\(Did you mean --port\?\)/],
    ["serve --port 70000", /A port is a number from 0 to 65535/],
    ["serve --guidelines neks", /There is no file or folder `neks`. Did you mean `necks`\?/],
    ["serve --guidelines notes.txt", /`notes.txt` is not a folder/],
    ["verify", /missing required argument 'release'\nRun `precept verify --help` to see how it is called\./],
    ["verify necks", /`necks` is a folder, not a release/],
    ["compare necks/releases/necks-1.0.0.tgz necks", /necks-1.0.0.tgz` is packed: a release, not a guideline set/],
    ["test necks/releases/necks-1.0.0.tgz", /`precept install FILE --into FOLDER` writes its set into a folder/],
    ["explain E0002", /There is no diagnostic `E0002`. Did you mean `E0001`/],
    ["explain nonsense", /Run `precept explain` to see every code/],
  ])("%s", async (line, message) => {
    const { code, out, err } = await place.precept(line);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^precept: /);
    expect(err).toMatch(message);
  });
});

describe("explain", () => {
  test("prints the page of a code, in either case", async () => {
    const { code, out } = await place.precept("explain e0001");
    expect(code).toBe(0);
    expect(out).toMatch(/^# E0001: this file is not text\n[^]*## Avoid[^]*## Prefer[^]*## Why/);
  });

  test("alone lists every code with its title", async () => {
    const { out } = await place.precept("explain");
    expect(out).toMatch(/^E0001 {2}this file is not text$/m);
  });

  test("--json prints the page", async () => {
    const { out } = await place.precept("explain E0001 --json");
    expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, code: "E0001", title: "this file is not text" });
  });
});

describe("explain with a guideline", () => {
  test("says it back as a numbered outline", async () => {
    const { code, out } = await place.precept("explain necks/neck.guideline --as outline");
    expect(code).toBe(0);
    expect(out).toContain("imaging if all of\n  1. pain\n  2. weeks is at least 6\n");
  });

  test("says it back in sentences", async () => {
    const { out } = await place.precept("explain necks/neck.guideline --as sentences --json");
    expect(JSON.parse(out)).toMatchObject({
      as: "sentences",
      guidelines: [
        { path: "necks/neck.guideline", text: expect.stringContaining("imaging if pain AND weeks is at least 6\n") },
      ],
    });
  });

  test("of which the meaning is not known says what is wrong instead", async () => {
    const { code, out, err } = await place.precept("explain broken.guideline --as outline");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("E0201");
  });
});

describe("serve", () => {
  test("prints its address and ends when it is asked to", async () => {
    await copyEmptyStore(join(place.folder, ".precept", "store", "database"));
    const { code, out } = await place.precept("serve --port 0 --guidelines .");
    expect(code).toBe(0);
    expect(out).toMatch(/^Serving guideline sets at http:\/\/127\.0\.0\.1:\d+ /);
  });
});
