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
      <Details title="To be known" checks={inState("noted")} />
      <Details title="Passed" checks={inState("passed")} />
      <Details title="Not checked" checks={inState("not checked")} />
    </div>
  );
}

/** What the person at this browser can do about it, or what happens by itself. */
const toDo: Readonly<Partial<Record<Checks[number]["name"], string>>> = {
  signature: " The server gave this browser none; whoever runs it can say which sign.",
  log: " The server did not give it to this browser; whoever runs it can say why.",
  "pinned head": " This browser keeps the head it sees today, and compares from now on.",
};

function Details({ title, checks }: { readonly title: string; readonly checks: Checks }) {
  if (checks.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {checks.map(({ name, state, detail }) => (
          <li key={name}>
            <Words text={detail} />
            {state === "not checked" ? toDo[name] : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
