import { useProofs, useShow } from "../session/index.ts";
import { Words } from "../theme/index.ts";
import type { BoardEntry } from "../worker/proof/index.ts";
import styles from "./column.module.css";
import { counted, countsOf } from "./counting.ts";

/** The proof board in short: what was found, what is open, and the way to the rest. */
export function BoardColumn() {
  const boards = useProofs((proofs) => proofs.boards);
  const show = useShow();
  const counts = countsOf(boards);
  const found = Object.values(boards).flatMap(({ entries }) => entries.filter(({ state }) => state === "found"));
  return (
    <section className={styles["column"]} aria-label="Proof board in short">
      <h2>Proof board</h2>
      <Figure />
      <p className={styles["links"]}>
        <button type="button" onClick={() => show({ view: "board", state: undefined })}>
          {counts.all === 0 ? "Open the board" : `See all ${counts.all}`}
          <span className="visually-hidden"> questions</span>
        </button>
        <button type="button" onClick={() => show({ view: "suggestions" })}>
          Answer a suggested case
        </button>
      </p>
      <ul className={styles["found"]} aria-label="Found">
        {found.slice(0, 50).map((entry) => (
          <Found key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function Figure() {
  const counts = countsOf(useProofs((proofs) => proofs.boards));
  const progress = useProofs((proofs) => proofs.progress);
  const outdated = useProofs((proofs) => proofs.outdated.length > 0);
  const unread = useProofs((proofs) => proofs.unread.length);
  if (counts.all === 0 && unread === 0)
    return (
      <p className={styles["soft"]}>
        {progress === null ? "Nothing to ask yet: the set has no criterion." : "Asking what holds for every case"}
      </p>
    );
  return (
    <>
      <output className={styles["figure"]}>
        {counts.found === 0 ? (
          <strong>Nothing found</strong>
        ) : (
          <>
            <strong>{counts.found}</strong> found
          </>
        )}
        <span className={styles["soft"]}>
          {counts.open === 0 ? "" : `, ${counts.open} not proved`}, {counts.proved} proved
        </span>
      </output>
      {unread === 0 ? null : (
        <p className={styles["soft"]}>Nothing is known of {counted(unread, "guideline")} with an error.</p>
      )}
      {outdated ? <p className={styles["soft"]}>By the text before the problem.</p> : null}
    </>
  );
}

function Found({ entry }: { readonly entry: BoardEntry }) {
  const show = useShow();
  const open = () => show(entry.witness === null ? { view: "board", state: "found" } : { witness: entry.id });
  return (
    <li>
      <button type="button" onClick={open}>
        <Words text={entry.diagnostic?.message ?? entry.problem} />
      </button>
    </li>
  );
}
