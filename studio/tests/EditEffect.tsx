import { useAnalysis, useShow } from "../session/index.ts";
import { OutcomeWord } from "../theme/index.ts";
import type { CaseTransition } from "../worker/index.ts";
import styles from "./consequence.module.css";

const none: readonly CaseTransition[] = [];

/** Which answers of the set's cases move between the saved files and what is typed. */
export function EditEffect() {
  const transitions = useAnalysis((analysis) => analysis?.transitions ?? none);
  const show = useShow();
  return (
    <section className={styles["column"]} aria-label="This edit">
      <h2>This edit, against what is saved</h2>
      <output className={styles["figure"]}>
        {transitions.length === 0 ? (
          <>
            <strong>Same</strong> for every case
          </>
        ) : (
          <>
            <strong>{transitions.length}</strong> {transitions.length === 1 ? "answer moves" : "answers move"}
          </>
        )}
      </output>
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
