import type { ThenAndNowAnswer } from "../api/index.ts";
import { AnswerWord } from "../theme/index.ts";
import styles from "./editions.module.css";

type CriterionThenAndNow = ThenAndNowAnswer["services"][number]["criteria"][number];

interface CriterionProps {
  readonly of: CriterionThenAndNow;
  readonly editions: ThenAndNowAnswer["editions"];
}

const words: Readonly<Record<CriterionThenAndNow["change"], string>> = {
  none: "the same",
  answer: "another answer by the same text",
  text: "another text, the same answer",
  "answer and text": "another text, another answer",
  added: "new",
  removed: "gone",
};

/** One criterion: how it was answered and is answered now, and by which text. */
export function Criterion({ of: { criterion, formerly, change, answer, text }, editions }: CriterionProps) {
  return (
    <li className={styles["criterion"]}>
      <p>
        <strong>{criterion}</strong> {formerly === null ? null : <>(was: {formerly}) </>}
        <span className={styles["soft"]}>{words[change]}</span>
      </p>
      {change === "none" ? (
        <Answered edition="both" answer={answer.now} text={text.now} />
      ) : (
        <>
          <Answered edition={editions.before} answer={answer.before} text={text.before} />
          <Answered edition={editions.now} answer={answer.now} text={text.now} />
        </>
      )}
    </li>
  );
}

interface AnsweredProps {
  readonly edition: string;
  /** `null`: the edition does not ask it. */
  readonly answer: string | null;
  readonly text: CriterionThenAndNow["text"]["now"];
}

function Answered({ edition, answer, text }: AnsweredProps) {
  return (
    <div className={styles["answered"]}>
      <p>
        <span className={styles["edition"]}>{edition}</span>{" "}
        {answer === null ? "does not ask it" : <AnswerWord words={answer} />}
      </p>
      {text === null ? null : (
        <figure>
          <pre>{text.text}</pre>
          <figcaption className={styles["soft"]}>
            {text.file}, line {text.line}
          </figcaption>
        </figure>
      )}
    </div>
  );
}
