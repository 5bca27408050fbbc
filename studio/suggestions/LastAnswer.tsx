import { useShow } from "../session/index.ts";
import { OutcomeWord } from "../theme/index.ts";
import { answerWords } from "./answerKeys.ts";
import type { Deck } from "./deck.ts";
import styles from "./suggestions.module.css";

interface LastAnswerProps {
  readonly deck: Deck;
  readonly undo: () => void;
}

/** What was said last, and only now what the guideline says of it. */
export function LastAnswer({ deck, undo }: LastAnswerProps) {
  const last = deck.said.at(-1);
  if (last === undefined) return <output className={styles["last"]} data-empty />;
  const { card, answer, path } = last;
  const differs = answer !== null && answer !== card.says;
  return (
    <output className={styles["last"]} data-differs={differs}>
      <span>
        {answer === null ? (
          "Skipped."
        ) : (
          <>
            You said <strong>{answerWords[answer].toLowerCase()}</strong>.{" "}
            {differs ? (
              <>
                The text says otherwise: <OutcomeWord words={card.says} />. One of both may need a look.{" "}
                <Open path={path} />
              </>
            ) : (
              "So does the text."
            )}
          </>
        )}
      </span>
      <button type="button" onClick={undo} aria-keyshortcuts="U">
        Undo <kbd>U</kbd>
      </button>
    </output>
  );
}

/** Opens the case with the text beside it. */
export function Open({ path }: { readonly path: string | null }) {
  const show = useShow();
  if (path === null) return null;
  return (
    <button type="button" className={styles["open"]} onClick={() => show({ case: path, tab: "why", view: undefined })}>
      Open it
    </button>
  );
}
