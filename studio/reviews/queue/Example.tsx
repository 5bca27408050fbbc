import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { setsQuery } from "../../api/index.ts";
import { Sign } from "../../theme/index.ts";
import styles from "./queue.module.css";

/** What a review is, told by the letter from California that the first guideline set is made of. */
export function Example() {
  return (
    <section className={styles["example"]} aria-label="What a review shows">
      <h2>Nothing was sent to review yet</h2>
      <p>
        A review shows what a change does before it does it. In the letter from California a cervical MRI was upheld,
        because nothing documents that the worker “failed to progress in a strengthening program”. Suppose somebody
        writes that a program of four weeks is enough, where the guideline is read as six:
      </p>
      <div className={styles["move"]}>
        <p>
          <q>strengthening program lasted at least</q> <del>6 weeks</del> <ins>4 weeks</ins>
        </p>
        <p>
          A program that failed after 28 to 41 days moves from <Sign tone="not-met" /> not met to <Sign tone="met" />{" "}
          met. The letter’s own case stays as it is: its program is <Sign tone="not-documented" /> not documented.
        </p>
      </div>
      <p>
        The reviewer looks at one such case, acknowledges the move, and signs. Then the change can be published, under a
        version that is computed from what it changes.
      </p>
      <TryIt />
    </section>
  );
}

const example = "california-mtus";

function TryIt() {
  const isHere = useQuery(setsQuery).data?.sets.some(({ name }) => name === example) ?? false;
  if (!isHere) return <Link to="/">Go to the drafts</Link>;
  return (
    <Link to="/" search={{ set: example, file: "neck-and-upper-back.guideline" }}>
      Open the guideline and try it
    </Link>
  );
}
