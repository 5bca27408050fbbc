import type { BoardState } from "../worker/proof/index.ts";
import styles from "./stateSign.module.css";

const paths: Readonly<Record<BoardState, string>> = {
  found: "M9 4.8v5M9 12.9v.2",
  open: "M6.9 7.1c0-1.3 1-2.1 2.2-2.1s2.1.9 2.1 1.9c0 1.6-2.1 1.6-2.1 3.1M9.1 12.7v.4",
  accepted: "M5.4 9h7.2",
  proved: "M5.2 9.3l2.5 2.5 5.1-5.4",
};

/** The sign of a question's state, round where answers are square. Decorative: the word always stands beside it. */
export function StateSign({ state }: { readonly state: BoardState }) {
  return (
    <svg className={styles["sign"]} data-state={state} viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      <circle cx="9" cy="9" r="8" />
      <path d={paths[state]} />
    </svg>
  );
}
