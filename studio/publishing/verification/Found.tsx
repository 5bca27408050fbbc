import type { FoundOut } from "../../../engine/attestation/index.ts";
import { Words } from "../../theme/index.ts";
import styles from "./verification.module.css";

type Checks = FoundOut["checks"];

/** What was looked at, and what could not be. */
export function Found({ of: { checks } }: { readonly of: Pick<FoundOut, "checks"> }) {
  const inState = (state: Checks[number]["state"]) => checks.filter((check) => check.state === state);
  return (
    <div className={styles["found"]}>
      <Details title="Failed" checks={inState("failed")} />
      <Details title="Passed" checks={inState("passed")} />
      <Details title="Not checked" checks={inState("not checked")} />
    </div>
  );
}

function Details({ title, checks }: { readonly title: string; readonly checks: Checks }) {
  if (checks.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {checks.map(({ name, detail }) => (
          <li key={name}>
            <Words text={detail} />
          </li>
        ))}
      </ul>
    </section>
  );
}
