import { useShow } from "../../session/index.ts";
import { sentenceCase, withKeys } from "../../theme/index.ts";
import type { Comparison, CoveringCase, Transition } from "../../worker/proof/index.ts";
import styles from "./compare.module.css";
import { SideBySide } from "./SideBySide.tsx";

interface TransitionDetailProps {
  readonly of: Comparison;
  readonly transition: Transition;
}

/** When cases move so, in the guideline's words; which of the set do; and one case by both versions. */
export function TransitionDetail({ of, transition }: TransitionDetailProps) {
  const { from, to, state, because, cases, witness } = transition;
  return (
    <div className={styles["detail"]}>
      <h3>
        {sentenceCase(from)} by {of.against}, {to === from ? "with another outcome" : to} now
      </h3>
      {state === "not proved" ? <p>Neither shown nor ruled out, because: {because}</p> : <When {...transition} />}
      <Cases cases={cases} />
      {witness === null ? null : <SideBySide of={of} witness={witness} />}
    </div>
  );
}

function When({ when, complete, missing }: Transition) {
  if (when === null || when.length === 0)
    return missing.length === 0 ? null : (
      <p>
        In cases like the one below, as long as the record leaves {missing.join(" and ")} open: not documented, or
        documented in two ways.
      </p>
    );
  return (
    <>
      <p>{complete ? "Exactly when" : "When, among others,"}</p>
      <ul className={styles["when"]}>
        {when.map((words, index) => (
          <li key={words}>
            {index === 0 ? "" : <span className={styles["soft"]}>or </span>}
            <Terms words={words} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** A way is broken between its terms, never within one. */
function Terms({ words }: { readonly words: string }) {
  return (
    <q>
      {withKeys(words.split(/ (?=AND )/), (term) => term).map(({ key, item }) => (
        <span key={key} className={styles["term"]}>
          {item}{" "}
        </span>
      ))}
    </q>
  );
}

function Cases({ cases }: { readonly cases: readonly CoveringCase[] }) {
  const show = useShow();
  if (cases.length === 0) return <p className={styles["soft"]}>No case of the set moves so.</p>;
  return (
    <p className={styles["cases"]}>
      Of the set:{" "}
      {withKeys(cases, ({ path }) => path).map(({ key, item: { path, title } }) => (
        <button key={key} type="button" onClick={() => show({ case: path, view: undefined })}>
          {title}
        </button>
      ))}
    </p>
  );
}
