import { Modal } from "@mantine/core";
import { ForRole } from "../access/index.ts";
import type { Candidate } from "../api/index.ts";
import { Moment, OutcomePill, sentenceCase, toneOfOutcome } from "../theme/index.ts";
import styles from "./candidates.module.css";
import { MakeCase } from "./MakeCase.tsx";

interface CandidateDialogProps {
  readonly candidate: Candidate;
  readonly close: () => void;
}

/** What a reviewer decided otherwise, and how it becomes a case that the set is tested with. */
export function CandidateDialog({ candidate, close }: CandidateDialogProps) {
  return (
    <Modal opened onClose={close} title="Candidate test" size="lg">
      <div className={styles["candidate"]}>
        <p>
          A reviewer decided otherwise than release {candidate.version} proposed. As a case of the draft it expects what
          the reviewer decided, so that the guideline is either changed or the difference stays in sight.
        </p>
        <About of={candidate} />
        <ForRole roles={["author"]} doing="Making a case of it">
          <MakeCase candidate={candidate} close={close} />
        </ForRole>
      </div>
    </Modal>
  );
}

function About({ of }: { readonly of: Candidate }) {
  return (
    <dl className={styles["about"]}>
      <dt>Service</dt>
      <dd>{of.service ?? "The release declares none of the name that the case gives it."}</dd>
      <dt>Decided</dt>
      <dd>
        <OutcomePill tone={toneOfOutcome[of.outcome]}>{sentenceCase(of.outcome)}</OutcomePill>
      </dd>
      <dt>Kind of reason</dt>
      <dd>{sentenceCase(of.kind)}</dd>
      <dt>Reason</dt>
      <dd>{of.reason ?? "Not stored by the server; it stands in the decision record."}</dd>
      <dt>By</dt>
      <dd>
        {of.by}, <Moment at={of.at} />
      </dd>
      <dt>Case</dt>
      <dd>
        <code>{of.caseDigest}</code>
      </dd>
    </dl>
  );
}
