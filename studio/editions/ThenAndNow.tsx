import type { ThenAndNowAnswer } from "../api/index.ts";
import { OutcomeWord, withKeys } from "../theme/index.ts";
import { Criterion } from "./Criterion.tsx";
import styles from "./editions.module.css";

type Service = ThenAndNowAnswer["services"][number];

/** Service by service what both editions come to, and what changed; what did not stands folded below. */
export function ThenAndNow({ of }: { readonly of: ThenAndNowAnswer }) {
  const { before, now } = of.editions;
  if (of.services.length === 0) return <p>The case asks for no service.</p>;
  return (
    <>
      {before === now ? <output className={styles["outdated"]}>Both are the same edition: {now}.</output> : null}
      <LeftOut edition={before} names={of.leftOut.before} />
      <LeftOut edition={now} names={of.leftOut.now} />
      {withKeys(of.services, ({ service }) => service).map(({ key, item }) => (
        <ServiceThenAndNow key={key} of={item} editions={of.editions} />
      ))}
    </>
  );
}

/** What one edition does not know of the case. */
function LeftOut({ edition, names }: { readonly edition: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <p>
      The edition {edition} does not know {names.join(", ")}: it is determined without.
    </p>
  );
}

interface ServiceThenAndNowProps {
  readonly of: Service;
  readonly editions: ThenAndNowAnswer["editions"];
}

function ServiceThenAndNow({ of, editions }: ServiceThenAndNowProps) {
  const { service, outcome, guideline } = of;
  return (
    <section className={styles["service"]} aria-label={`${service}, then and now`}>
      <h3>{service}</h3>
      <table className={styles["outcomes"]}>
        <tbody>
          <Side edition={editions.before} outcome={outcome.before} guideline={guideline.before} />
          <Side edition={editions.now} outcome={outcome.now} guideline={guideline.now} />
        </tbody>
      </table>
      <Criteria of={of} editions={editions} />
    </section>
  );
}

interface SideProps {
  readonly edition: string;
  readonly outcome: string;
  readonly guideline: string | null;
}

function Side({ edition, outcome, guideline }: SideProps) {
  return (
    <tr>
      <th scope="row">{edition}</th>
      <td>
        <OutcomeWord words={outcome} />
      </td>
      <td className={styles["soft"]}>{guideline ?? "no guideline"}</td>
    </tr>
  );
}

function Criteria({ of: { outcome, criteria }, editions }: ServiceThenAndNowProps) {
  const changed = criteria.filter(({ change }) => change !== "none");
  const same = criteria.filter(({ change }) => change === "none");
  return (
    <>
      {changed.length === 0 ? <p>{nothing(outcome.before === outcome.now, criteria.length)}</p> : null}
      <CriterionList of={changed} editions={editions} label="What changed" />
      {same.length === 0 ? null : (
        <details className={styles["same"]}>
          <summary>The same in both: {same.length}</summary>
          <CriterionList of={same} editions={editions} label="The same in both" />
        </details>
      )}
    </>
  );
}

function nothing(isSame: boolean, criteria: number): string {
  if (criteria === 0 && isSame) return "Neither edition has a criterion that bears on it.";
  return isSame
    ? "No criterion changed, neither by its text nor by its answer."
    : "No criterion changed by its text or its answer: what follows from the criteria did.";
}

interface CriterionListProps {
  readonly of: Service["criteria"];
  readonly editions: ThenAndNowAnswer["editions"];
  readonly label: string;
}

function CriterionList({ of, editions, label }: CriterionListProps) {
  if (of.length === 0) return null;
  return (
    <ul className={styles["criteria"]} aria-label={label}>
      {withKeys(of, ({ criterion }) => criterion).map(({ key, item }) => (
        <Criterion key={key} of={item} editions={editions} />
      ))}
    </ul>
  );
}
