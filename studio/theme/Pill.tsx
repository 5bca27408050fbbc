import type { ReactNode } from "react";
import { isAnswer, isOutcome, type Tone, toneOfAnswer, toneOfOutcome } from "./answers.ts";
import styles from "./pill.module.css";
import { Sign } from "./Sign.tsx";

/** An outcome as sign and word in one outline. */
export function OutcomePill({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={styles["pill"]} data-tone={tone}>
      <Sign tone={tone} />
      {children}
    </span>
  );
}

/** A plain label in an outline: the review, a version. */
export function PlainPill({ children }: { readonly children: ReactNode }) {
  return <span className={styles["pill"]}>{children}</span>;
}

/** An outcome within a line, with its sign; other words stand as they are. */
export function OutcomeWord({ words }: { readonly words: string }) {
  return isOutcome(words) ? <Signed tone={toneOfOutcome[words]} words={words} /> : words;
}

/** An answer within a line, with its sign; other words stand as they are. */
export function AnswerWord({ words }: { readonly words: string }) {
  return isAnswer(words) ? <Signed tone={toneOfAnswer[words]} words={words} /> : words;
}

function Signed({ tone, words }: { readonly tone: Tone; readonly words: string }) {
  return (
    <span className={styles["word"]}>
      <Sign tone={tone} />
      {words}
    </span>
  );
}
