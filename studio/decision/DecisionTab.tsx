import { withKeys } from "../theme/index.ts";
import type { CaseView } from "../worker/index.ts";
import styles from "./decision.module.css";
import { ByRelease } from "./released/index.ts";
import { ServiceDecision } from "./ServiceDecision.tsx";

/** The reviewer's own decision on each service, recorded beside the proposal: of a release, and in the case itself. */
export function DecisionTab({ open }: { readonly open: CaseView }) {
  return (
    <div className={styles["tab"]}>
      <ByRelease key={open.path} open={open} />
      <section className={styles["inCase"]} aria-label="In the case and its letter">
        <h3>In the case and its letter</h3>
        <p className={styles["soft"]}>
          The guideline proposes, the reviewer decides. What is recorded here is kept in the case and stands in the
          letter.
        </p>
        {withKeys(open.case.requests, ({ service }) => service).map(({ key, item: request }, index) => (
          <ServiceDecision
            key={`${open.path} ${key}`}
            path={open.path}
            index={index}
            request={request}
            proposal={open.determinations[index] ?? null}
          />
        ))}
      </section>
    </div>
  );
}
