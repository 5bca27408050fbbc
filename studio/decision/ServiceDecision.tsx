import { NativeSelect, Radio, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Determination } from "../../engine/determine/index.ts";
import type { RequestedService, Review, ReviewerDecision } from "../../engine/values/index.ts";
import { useStudio } from "../session/index.ts";
import { OutcomePill, PlainPill, sentenceCase, toneOfOutcome } from "../theme/index.ts";
import styles from "./decision.module.css";

const reviews: readonly Review[] = ["upheld", "overturned", "overturned in part"];

interface ServiceDecisionProps {
  readonly path: string;
  readonly index: number;
  readonly request: RequestedService;
  readonly proposal: Determination | null;
}

type Choice = "open" | "accept" | "override";

export function ServiceDecision({ path, index, request, proposal }: ServiceDecisionProps) {
  const { caseChanges } = useStudio();
  const proposed = proposal?.review ?? null;
  const record = (decision: ReviewerDecision | null, typing = false) =>
    void caseChanges.change(path, { kind: "decision", index, decision }, `the decision on ${request.service}`, typing);
  const choose = (choice: string) => {
    if (choice === "open") record(null);
    else if (choice === "accept" && proposed !== null) record({ review: proposed, reason: null });
    else
      record({
        review: reviews.find((review) => review !== proposed) ?? "upheld",
        reason: request.decision?.reason ?? null,
      });
  };
  const choice = choiceOf(request.decision, proposed);
  return (
    <section className={styles["service"]} aria-label={`Decision on ${request.service}`}>
      <h4>{request.service}</h4>
      <Proposal proposal={proposal} />
      <Radio.Group aria-label="The reviewer's decision" value={choice} onChange={choose}>
        <div className={styles["choices"]}>
          <Radio value="open" label="Not decided yet" />
          <Radio
            value="accept"
            disabled={proposed === null}
            label={proposed === null ? "Accept the proposal" : `Accept the proposal: ${proposed}`}
          />
          <Radio value="override" label="Decide otherwise, with a reason" />
        </div>
      </Radio.Group>
      {choice === "override" && request.decision !== null ? (
        <Override decision={request.decision} record={record} />
      ) : null}
    </section>
  );
}

function choiceOf(decision: ReviewerDecision | null, proposed: Review | null): Choice {
  if (decision === null) return "open";
  return decision.review === proposed && decision.reason === null ? "accept" : "override";
}

function Proposal({ proposal }: { readonly proposal: Determination | null }) {
  if (proposal === null)
    return <p className={styles["soft"]}>There is no proposal: no guideline addresses this service.</p>;
  return (
    <p className={styles["proposal"]}>
      <span className={styles["soft"]}>Proposal</span>
      <OutcomePill tone={toneOfOutcome[proposal.outcome]}>{sentenceCase(proposal.outcome)}</OutcomePill>
      {proposal.review === null ? null : <PlainPill>{sentenceCase(proposal.review)}</PlainPill>}
    </p>
  );
}

interface OverrideProps {
  readonly decision: ReviewerDecision;
  readonly record: (decision: ReviewerDecision, typing?: boolean) => void;
}

function Override({ decision, record }: OverrideProps) {
  const [reason, setReason] = useState(decision.reason ?? "");
  return (
    <div className={styles["override"]}>
      <NativeSelect
        size="xs"
        label="Decision"
        data={reviews.map((review) => ({ value: review, label: sentenceCase(review) }))}
        value={decision.review}
        onChange={(event) => {
          const review = reviews.find((known) => known === event.currentTarget.value);
          if (review !== undefined) record({ ...decision, review });
        }}
      />
      <Textarea
        size="sm"
        autosize
        minRows={2}
        label="Reason"
        description="Stands in the letter beside the proposal."
        error={reason.trim() === "" ? "A decision other than the proposal needs a reason." : null}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          record(
            { ...decision, reason: event.currentTarget.value.trim() === "" ? null : event.currentTarget.value },
            true,
          );
        }}
      />
    </div>
  );
}
