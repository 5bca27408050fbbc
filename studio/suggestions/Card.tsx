import type { Outcome } from "../../engine/values/index.ts";
import { FactTable } from "../factTable/index.ts";
import { Sign, toneOfOutcome } from "../theme/index.ts";
import type { SuggestedCase } from "../worker/proof/index.ts";
import { answerKeys, answerWords } from "./answerKeys.ts";
import styles from "./suggestions.module.css";

interface CardProps {
  readonly card: SuggestedCase;
  readonly give: (outcome: Outcome) => void;
  readonly skip: () => void;
}

/** One case in plain words, and the question. */
export function Card({ card, give, skip }: CardProps) {
  return (
    <article className={styles["card"]} aria-label="Suggested case">
      <p className={styles["soft"]}>Somebody asks for</p>
      <h2>{card.service}</h2>
      <FactTable of={card.case} label="What the record documents" />
      <p className={styles["soft"]}>Nothing else is documented.</p>
      <h3>What should happen here?</h3>
      <div className={styles["answers"]}>
        {card.outcomes.map((outcome) => (
          <button key={outcome} type="button" onClick={() => give(outcome)} aria-keyshortcuts={answerKeys[outcome]}>
            <Sign tone={toneOfOutcome[outcome]} />
            {answerWords[outcome]}
            <kbd>{answerKeys[outcome]}</kbd>
          </button>
        ))}
        <button type="button" className={styles["skip"]} onClick={skip} aria-keyshortcuts="S">
          Skip
          <kbd>S</kbd>
        </button>
      </div>
      <Settles settles={card.settles} />
    </article>
  );
}

function Settles({ settles }: Pick<SuggestedCase, "settles">) {
  if (settles.length === 0) return null;
  return (
    <details className={styles["settles"]}>
      <summary>
        Why this case: an answer settles {settles.length === 1 ? "one thing" : `${settles.length} things`}
      </summary>
      <ul>
        {settles.map((one) => (
          <li key={one}>{one.replaceAll("`", "")}</li>
        ))}
      </ul>
    </details>
  );
}
