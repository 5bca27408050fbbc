import { useQuery } from "@tanstack/react-query";
import { type Decided, setQuery } from "../../api/index.ts";
import { saveAs } from "../../download/index.ts";
import { InForce } from "../../inForce/index.ts";
import { useStudio } from "../../session/index.ts";
import { Day, withKeys } from "../../theme/index.ts";
import type { Determined } from "./determined.ts";
import { inForceOf } from "./inForceOf.ts";
import styles from "./released.module.css";
import { ServiceProposal } from "./ServiceProposal.tsx";

interface ProposalsProps {
  readonly determined: Determined;
  readonly decide: (service: string, decided: Decided) => void;
  /** Whether the case was changed since. */
  readonly isOutdated: boolean;
}

/** Which services the release decides as of now. */
function Decides({ version }: { readonly version: string }) {
  const { workspace } = useStudio();
  const releases = useQuery(setQuery(workspace.set)).data?.releases ?? [];
  const told = inForceOf(version, releases);
  if (told === null) return null;
  return (
    <span className={styles["soft"]}>
      {version} decides <InForce {...told} />.
    </span>
  );
}

/** What the release proposes for each service, and the record of it. */
export function Proposals({ determined, decide, isOutdated }: ProposalsProps) {
  const { made, caseText, decisions } = determined;
  const { record, text } = made;
  const download = () => saveAs(new Blob([text], { type: "application/json" }), `determination-${made.id}.json`);
  return (
    <div className={styles["proposals"]}>
      <p>
        Determined with release <strong>{record.version}</strong>, service date <Day of={record.serviceDate} />.{" "}
        <Decides version={record.version} />
      </p>
      {record.leftOut === undefined ? null : (
        <output className={styles["outdated"]}>
          The release does not know {record.leftOut.join(", ")}, which the case states: it was determined without.
        </output>
      )}
      <dl className={styles["digests"]}>
        <dt>Release</dt>
        <dd>
          <code>{record.digest}</code>
        </dd>
        <dt>Case</dt>
        <dd>
          <code>{record.caseDigest}</code>
        </dd>
      </dl>
      <p className={styles["soft"]}>
        <button type="button" className={styles["link"]} onClick={download}>
          Download the determination record
        </button>{" "}
        It replays to the same bytes. The server keeps a reference to it, by digest.
      </p>
      {isOutdated ? (
        <output className={styles["outdated"]}>
          The case was changed since. What follows is of the case as it was; determine again for the newest.
        </output>
      ) : null}
      {withKeys(record.determinations, ({ service }) => service).map(({ key, item }) => (
        <ServiceProposal
          key={`${made.id} ${key}`}
          made={made}
          proposal={item}
          caseText={caseText}
          decided={decisions.get(item.service) ?? null}
          done={(decided) => decide(item.service, decided)}
        />
      ))}
    </div>
  );
}
