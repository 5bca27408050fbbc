import { useView } from "../../session/index.ts";
import { type Comparison, type ServiceComparison, transitionId } from "../../worker/proof/index.ts";
import styles from "./compare.module.css";
import { directionWords } from "../directions.ts";
import { Matrix } from "./Matrix.tsx";
import { OtherMoves } from "./OtherMoves.tsx";
import { TransitionDetail } from "./TransitionDetail.tsx";

interface ServiceSectionProps {
  readonly of: Comparison;
  readonly service: ServiceComparison;
}

const changes = {
  added: "Only in what is typed: it is asked for the first time.",
  removed: "No longer there.",
} as const;

/** One service: the matrix of its answers, and beside it the move that was chosen. */
export function ServiceSection({ of, service }: ServiceSectionProps) {
  const { witness } = useView();
  const chosen = service.transitions.find((one) => transitionId(of, service, one) === witness) ?? null;
  return (
    <section className={styles["service"]} aria-label={service.service}>
      <h2>
        {service.service} <span className={styles["direction"]}>{directionWords[service.verdict]}</span>
        <span className={styles["soft"]}>{service.guideline}</span>
      </h2>
      {service.change === "compared" ? null : <p>{changes[service.change]}</p>}
      {service.remarks.map((remark) => (
        <p key={remark}>{remark.replaceAll("`", "")}</p>
      ))}
      {service.because === null ? null : <p className={styles["soft"]}>Not proved, because: {service.because}</p>}
      {service.transitions.length === 0 ? null : (
        <div className={styles["beside"]}>
          <div>
            <Matrix of={of} service={service} />
            <OtherMoves of={of} service={service} />
          </div>
          {chosen === null ? (
            <p className={styles["hint"]}>Choose a move in the picture: it says when, and shows a case.</p>
          ) : (
            <TransitionDetail of={of} transition={chosen} />
          )}
        </div>
      )}
    </section>
  );
}
