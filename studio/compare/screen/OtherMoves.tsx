import { useShow, useView } from "../../session/index.ts";
import { type Comparison, type ServiceComparison, type Transition, transitionId } from "../../worker/proof/index.ts";
import styles from "./compare.module.css";

interface OtherMovesProps {
  readonly of: Comparison;
  readonly service: ServiceComparison;
}

/** Moves that are outside of the three answers: to or from what a guideline does not address or assumes away. */
export function OtherMoves({ of, service }: OtherMovesProps) {
  const { witness } = useView();
  const show = useShow();
  const others = service.transitions.filter((one) => one.state !== "impossible" && !isInMatrix(one));
  if (others.length === 0) return null;
  return (
    <ul className={styles["others"]} aria-label="Other moves">
      {others.map((transition) => {
        const id = transitionId(of, service, transition);
        const isChosen = witness === id;
        return (
          <li key={id}>
            <button type="button" aria-pressed={isChosen} onClick={() => show({ witness: isChosen ? undefined : id })}>
              {transition.from === transition.to
                ? `Another outcome, ${transition.to} as before`
                : `From ${transition.from} to ${transition.to}`}
              <span className={styles["soft"]}>
                {transition.state === "not proved" ? " not proved" : ` ${transition.cases.length} of the set`}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

const threeAnswers: ReadonlySet<string> = new Set(["met", "not met", "not documented"]);

const isInMatrix = ({ from, to }: Transition): boolean => from !== to && threeAnswers.has(from) && threeAnswers.has(to);
