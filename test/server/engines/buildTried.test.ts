import { expect, test } from "vitest";
import { candidateOf, nothingEarlier } from "../../../engine/release/index.ts";
import { buildTried } from "../../../server/engines/index.ts";
import { testedNecks } from "../../engine/bundle/necks.ts";
import { altered, today } from "./released.ts";

const necks = candidateOf(testedNecks());
const refused = (detail: RegExp) => ({
  kind: "refused",
  objections: [{ kind: "set", detail: expect.stringMatching(detail) }],
});

test("a release is made with the engine that tested it", async () => {
  expect(await buildTried(necks, nothingEarlier, await today())).toMatchObject({ kind: "built" });
});

test("none is made with an engine that was built of other sources, and decides a case otherwise", async () => {
  const other = altered(await today(), "criteria met", "criteria fulfilled");
  expect(await buildTried(necks, nothingEarlier, other)).toMatchObject(
    refused(/says otherwise of `cases\/.*build it anew/),
  );
});

test("none is made with an engine that does not work where it will be asked", async () => {
  const bytes = new TextEncoder().encode("import 'node:fs'; export const open = () => null;");
  expect(await buildTried(necks, nothingEarlier, { version: "0.0.1", bytes })).toMatchObject(refused(/does not work/));
});
