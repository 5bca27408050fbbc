import { useQuery } from "@tanstack/react-query";
import { useActor } from "../../access/index.ts";
import { decisionsQuery, type RecordedDecision } from "../../api/index.ts";
import { useStudio } from "../../session/index.ts";
import { Moment, OutcomePill, sentenceCase, toneOfOutcome } from "../../theme/index.ts";
import type { Determined } from "./determined.ts";
import { readDecision } from "./readDecision.ts";
import styles from "./released.module.css";

interface EarlierProps {
  /** Of the open case as it is typed. */
  readonly caseDigest: string;
  /** What is shown with its decisions above; these are not told twice. */
  readonly shown: Determined | null;
}

/** Every decision on the case as it stands, by whichever release; as the server keeps it, so also after a reload. */
export function Earlier({ caseDigest, shown }: EarlierProps) {
  const { workspace } = useStudio();
  const may = useActor().may("reviewer");
  const answer = useQuery({ ...decisionsQuery(workspace.set, caseDigest), enabled: may });
  const above = new Set([...(shown?.decisions.values() ?? [])].map(({ id }) => id));
  const all = (answer.data?.determinations ?? []).flatMap(({ version, decisions }) =>
    decisions.filter(({ id }) => !above.has(id)).map((decision) => ({ version, decision })),
  );
  if (all.length === 0) return null;
  return (
    <section aria-label="Decided earlier">
      <h4>Decided earlier</h4>
      <ol className={styles["earlier"]}>
        {all.map(({ version, decision }) => (
          <li key={decision.id}>
            <OneDecision of={decision} version={version} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function OneDecision({ of, version }: { readonly of: RecordedDecision; readonly version: string }) {
  const { service, outcome, kind, by, at } = of;
  return (
    <>
      <p className={styles["proposal"]}>
        <strong>{service ?? "A service of another name"}</strong>
        <span className={styles["soft"]}>{outcome === null ? "accepted" : "decided otherwise"}</span>
        {outcome === null ? null : <OutcomePill tone={toneOfOutcome[outcome]}>{sentenceCase(outcome)}</OutcomePill>}
      </p>
      {kind === null ? null : (
        <p>
          {sentenceCase(kind)}: {reasonOf(of)}
        </p>
      )}
      <p className={styles["soft"]}>
        {by}, <Moment at={at} />, by release {version}
      </p>
    </>
  );
}

/** Reasons are on the server only where it keeps cases. */
const reasonOf = ({ record }: RecordedDecision): string =>
  record === null
    ? "the reason is not stored by the server; it stands in the decision record."
    : readDecision({ record }).reason;
