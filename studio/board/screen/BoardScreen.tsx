import { Button } from "@mantine/core";
import { boardStates, useProofs, useShow, useView } from "../../session/index.ts";
import type { Board } from "../../worker/proof/index.ts";
import styles from "./board.module.css";
import { BoardProgress } from "./BoardProgress.tsx";
import { counted, countsOf, isTold, stateWords } from "../counting.ts";
import { GuidelineBoard } from "./GuidelineBoard.tsx";
import { useArrowKeys } from "./arrowKeys.ts";
import { StateSign } from "../StateSign.tsx";

/** What was asked of the guidelines without any case: what is proved, what is not, and what was found. */
export function BoardScreen() {
  const boards = useProofs((proofs) => proofs.boards);
  const arrows = useArrowKeys();
  const all = Object.values(boards);
  const { state } = useView();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the arrow keys of the entries inside
    <section className={styles["screen"]} aria-label="Proof board" onKeyDown={arrows}>
      <h1>Proof board</h1>
      <p className={styles["lead"]}>
        What can be known of the guidelines without any case. What is proved holds for every case there can be.
      </p>
      <BoardProgress />
      <Filter />
      <Failures />
      <Unread />
      {[...all.filter(isTold), ...all.filter((board) => !isTold(board))].map((board) => (
        <GuidelineBoard key={board.path} board={board} state={state ?? null} />
      ))}
      <Nothing boards={all} />
    </section>
  );
}

/** How many there are of each state; pressing one lists only those. */
function Filter() {
  const counts = countsOf(useProofs((proofs) => proofs.boards));
  const { state } = useView();
  const show = useShow();
  if (counts.all === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset would bring its own looks and a legend
    <div role="group" aria-label="Listed" className={styles["filter"]}>
      <button type="button" aria-pressed={state === undefined} onClick={() => show({ state: undefined })}>
        <strong>{counts.all}</strong> asked
      </button>
      {boardStates.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={state === name}
          onClick={() => show({ state: state === name ? undefined : name })}
        >
          <StateSign state={name} />
          <strong>{counts[name]}</strong> {stateWords[name]}
        </button>
      ))}
    </div>
  );
}

/** Guidelines of which nothing is known, because they never could be read. */
function Unread() {
  const unread = useProofs((proofs) => proofs.unread);
  const show = useShow();
  return unread.map((path) => (
    <p key={path} role="note" className={styles["failure"]}>
      Nothing could be asked of {path}: it has an error.{" "}
      <button type="button" onClick={() => show({ file: path })}>
        Open it
      </button>
    </p>
  ));
}

function Failures() {
  const failures = useProofs((proofs) => proofs.failures);
  return failures.map((failure) => (
    <p key={failure} role="alert" className={styles["failure"]}>
      This part stopped, and what it says may be old: {failure}
    </p>
  ));
}

/** What stands where nothing is listed: always with the next step. */
function Nothing({ boards }: { readonly boards: readonly Board[] }) {
  const { state } = useView();
  const show = useShow();
  const working = useProofs((_, isWorking) => isWorking);
  const counts = countsOf(Object.fromEntries(boards.map((board) => [board.path, board])));
  if (counts.all === 0) {
    return (
      <div className={styles["empty"]}>
        <h2>{working ? "The questions are being asked" : "Nothing has been asked yet"}</h2>
        <p>
          Every criterion is asked whether it can be met at all, whether it can fail, whether each of its parts matters,
          and whether two recommendations contradict each other. A criterion such as
        </p>
        <pre>oxygen if PO2 at most 55 mmHg OR PO2 at least 56 mmHg AND edema</pre>
        <p>would be told here to say nothing between 55 and 56 mmHg, with a case of 55.5 mmHg.</p>
        {working ? null : (
          <Button variant="default" onClick={() => show({ view: undefined })}>
            Write a guideline
          </Button>
        )}
      </div>
    );
  }
  if (state === undefined || counts[state] > 0) return null;
  return (
    <div className={styles["empty"]}>
      <h2>{emptyWords[state]}</h2>
      <p>{counted(counts.proved, "question is", "questions are")} proved.</p>
      <Button variant="default" onClick={() => show({ view: "suggestions" })}>
        Answer a suggested case
      </Button>
    </div>
  );
}

const emptyWords = {
  found: "Nothing was found that speaks against the text",
  open: "Nothing is left open",
  accepted: "Nothing is kept against what was found",
  proved: "Nothing is proved yet",
} as const;
