import { useQuery } from "@tanstack/react-query";
import { ForRole, useActor } from "../../access/index.ts";
import { setQuery } from "../../api/index.ts";
import { useFile, useShow, useStudio } from "../../session/index.ts";
import type { CaseView } from "../../worker/index.ts";
import styles from "./released.module.css";
import { useDetermined, withDecision } from "./determined.ts";
import { Determine } from "./Determine.tsx";
import { Earlier } from "./Earlier.tsx";
import { Proposals } from "./Proposals.tsx";

/** The open case by a release, as it replays years later, and the reviewer's decision beside each proposal. */
export function ByRelease({ open }: { readonly open: CaseView }) {
  const { workspace } = useStudio();
  const set = useQuery(setQuery(workspace.set)).data;
  if (set === undefined) return null;
  return (
    <section className={styles["released"]} aria-label="By a release">
      <h3>By a release</h3>
      {set.releases.length === 0 ? (
        <NoRelease />
      ) : (
        <ForRole roles={["reviewer", "author"]} doing="Determining with a release">
          <WithRelease open={open} versions={set.releases.map(({ version }) => version)} />
        </ForRole>
      )}
    </section>
  );
}

/** Without a release nothing can be replayed, so nothing is decided on either. */
function NoRelease() {
  const show = useShow();
  const { may } = useActor();
  return (
    <>
      <p className={styles["soft"]}>
        The set has no release, so nothing is in force and there is no proposal to decide on. What is shown of the case
        is what the draft says. A release says the same of it years later, to whoever asks.
      </p>
      {may("author") ? (
        <button type="button" className={styles["link"]} onClick={() => show({ dialog: "send" })}>
          Send the draft to review
        </button>
      ) : null}
    </>
  );
}

interface WithReleaseProps {
  readonly open: CaseView;
  readonly versions: readonly string[];
}

function WithRelease({ open, versions }: WithReleaseProps) {
  const [determined, change] = useDetermined(open.path);
  const text = useFile(open.path, (file) => ({ text: file.text }))?.text ?? "";
  return (
    <>
      <Determine
        text={text}
        serviceDate={open.case.dates["service date"]}
        versions={versions}
        done={(made) => change(() => ({ made, caseText: text, decisions: new Map() }))}
      />
      {determined === null ? null : (
        <Proposals
          determined={determined}
          decide={(service, decided) => change((now) => withDecision(now, determined.made.id, service, decided))}
          isOutdated={determined.caseText !== text}
        />
      )}
      <Earlier caseDigest={open.digest} shown={determined} />
    </>
  );
}
