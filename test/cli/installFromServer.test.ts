import { afterAll, beforeAll, expect, test } from "vitest";
import { buildRelease, candidateOf } from "../../engine/release/index.ts";
import { keySecret, publishRelease, storeShelf } from "../../server/publishing/index.ts";
import { keepReleaseName } from "../../server/store/names/index.ts";
import { someEngine } from "../engine/release/candidate.ts";
import { type Served, serve } from "../server/served.ts";
import { knees } from "./knees.ts";
import { type Workplace, workplace } from "./precept.ts";

const files = ["set.yaml", "knee.guideline", "cases/locked.yaml"].map((path) => ({
  path,
  text: String(knees[`knees/${path}`]),
}));

let served: Served;
let place: Workplace;
beforeAll(async () => {
  place = await workplace({});
  served = await serve(Object.fromEntries(files.map(({ path, text }) => [`my-draft/${path}`, text])));
  const alongside = async (transaction: Parameters<typeof keepReleaseName>[0]) => {
    expect(await keepReleaseName(transaction, "my-draft", "knees")).toBeNull();
  };
  await publishRelease(storeShelf(served.database, { secret: keySecret("of tests"), actor: "local", alongside }), {
    set: "knees",
    base: null,
    build: (earlier) => buildRelease(candidateOf(files), earlier, someEngine),
    effective: { from: "2026-01-01", to: null },
    approvals: [],
    waivers: [],
    independentlyApproved: false,
    publishedBy: "Local author",
    clock: () => new Date(),
  });
});
afterAll(() => Promise.all([served.stop(), place.leave()]));

const install = (what: string) =>
  place.precept(
    `install ${what} --from ${served.url} --keys ${served.url}/.well-known/jwks.json --into ${what.slice(0, 5)} --json`,
  );

test.each(["knees", "knees@1.0.0", "knees --as-of 2026-01-01"])(
  "%s comes from the set that it is of, whatever the draft is called",
  async (what) => {
    const { code, out } = await install(what);
    expect([code, JSON.parse(out)]).toMatchObject([0, { verdict: "verified", version: "1.0.0", installed: true }]);
  },
);

test("what the draft is called is no release", async () => {
  expect(await install("my-draft")).toMatchObject({ code: 1 });
});
