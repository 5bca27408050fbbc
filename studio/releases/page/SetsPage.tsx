import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { setsQuery } from "../../api/index.ts";
import { Page } from "../../theme/index.ts";
import styles from "./releases.module.css";

/** The sets whose releases one can look at. */
export function SetsPage() {
  const { data, error } = useQuery(setsQuery);
  return (
    <Page title="Releases" lead="What decides: every release of every guideline set, with its days and its signatures.">
      {error === null ? null : <p role="alert">{error.message}</p>}
      {data?.sets.length === 0 ? <NoSets /> : null}
      <ul className={styles["sets"]}>
        {(data?.sets ?? []).map(({ name, title, latest }) => (
          <li key={name}>
            <Link to="/releases/$set" params={{ set: name }}>
              {title}
            </Link>
            <span className={styles["soft"]}>{latest === null ? "not released yet" : `latest release ${latest}`}</span>
          </li>
        ))}
      </ul>
    </Page>
  );
}

function NoSets() {
  return (
    <section className={styles["nothing"]} aria-label="What will be listed here">
      <h2>No guideline set yet</h2>
      <p>
        Once a guideline set was begun, reviewed and published, its releases stand here: which one decides on which
        days, who stands for it, and its two files to download and verify.{" "}
        <Link to="/" className={styles["go"]}>
          Go to the drafts
        </Link>
      </p>
    </section>
  );
}
