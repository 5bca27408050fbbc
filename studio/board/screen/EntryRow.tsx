import { applyEdits, type Fix } from "../../../dsl/index.ts";
import { useShow, useStudio, useView } from "../../session/index.ts";
import { Words } from "../../theme/index.ts";
import type { BoardEntry } from "../../worker/proof/index.ts";
import styles from "./board.module.css";
import { StateSign } from "../StateSign.tsx";

interface EntryRowProps {
  readonly entry: BoardEntry;
  readonly path: string;
}

/** What was found, is open or is kept: a sentence, why, and what can be done about it. */
export function EntryRow({ entry, path }: EntryRowProps) {
  const { witness } = useView();
  const open = useOpenWitness(entry);
  return (
    <li
      className={styles["entry"]}
      data-entry
      data-state={entry.state}
      aria-current={witness === entry.id ? "true" : undefined}
      // The arrow keys go from entry to entry.
      tabIndex={-1}
    >
      <StateSign state={entry.state} />
      <div className={styles["words"]}>
        <Sentence entry={entry} />
        <p className={styles["actions"]}>
          {open === null ? null : (
            <button type="button" className={styles["strong"]} onClick={open}>
              Show me the case
            </button>
          )}
          <Fixes entry={entry} path={path} />
          <Explain entry={entry} />
        </p>
      </div>
    </li>
  );
}

function Sentence({ entry: { state, diagnostic, problem, because } }: { readonly entry: BoardEntry }) {
  if (state === "open")
    return (
      <>
        <p>
          Not proved: <strong>{problem}</strong>.
        </p>
        <p className={styles["soft"]}>Because {because}.</p>
      </>
    );
  return (
    <>
      <p className={styles["message"]}>
        <Words text={diagnostic?.message ?? problem} />
      </p>
      {state === "accepted" ? (
        <p className={styles["soft"]}>
          Kept, because <q className={styles["reason"]}>{because}</q>
        </p>
      ) : diagnostic?.hint === undefined ? null : (
        <p className={styles["soft"]}>
          <Words text={diagnostic.hint} />
        </p>
      )}
    </>
  );
}

/** Opens the witness in the case pane; `null` where what was found is that no case does something. */
function useOpenWitness({ id, witness }: BoardEntry): (() => void) | null {
  const show = useShow();
  return witness === null ? null : () => show({ witness: id });
}

function Fixes({ entry, path }: EntryRowProps) {
  const { workspace, prover } = useStudio();
  const apply = ({ edits }: Fix) => {
    const text = workspace.state.get().files[path]?.text;
    // A fix is of the text it was made for.
    if (text !== undefined && text === prover.state.get().proofs.boards[path]?.text)
      workspace.edit(path, applyEdits(text, edits));
  };
  if (entry.state !== "found") return null;
  return (entry.diagnostic?.fixes ?? []).map((fix) => (
    <button key={fix.title} type="button" className={styles["strong"]} onClick={() => apply(fix)}>
      {fix.title}
    </button>
  ));
}

function Explain({ entry: { diagnostic } }: { readonly entry: BoardEntry }) {
  const { explained } = useStudio();
  if (diagnostic === null) return null;
  return (
    <button type="button" onClick={() => explained.set(() => diagnostic.code)}>
      Explain {diagnostic.code}
    </button>
  );
}
