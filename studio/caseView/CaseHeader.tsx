import { ActionIcon } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import type { Determination } from "../../engine/determine/index.ts";
import { useShow } from "../session/index.ts";
import { OutcomePill, PlainPill, sentenceCase, toneOfOutcome, withKeys } from "../theme/index.ts";
import type { CaseView } from "../worker/index.ts";
import styles from "./caseView.module.css";

/** Whose request, what the administrator decided, and for each service the outcome and the review. */
export function CaseHeader({ open }: { readonly open: CaseView }) {
  const show = useShow();
  return (
    <div className={styles["header"]}>
      <div className={styles["title"]}>
        <h2>{open.case.title}</h2>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Open the case as text"
          title="Open the case as text"
          onClick={() => show({ file: open.path, view: undefined })}
        >
          <IconFileText size={16} style={{ color: "var(--soft)" }} aria-hidden />
        </ActionIcon>
      </div>
      <p className={styles["soft"]}>{circumstances(open)}</p>
      <ServiceLines open={open} />
    </div>
  );
}

/** For each service the outcome and the review. */
export function ServiceLines({ open }: { readonly open: CaseView }) {
  return (
    <ul className={styles["services"]} aria-label="Requested services">
      {withKeys(open.determinations, ({ service }) => service).map(({ key, item }) => (
        <ServiceLine key={key} determination={item} />
      ))}
    </ul>
  );
}

/** `requested 2014-05-14 · denied on MTUS ACOEM` */
function circumstances(open: CaseView): string {
  const administrators = open.case.requests.flatMap(({ administrator }) => {
    if (administrator === null) return [];
    return [
      administrator.guideline === null
        ? administrator.decision
        : `${administrator.decision} on ${administrator.guideline}`,
    ];
  });
  return [`requested ${open.case.dates["request date"]}`, ...new Set(administrators)].join(" · ");
}

function ServiceLine({ determination }: { readonly determination: Determination }) {
  const { outcome, review, decision } = determination;
  return (
    <li>
      <span className={styles["service"]}>{determination.service}</span>
      <span className={styles["pills"]}>
        <OutcomePill tone={toneOfOutcome[outcome]}>{sentenceCase(outcome)}</OutcomePill>
        {review === null ? null : <PlainPill>{sentenceCase(review)}</PlainPill>}
      </span>
      {decision === null || decision.accepted ? null : (
        <span className={styles["overridden"]}>Reviewer: {decision.review}</span>
      )}
    </li>
  );
}
