import type { Determination } from "../../engine/determine/index.ts";
import type { CaseView } from "../worker/index.ts";
import styles from "./decision.module.css";
import { ServiceDecision } from "./ServiceDecision.tsx";

/** The reviewer's own decision on each service, recorded beside the proposal. */
export function DecisionTab({ open }: { readonly open: CaseView }) {
  return (
    <div className={styles["tab"]}>
      <p className={styles["soft"]}>
        The guideline proposes, the reviewer decides. What is recorded here is kept in the case and stands in the letter.
      </p>
      {open.case.requests.map((request, index) => (
        <ServiceDecision
          // biome-ignore lint/suspicious/noArrayIndexKey: a request is known by its position in the case file
          key={`${open.path} ${index}`}
          path={open.path}
          index={index}
          request={request}
          proposal={proposalOf(open.determinations, index)}
        />
      ))}
    </div>
  );
}

function proposalOf(determinations: readonly Determination[], index: number): Determination | null {
  return determinations[index] ?? null;
}

