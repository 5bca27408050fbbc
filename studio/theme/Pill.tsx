import type { ReactNode } from "react";
import { isOutcome, type Tone, toneOfOutcome } from "./answers.ts";
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
  if (!isOutcome(words)) return words;
  return (
    <span className={styles["word"]}>
      <Sign tone={toneOfOutcome[words]} />
      {words}
    </span>
  );
}
