import type { Tone } from "./answers.ts";
import styles from "./sign.module.css";

const paths: Readonly<Record<Tone, string>> = {
  met: "M4.5 9.4l2.8 2.8 6.2-6.6",
  "not-met": "M5.4 5.4l7.2 7.2M12.6 5.4l-7.2 7.2",
  "not-documented": "M6.8 7.1c0-1.3 1-2.2 2.3-2.2s2.2.9 2.2 2c0 1.6-2.2 1.7-2.2 3.3M9.1 12.7v.5",
  conflicting: "M5 7.2h8M5 10.8h8M11 4.6l-4 8.8",
  // A tick above a bar: so far, and no further.
  modified: "M5.2 7.1l2.2 2.2 5-5.2M4.8 13.2h8.4",
  // The bar of a road that is closed.
  excluded: "M4.8 9h8.4",
  // Three dots: nothing is said.
  "not-addressed": "M5 9h.01M9 9h.01M13 9h.01",
};

/** The sign of an answer. Decorative: the word always stands beside it. */
export function Sign({ tone }: { readonly tone: Tone }) {
  return (
    <svg className={styles["sign"]} data-tone={tone} viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      <rect x="0.75" y="0.75" width="16.5" height="16.5" rx="4.25" />
      <path d={paths[tone]} />
    </svg>
  );
}
