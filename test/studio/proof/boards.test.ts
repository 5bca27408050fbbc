import { describe, expect, it } from "vitest";
import { withNews } from "../../../studio/worker/proof/news.ts";
import { nothing } from "../../../studio/worker/proof/nothing.ts";
import type { Proofs } from "../../../studio/worker/proof/index.ts";
import { openProofSession } from "../../../studio/worker/proof/session.ts";
import { createTasks } from "../../../studio/worker/proof/tasks/index.ts";

const knee = `guideline "Knee"
  source "A handbook of knees", page 1

fact locked knee: yes or no
fact swelling: yes or no

service imaging
  MRI of the knee    CPT 73721

imaging if locked knee
  cite page 1

imaging if swelling AND NOT swelling
  cite page 2
`;

/** A session on one guideline; every stretch is over at once, so that nothing hides in one step. */
function opened() {
  let proofs: Proofs = nothing;
  let number = 0;
  let time = 0;
  const now = () => {
    time += 300;
    return time;
  };
  const session = openProofSession(createTasks(now), { now, pause: () => new Promise((go) => setImmediate(go)) });
  return async (text: string) => {
    number += 1;
    const files = [{ path: "knee.guideline", text }];
    const finished = new Promise<void>((resolve) => {
      session.listen((news, of) => {
        proofs = withNews(proofs, news);
        if (of === number && news.progress === null) resolve();
      });
    });
    session.take({ number, changes: files, saved: files, wants: { release: null, suggestions: null } });
    await finished;
    return proofs;
  };
}

const stated = (proofs: Proofs) =>
  (proofs.boards["knee.guideline"]?.entries ?? [])
    .filter(({ state }) => state === "found")
    .map(({ diagnostic }) => diagnostic?.code);

describe("the board of a guideline", () => {
  it("says what was found, keeps it while the text has an error, and no longer once it is mended", async () => {
    const type = opened();
    expect(stated(await type(knee))).toEqual(["W0701"]);
    const broken = await type(`${knee}\nimaging if swelling or\n`);
    expect(broken.outdated).toEqual(["knee.guideline"]);
    expect(stated(broken)).toEqual(["W0701"]);
    expect(broken.boards["knee.guideline"]?.text).toBe(knee);
    expect(stated(await type(knee.replace("swelling AND NOT swelling", "swelling")))).toEqual([]);
  });

  it("never takes a guideline that cannot be read for one without flaws", async () => {
    const { boards, unread, edit } = await opened()(knee.replace("fact swelling: yes or no", "fact swelling: perhaps"));
    expect(boards).toEqual({});
    expect(unread).toEqual(["knee.guideline"]);
    expect(edit?.verdict).toBe("not proved");
  });

  it("keeps what the author accepts, with the reason", async () => {
    const because = "the published text says both";
    const board = await opened()(`${knee}\naccept never met because "${because}"\n`);
    const accepted = board.boards["knee.guideline"]?.entries.filter(({ state }) => state === "accepted");
    expect(accepted?.map((entry) => entry.because)).toEqual([because]);
  });
});
