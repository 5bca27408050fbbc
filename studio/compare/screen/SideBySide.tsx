import { useQuery } from "@tanstack/react-query";
import type { Case } from "../../../engine/values/index.ts";
import { FactTable } from "../../factTable/index.ts";
import { useStudio, useView } from "../../session/index.ts";
import { OutcomePill, sentenceCase, toneOfOutcome, withKeys } from "../../theme/index.ts";
import { WhyTab } from "../../why/index.ts";
import type { CaseView } from "../../worker/index.ts";
import type { Comparison } from "../../worker/proof/index.ts";
import styles from "./compare.module.css";

interface SideBySideProps {
  readonly of: Comparison;
  readonly witness: Case;
}

/** One case by the older version and by what is typed, each with why. */
export function SideBySide({ of, witness }: SideBySideProps) {
  const { prover } = useStudio();
  const { against } = useView();
  // The comparison is made anew whenever one of the versions is another.
  const both = useQuery({
    queryKey: ["both versions", against, of, witness],
    queryFn: () => prover.ask().inBothVersions(witness, against === undefined ? "saved" : "release"),
    gcTime: 0,
  });
  return (
    <div className={styles["witness"]}>
      <h3>A case that does</h3>
      <FactTable of={witness} label="What the case documents" />
      {both.data === undefined || both.data === null ? null : (
        <div className={styles["sides"]}>
          <Side title={`By ${of.against}`} view={both.data.before} />
          <Side title="Now" view={both.data.after} />
        </div>
      )}
    </div>
  );
}

function Side({ title, view }: { readonly title: string; readonly view: CaseView }) {
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      {withKeys(view.determinations, ({ service }) => service).map(({ key, item: { service, outcome } }) => (
        <p key={key} className={styles["outcome"]}>
          {view.determinations.length > 1 ? <span>{service}</span> : null}
          <OutcomePill tone={toneOfOutcome[outcome]}>{sentenceCase(outcome)}</OutcomePill>
        </p>
      ))}
      <WhyTab open={view} />
    </section>
  );
}
