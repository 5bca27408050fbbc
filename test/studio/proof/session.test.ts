import { describe, expect, it } from "vitest";
import type { ProofNews, ProofRequest } from "../../../studio/worker/proof/index.ts";
import { openProofSession, type Task } from "../../../studio/worker/proof/session.ts";

const files = [{ path: "knee.guideline", text: "guideline “Knee”\n" }];

function request(number: number, text: string): ProofRequest {
  const changes = [{ path: "knee.guideline", text }];
  return { number, changes, saved: files, wants: { release: null, suggestions: null } };
}

/** A session in which every step takes longer than a stretch, so that it pauses after each. */
function opened(tasks: readonly Task[], during: (pause: number) => void = () => {}) {
  const heard: { readonly news: ProofNews; readonly of: number }[] = [];
  let time = 0;
  let pauses = 0;
  const session = openProofSession(tasks, {
    now: () => {
      time += 20;
      return time;
    },
    pause: async () => {
      pauses += 1;
      during(pauses);
    },
  });
  session.listen((news, of) => heard.push({ news, of }));
  return { session, heard };
}

const doing = (name: string, work: Task["work"]): Task => ({ doing: name, work });
const done = async () => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};

describe("a session of proofs", () => {
  it("leaves what is under way as soon as there is a newer text", async () => {
    const steps: string[] = [];
    const counting = doing("counting", function* ({ typed }) {
      const text = typed.set.readings.get("knee.guideline")?.text ?? "";
      for (const step of [1, 2, 3]) {
        steps.push(`${text} ${step}`);
        yield;
      }
    });
    const { session } = opened([counting], (pause) => {
      if (pause === 2) session.take(request(2, "newer"));
    });
    session.take(request(1, "older"));
    await done();
    expect(steps).toEqual(["older 1", "older 2", "newer 1", "newer 2", "newer 3"]);
  });

  it("tells of each part once, and says when everything is answered", async () => {
    const covering = doing("covering", function* (_, tell) {
      tell({ coverage: {}, strength: strength(1) });
      yield;
      tell({ strength: strength(1) });
    });
    const { session, heard } = opened([covering]);
    session.take(request(1, "one"));
    await done();
    expect(heard.filter(({ news }) => news.strength !== undefined)).toHaveLength(1);
    expect(heard.at(-1)).toEqual({ news: { progress: null }, of: 1 });
  });

  it("goes on with the next question when one breaks, and says which", async () => {
    const broken = doing("comparing", () => {
      throw new Error("lost its place");
    });
    const whole = doing("covering", function* (_, tell) {
      tell({ strength: strength(3) });
      yield;
    });
    const { session, heard } = opened([broken, whole]);
    session.take(request(1, "one"));
    await done();
    expect(heard.some(({ news }) => news.strength?.covered === 3)).toBe(true);
    expect(heard.at(-1)?.news.failures).toEqual(["comparing: Error: lost its place"]);
  });

  it("takes the saved files for the typed ones while they are equal, and keeps both from one text to the next", async () => {
    const seen: boolean[] = [];
    const looking = doing("looking", function* ({ typed, saved }) {
      seen.push(typed === saved);
      yield;
    });
    const { session } = opened([looking]);
    session.take(request(1, files[0]?.text ?? ""));
    await done();
    const saved = session.scene()?.saved;
    session.take({ ...request(2, "another"), saved: null });
    await done();
    expect(seen).toEqual([true, false]);
    expect(session.scene()?.saved).toBe(saved);
  });
});

function strength(covered: number) {
  return {
    path: "knee.guideline",
    obligations: 9,
    covered,
    impossible: 0,
    mistakes: 0,
    noticed: 0,
    equal: 0,
    undecided: 0,
  };
}
