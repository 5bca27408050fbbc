import { directionWords } from "../compare/index.ts";
import { useAnalysis, useProofs, useShow } from "../session/index.ts";
import { OutcomeWord } from "../theme/index.ts";
import type { CaseTransition } from "../worker/index.ts";
import type { Comparison } from "../worker/proof/index.ts";
import styles from "./consequence.module.css";

const none: readonly CaseTransition[] = [];

/** What this edit means: for every case there can be, once that is proved, and which answers of the set's cases move. */
export function EditEffect() {
  const transitions = useAnalysis((analysis) => analysis?.transitions ?? none);
  const show = useShow();
  return (
    <section className={styles["column"]} aria-label="This edit">
      <h2>This edit, against what is saved</h2>
      <output className={styles["figure"]}>
        <Meaning />
        <span className={styles["moves"]}>
          {transitions.length === 0
            ? "No case of the set moves"
            : `${transitions.length} ${transitions.length === 1 ? "answer moves" : "answers move"}`}
        </span>
      </output>
      <p className={styles["links"]}>
        <button type="button" onClick={() => show({ view: "compare", against: undefined })}>
          Compare
        </button>
      </p>
      <ul className={styles["list"]} aria-label="Answers that move">
        {transitions.map((transition) => (
          <li key={`${transition.path} ${transition.case}`}>
            <button type="button" onClick={() => show({ case: transition.path })}>
              <span className={styles["name"]}>{transition.case}</span>
              <span>
                <span className={styles["soft"]}>
                  <OutcomeWord words={transition.from} />
                </span>{" "}
                →{" "}
                <strong>
                  <OutcomeWord words={transition.to} />
                </strong>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The verdict on all cases there can be; the one before stays, marked, while the newer text is worked out. */
function Meaning() {
  const edit = useProofs((proofs) => proofs.edit);
  const working = useProofs((_, isWorking) => isWorking);
  const outdated = useProofs((proofs) => proofs.outdated.length > 0);
  if (edit === null) return null;
  const moved = edit.services.filter(({ verdict }) => verdict !== "same");
  return (
    <span className={styles["meaning"]} data-working={working}>
      <strong>{directionWords[edit.verdict]}</strong> {scopeOf(edit, moved)}
      {outdated ? <span className={styles["moves"]}>By the text before the problem.</span> : null}
    </span>
  );
}

/** `for imaging`, `for 3 services`, or for every case there can be. */
function scopeOf({ verdict }: Comparison, moved: Comparison["services"]): string {
  const [first, ...others] = moved;
  if (verdict === "same" || first === undefined) return "for every case there can be";
  return others.length === 0 ? `for ${first.service}` : `for ${moved.length} services`;
}
