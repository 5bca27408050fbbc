import type { Gate } from "../../api/index.ts";
import styles from "./gates.module.css";

const paths: Readonly<Record<Gate["state"], string>> = {
  passed: "M4.8 9.2l2.7 2.7 5.8-6.2",
  failed: "M5.8 5.8l6.4 6.4M12.2 5.8l-6.4 6.4",
  waived: "M5 12.6l8-7.2M4.8 6.6l3 0M10.4 11.4l3 0",
  "not yet": "",
};

/** How a gate stands. Decorative: the word stands beside it. */
export function GateSign({ state }: { readonly state: Gate["state"] }) {
  return (
    <svg className={styles["sign"]} data-state={state} viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      <circle cx="9" cy="9" r="8.2" />
      <path d={paths[state]} />
    </svg>
  );
}
