import { Button } from "@mantine/core";
import { useProofs, useShow } from "../session/index.ts";
import { OutcomeWord } from "../theme/index.ts";
import type { Strength } from "../worker/proof/index.ts";
import { answerWords } from "./answerKeys.ts";
import { type Deck, otherwise, type Said } from "./deck.ts";
import { Open } from "./LastAnswer.tsx";
import styles from "./suggestions.module.css";

interface FinishedProps {
  /** The guideline that was asked about. */
  readonly path: string;
  readonly deck: Deck;
  readonly dealAgain: () => void;
}

/** After the last card: what the cases cover and notice now, and what to do next. */
export function Finished({ path, deck, dealAgain }: FinishedProps) {
  const show = useShow();
  const working = useProofs((_, isWorking) => isWorking);
  const strength = useProofs((proofs) => (proofs.strength?.path === path ? proofs.strength : null));
  const more = useProofs((proofs) => proofs.suggestions?.cases.length ?? 0);
  const answered = deck.said.filter(({ answer }) => answer !== null).length;
  return (
    <div className={styles["finished"]}>
      <h2>{headline(deck.cards.length, answered)}</h2>
      {strength === null || working ? null : <StrengthNow of={strength} />}
      {working ? <p className={styles["soft"]}>Working out what the answers settle</p> : null}
      <Otherwise said={otherwise(deck)} />
      <Unfound />
      <div className={styles["next"]}>
        {more > 0 && !working ? (
          <Button onClick={dealAgain}>{more === 1 ? "Answer one more" : `Answer ${more} more`}</Button>
        ) : null}
        <Button variant="default" onClick={() => show({ view: "board" })}>
          Open the proof board
        </Button>
      </div>
    </div>
  );
}

function headline(cards: number, answered: number): string {
  if (cards === 0) return "No case needs to be answered";
  return answered === 1 ? "One case answered" : `${answered} cases answered`;
}

function StrengthNow({ of }: { readonly of: Strength }) {
  const due = of.obligations - of.impossible;
  const real = of.mistakes - of.equal;
  return (
    <dl className={styles["strength"]}>
      <div>
        <dt>Answers and reasons that some case shows</dt>
        <dd>
          <strong>{of.covered}</strong> of {due}
        </dd>
      </div>
      <div>
        <dt>Small mistakes in the text that some case would notice</dt>
        <dd>
          <strong>{of.noticed}</strong> of {real}
          {of.undecided === 0 ? "" : `, ${of.undecided} undecided`}
        </dd>
      </div>
    </dl>
  );
}

function Otherwise({ said }: { readonly said: readonly Said[] }) {
  if (said.length === 0) return null;
  return (
    <section aria-label="Otherwise than the text">
      <h3>{said.length === 1 ? "One answer is" : `${said.length} answers are`} not what the text says</h3>
      <ul className={styles["otherwise"]}>
        {said.map(({ card, answer, path }) => (
          <li key={card.id}>
            {card.service}: {answer === null ? "" : answerWords[answer].toLowerCase()}, the text{" "}
            <OutcomeWord words={card.says} /> <Open path={path} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What no case could be found for. */
function Unfound() {
  const open = useProofs((proofs) => proofs.suggestions?.open ?? none);
  if (open.length === 0) return null;
  return (
    <details className={styles["settles"]}>
      <summary>{open.length === 1 ? "One thing has" : `${open.length} things have`} no case yet</summary>
      <ul>
        {open.map((one) => (
          <li key={one}>{one.replaceAll("`", "")}</li>
        ))}
      </ul>
    </details>
  );
}

const none: readonly string[] = [];
