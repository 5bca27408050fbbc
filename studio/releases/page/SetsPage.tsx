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
