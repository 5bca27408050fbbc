import { Link } from "@tanstack/react-router";
import { useActor } from "../../access/index.ts";
import type { Change } from "../../api/index.ts";
import styles from "./decision.module.css";

interface OfChange {
  readonly change: Change;
}

const askedFor = ({ signings }: Change) =>
  signings.filter(({ meaning, lapsed }) => meaning === "changes requested" && !lapsed);

/** What reviewers want to be otherwise in this round, in their words. */
export function AskedFor({ change }: OfChange) {
  return askedFor(change).map(({ id, by, reason }) => (
    <blockquote key={id} className={styles["asked"]}>
      {reason}
      <footer>{by.name} asked for this change</footer>
    </blockquote>
  ));
}

/** Where whoever wrote it goes on, while others decide. */
export function NextForAuthor({ change }: OfChange) {
  const { local } = useActor();
  if (!change.may.includes("send again")) return null;
  const { set, draft, rounds } = change;
  const next = rounds.length + 1;
  if (draft.differs)
    return (
      <>
        <p className={styles["soft"]}>The draft is another text by now.</p>
        <Link to="/" search={{ set, dialog: "send" }}>
          Send it as round {next}
        </Link>
      </>
    );
  return (
    <>
      {askedFor(change).length > 0 || local ? null : (
        <p className={styles["soft"]}>
          It waits for somebody who wrote none of it. You can write on meanwhile, and send that as round {next}.
        </p>
      )}
      <Link to="/" search={{ set }}>
        Write on in the draft
      </Link>
    </>
  );
}
