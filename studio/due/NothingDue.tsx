import { Link } from "@tanstack/react-router";
import styles from "./due.module.css";

/** Before the first release. */
export function NothingDue() {
  return (
    <section className={styles["nothing"]} aria-label="What will be listed here">
      <h2>Nothing was released yet, so nothing is due</h2>
      <p>
        From its first release on each guideline set stands here with the day by which it is to be reviewed: a year
        after it was last approved, published or reviewed, or sooner where its <code>set.yaml</code> says so, as with{" "}
        <code>review every: 6 months</code>.
      </p>
      <p>
        A reviewer then reads it again and signs that it is still right, or changes the draft and sends that to review.{" "}
        <Link to="/">Go to the drafts</Link>
      </p>
    </section>
  );
}
