import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkWhole } from "./check.ts";
import { type Watched, watch } from "./kills.ts";
import { countsOf } from "./ledger.ts";
import { newPlace } from "./places.ts";
import { save } from "./saving.ts";
import { launch, type Place, type Running } from "./server.ts";
import { publish, type Reviewing, reviewNext, untilGone } from "./work.ts";

// Real processes take their time to start, so each is started between the tests. `main.ts` kills at random, as often as it is told to.
describe("a server that is killed", () => {
  let place: Place;
  let watched: Watched;
  let running: Running | null = null;
  beforeAll(async () => {
    place = await newPlace(null);
  });
  beforeAll(async () => {
    running = launch(place);
    await running.listens();
  });
  beforeAll(async () => {
    watched = await watch(place);
  });
  afterAll(async () => {
    running?.kill();
    await running?.ended;
    await rm(place.folder, { recursive: true });
  });

  it("in the midst of saves", async () => {
    const { team, ledger } = watched;
    for (let saves = 0; saves < 5; saves++) await save(team.author, ledger.files[1]);
    const killing = untilGone(() => save(team.author, ledger.files[1]));
    running?.kill();
    await killing;
    expect(await running?.ended).toBe(null);
  });

  describe("and started again", () => {
    beforeAll(async () => {
      running = launch(place, 'insert into "release"|1|2|writing');
      await running.listens();
    });

    it("has everything that it answered", async () => {
      await checkWhole(watched.team, watched.ledger, true);
      expect(countsOf(watched.ledger).get("save file")).toBeGreaterThanOrEqual(7);
    });

    describe("and killed between the writes of a release", () => {
      let reviewing: Reviewing;
      beforeAll(async () => {
        reviewing = await reviewNext(watched.team, watched.ledger);
      });

      it("answers nobody any more", async () => {
        await untilGone(() => publish(reviewing));
        expect(await running?.ended).toBe(null);
      });

      describe("and started again", () => {
        beforeAll(async () => {
          running = launch(place);
          await running.listens();
        });

        it("has nothing that is half published", async () => {
          await checkWhole(watched.team, watched.ledger, true);
          expect([...watched.ledger.releases.keys()]).toEqual([]);
        });

        it("publishes what it did not", async () => {
          await publish(reviewing);
          expect([...watched.ledger.releases.keys()]).toEqual(["1.0.0"]);
        });
      });
    });
  });
});
