import { Link } from "@tanstack/react-router";
import { useActor } from "../access/index.ts";
import { NewSetButton } from "../newSet/index.ts";
import styles from "./drafts.module.css";

/** Before the first guideline set: what one does first, by what one may do. */
export function NoSets() {
  const { local, may } = useActor();
  return (
    <section className={styles["nothing"]} aria-label="What will be listed here">
      <h2>No guideline set yet</h2>
      <p>
        A guideline set is what is tested, reviewed, versioned and published together: criteria as text, in words that
        read like the policy they come from, and the cases they are held against.
      </p>
      {may("author") ? <ForAuthors /> : <ForOthers />}
      {may("admin") && !local ? (
        <p>
          Who works here, and as what, stands under <Link to="/people">People</Link>: an author writes, a reviewer
          approves, a publisher publishes, and nobody approves what they wrote.
        </p>
      ) : null}
    </section>
  );
}

function ForAuthors() {
  return (
    <>
      <NewSetButton />
      <p>
        A folder with a <code>set.yaml</code> is brought here with <code>npx precept push FOLDER</code>, for example{" "}
        <code>guidelines/california-mtus</code>, the worked example.
      </p>
    </>
  );
}

function ForOthers() {
  return (
    <p>
      An author begins the first one. What is sent to review then waits under <Link to="/reviews">Reviews</Link>, and
      what was published stands under <Link to="/releases">Releases</Link>.
    </p>
  );
}
