import { ForRole } from "../../access/index.ts";
import type { Decided, MadeDetermination } from "../../api/index.ts";
import { OutcomePill, PlainPill, sentenceCase, toneOfOutcome } from "../../theme/index.ts";
import { Decide } from "./Decide.tsx";
import type { Proposal } from "./determined.ts";
import { Recorded } from "./Recorded.tsx";
import styles from "./released.module.css";

interface ServiceProposalProps {
  readonly made: MadeDetermination;
  readonly proposal: Proposal;
  /** The case as it was sent. */
  readonly caseText: string;
  /** `null`: not yet. */
  readonly decided: Decided | null;
  readonly done: (decided: Decided) => void;
}

/** The proposal for one service; the reviewer's decision stands beside it and never in its place. */
export function ServiceProposal({ made, proposal, caseText, decided, done }: ServiceProposalProps) {
  const { service, outcome, review, rationale } = proposal;
  return (
    <section className={styles["service"]} aria-label={`Proposal for ${service}`}>
      <h4>{service}</h4>
      <p className={styles["proposal"]}>
        <span className={styles["soft"]}>Release {made.record.version} proposes</span>
        <OutcomePill tone={toneOfOutcome[outcome]}>{sentenceCase(outcome)}</OutcomePill>
        {review === undefined ? null : <PlainPill>{sentenceCase(review)}</PlainPill>}
      </p>
      {typeof rationale === "string" && rationale !== "" ? (
        <details className={styles["rationale"]}>
          <summary>Rationale of the release</summary>
          {rationale.split("\n\n").map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </details>
      ) : null}
      {decided === null ? (
        <ForRole roles={["reviewer"]} doing="Deciding on a proposal">
          <Decide made={made} proposal={proposal} caseText={caseText} done={done} />
        </ForRole>
      ) : (
        <Recorded decided={decided} />
      )}
    </section>
  );
}
