import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLocal } from "../../server/access/index.ts";
import { importFolder } from "../../server/store/drafts/index.ts";
import { openDatabase } from "../../server/store/index.ts";
import { copyEmptyStore, openEmptyStore } from "../support/index.ts";
import { type Workplace, workplace } from "./precept.ts";

let place: Workplace;
beforeAll(async () => {
  place = await workplace({ "necks/set.yaml": "title: Necks\n" });
  await copyEmptyStore(join(place.folder, "store", "database"));
});
afterAll(() => place.leave());

test("people add prints a link that is good once", async () => {
  const line = "people add Ann ann@precept.example --role admin --data store --address https://precept.example";
  const { code, out, err } = await place.precept(line);
  expect([code, err]).toEqual([0, expect.stringContaining("Open it to set the password of Ann.")]);
  expect(out).toMatch(/^https:\/\/precept\.example\/welcome#[\w-]{32}\n$/);
});

describe("what cannot be meant exits with 2 and says what to type", () => {
  test.each([
    ["people add Ann ann --role admin", /email: Invalid email/],
    ["people add Ann ann@precept.example --role owner", /A role is one of viewer, author/],
    ["people add Ann ann@precept.example", /name at least one role|required option/],
    ["people add Ann ann@precept.example --role admin --address http://precept.example", /An address is https:/],
    ["people attribute necks --data store", /Say whose they are: --to EMAIL/],
    ["people attribute necks --to nobody@precept.example --data store", /Nobody with the email nobody@/],
    ["people attribute none --to ann@precept.example --data store", /There is no guideline set `none`/],
    ["serve --import-as ann@precept.example", /--import-as is for --team/],
    [
      "serve --team --address https://precept.example --import-as ann@precept.example --guidelines . --data store",
      /No author with the email ann@/,
    ],
    ["serve --team", /--team needs --address/],
    ["serve --team --address https://precept.example --name Ann", /--name is for one person/],
    ["serve --team --address https://precept.example --even-if-team", /--even-if-team is for one person/],
    ["serve --host 0.0.0.0", /--address and --host are for --team/],
    ["serve --team --address https://precept.example/path", /nothing after the name and port/],
  ])("%s", async (line, message) => {
    const { code, out, err } = await place.precept(line);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });
});

test("the person at this machine is called what they said once", async () => {
  const { database, close } = await openEmptyStore();
  const called = async (name?: string) => {
    const wish = { evenIfTeam: false, ...(name === undefined ? {} : { name }) };
    const opened = await openLocal(database, wish, () => new Date());
    return opened.ok ? (await opened.value.whoAsks(new Request("http://127.0.0.1/")))?.name : null;
  };
  expect([await called(), await called("Ann Writer"), await called("Ann Smith"), await called()]).toEqual([
    "Local author",
    "Ann Writer",
    "Ann Smith",
    "Ann Smith",
  ]);
  await close();
});

test("a store in which people are listed is not served without accounts", async () => {
  await place.precept("people add Bea bea@precept.example --role admin --data store");
  const { code, out, err } = await place.precept("serve --port 0 --guidelines . --data store");
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(/This store is a team's.*--even-if-team/s);
});

test("texts that came from a folder are said to be somebody's", async () => {
  const database = await openDatabase({ kind: "folder", path: join(place.folder, "store", "database") });
  await importFolder(database, place.folder, { at: new Date() });
  await database.destroy();
  const said = await place.precept(
    "people attribute necks --to Ann@precept.example --to bea@precept.example --data store",
  );
  expect(said).toMatchObject({ code: 0, out: "1 file of necks: by Ann@precept.example, bea@precept.example.\n" });
  const { code, out } = await place.precept("audit --set necks --data store");
  expect([code, out]).toEqual([0, expect.stringMatching(/command line {2}attribute texts {2}necks/)]);
});
