import type { ComparedTransition } from "../../../api/index.ts";
import { isOutcome, OutcomePill, PlainPill, sentenceCase, toneOfOutcome } from "../../../theme/index.ts";
import styles from "./changes.module.css";

type ComparedWitness = NonNullable<ComparedTransition["witness"]>;

interface WitnessProps {
  readonly of: ComparedWitness;
  /** The version before; `null`: there is none. */
  readonly against: string | null;
  /** What the version after is called. */
  readonly now: string;
}

/** One case, and what either version says of it, side by side. */
export function Witness({ of, against, now }: WitnessProps) {
  return (
    <section className={styles["witness"]} aria-label="A case that moves so">
      <h4>A case that moves so</h4>
      {of.facts.length === 0 ? <p>Nothing is documented.</p> : null}
      <ul>
        {of.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <div className={styles["sides"]}>
        <Side title={against === null ? "Before" : `By ${against}`} outcomes={of.before} asOf={of.asOf.before} />
        <Side title={sentenceCase(now)} outcomes={of.now} asOf={of.asOf.now} />
      </div>
    </section>
  );
}

interface SideProps {
  readonly title: string;
  readonly outcomes: readonly string[];
  readonly asOf: string | null;
}

function Side({ title, outcomes, asOf }: SideProps) {
  // What is not documented yet could still decide it either way: neither is what it says today.
  const isOpen = outcomes.length > 1;
  return (
    <section aria-label={title}>
      <h5>{title}</h5>
      {(isOpen ? ["information needed"] : outcomes).map((outcome) => (
        <p key={outcome}>
          {isOutcome(outcome) ? (
            <OutcomePill tone={toneOfOutcome[outcome]}>{sentenceCase(outcome)}</OutcomePill>
          ) : (
            <PlainPill>{sentenceCase(outcome)}</PlainPill>
          )}
        </p>
      ))}
      {isOpen ? <p className={styles["soft"]}>It may still come out as {outcomes.join(" or ")}.</p> : null}
      {asOf === null ? null : <p className={styles["soft"]}>Asked as of {asOf}, when it is in force.</p>}
    </section>
  );
}
