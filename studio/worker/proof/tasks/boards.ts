import { analyseSet, type Asked, type ProofBoard } from "../../../../engine/analysis/index.ts";
import type { Board, BoardEntry, Proofs } from "../protocol.ts";
import type { Scene } from "../scene.ts";
import type { Task } from "../session.ts";
import { provedWords } from "./provedWords.ts";
import { slices } from "./slices.ts";

type Boards = Proofs["boards"];

/** Asks what can be asked without any case. What asks the same as before is not asked again. */
export function boardsTask(now: () => number): Task {
  const doing = "Asking what holds for every case";
  let previous: ProofBoard | undefined;
  let boards: Boards = {};
  return {
    doing,
    *work(scene, tell) {
      for (const slice of slices(now)) {
        const board = analyseSet(scene.typed.set, {
          shouldStop: slice.shouldStop,
          ...(previous === undefined ? {} : { previous }),
        });
        previous = board;
        if (!slice.hasStopped()) {
          boards = boardsOf(board, scene, boards);
          return tell({ boards });
        }
        tell({ progress: { doing, done: answeredIn(board), of: board.asked.length } });
        yield;
      }
    },
  };
}

function answeredIn({ kept }: ProofBoard): number {
  return [...kept.kept.values()].reduce((count, { answers }) => count + answers.asked.length, 0);
}

/** A guideline with an error keeps what was last said of it. */
function boardsOf({ asked }: ProofBoard, { typed }: Scene, before: Boards): Boards {
  const { byPath, outdated } = typed.guidelines;
  const answers = Map.groupBy(asked, ({ question }) => question.subject.file);
  return Object.fromEntries(
    [...byPath].flatMap(([path, { guideline }]) => {
      if (outdated.includes(path)) return before[path] === undefined ? [] : [[path, before[path]]];
      const text = typed.texts.get(path) ?? "";
      return [[path, { path, title: guideline.title, text, entries: entriesOf(answers.get(path) ?? []) }]];
    }),
  ) satisfies Readonly<Record<string, Board>>;
}

function entriesOf(asked: readonly Asked[]): readonly BoardEntry[] {
  const seen = new Map<string, number>();
  return asked.map((each) => {
    const { file, name } = each.question.subject;
    const key = [file, each.question.problem, name].join(" · ");
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return entryOf(each, count === 1 ? key : `${key} · ${count}`);
  });
}

function entryOf({ question, verdict }: Asked, id: string): BoardEntry {
  const { name, span } = question.subject;
  const entry = { id, problem: provedWords[question.problem], subject: name, span };
  const nothing = { because: null, diagnostic: null, witness: null };
  if (verdict.kind === "proved") return { ...entry, ...nothing, state: "proved" };
  if (verdict.kind === "open") return { ...entry, ...nothing, state: "open", because: verdict.because };
  const { diagnostic, witness, accepted } = verdict.found;
  const state = accepted === null ? "found" : "accepted";
  return { ...entry, state, diagnostic, witness, because: accepted?.because ?? null };
}
