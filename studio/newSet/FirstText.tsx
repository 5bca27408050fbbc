import { firstGuideline } from "../files/index.ts";
import styles from "./newSet.module.css";

/** What the first guideline says at first: a worked example to write over. */
export function FirstText({ title }: { readonly title: string }) {
  return (
    <div className={styles["text"]}>
      <h3 id="first-text">It begins with a worked example to write over, checked and with a test</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable with the keyboard */}
      <section tabIndex={0} aria-labelledby="first-text">
        <pre>{firstGuideline(title)}</pre>
      </section>
    </div>
  );
}
