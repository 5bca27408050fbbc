import { useProofs } from "../../session/index.ts";
import type { Board, BoardEntry, BoardState } from "../../worker/proof/index.ts";
import styles from "./board.module.css";
import { counted, type Subject, subjectsOf } from "../counting.ts";
import { EntryRow } from "./EntryRow.tsx";
import { StateSign } from "../StateSign.tsx";
import { useOpenPlace } from "./useOpenPlace.ts";

interface GuidelineBoardProps {
  readonly board: Board;
  /** Only entries of this state; `null`: all. */
  readonly state: BoardState | null;
}

/** One guideline's questions, criterion by criterion. */
export function GuidelineBoard({ board, state }: GuidelineBoardProps) {
  const outdated = useProofs((proofs) => proofs.outdated.includes(board.path));
  const entries = board.entries.filter((entry) => state === null || entry.state === state);
  if (entries.length === 0) return null;
  return (
    <section className={styles["guideline"]} aria-label={board.title}>
      <h2>
        {board.title} <span className={styles["soft"]}>{counted(entries.length, "question")}</span>
      </h2>
      {outdated ? <p className={styles["outdated"]}>By the text before the problem.</p> : null}
      {subjectsOf(entries).map((subject) => (
        <Criterion key={subject.name} subject={subject} path={board.path} />
      ))}
    </section>
  );
}

/** What was asked of one criterion: first what needs a look, then what is proved, in one line. */
function Criterion({ subject, path }: { readonly subject: Subject; readonly path: string }) {
  const openPlace = useOpenPlace();
  const told = subject.entries.filter((entry) => entry.state !== "proved");
  const proved = subject.entries.filter((entry) => entry.state === "proved");
  const place = subject.entries[0]?.span;
  return (
    <div className={styles["criterion"]}>
      <h3>
        <button type="button" title="Show in the text" onClick={() => place && openPlace(path, place)}>
          {subject.name}
        </button>
      </h3>
      <ul>
        {told.map((entry) => (
          <EntryRow key={entry.id} entry={entry} path={path} />
        ))}
        {proved.length === 0 ? null : <Proved entries={proved} />}
      </ul>
    </div>
  );
}

function Proved({ entries }: { readonly entries: readonly BoardEntry[] }) {
  return (
    <li className={styles["proved"]}>
      <StateSign state="proved" />
      <span>
        <span className="visually-hidden">Proved: </span>
        {[...new Set(entries.map(({ problem }) => problem))].join(" · ")}
      </span>
    </li>
  );
}
