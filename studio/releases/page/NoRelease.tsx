import { Link } from "@tanstack/react-router";
import styles from "./releases.module.css";

/** Before the first release. */
export function NoRelease({ set }: { readonly set: string }) {
  return (
    <section className={styles["nothing"]} aria-label="What will be listed here">
      <h2>Nothing of it was released yet</h2>
      <p>
        A release is the text that was approved, made fast: with the version that follows from what it means, the days
        of service it decides, who approved it and a signature that anybody can verify without this server. The first
        one is 1.0.0.
      </p>
      <p>
        Write in the draft, send it to review, and publish what was approved.{" "}
        <Link to="/" search={{ set }} className={styles["go"]}>
          Open the draft
        </Link>
      </p>
    </section>
  );
}
