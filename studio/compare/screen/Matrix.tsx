import type { Answer } from "../../../engine/values/index.ts";
import { useShow, useView } from "../../session/index.ts";
import { Sign, sentenceCase, toneOfAnswer } from "../../theme/index.ts";
import { type Comparison, type ServiceComparison, type Transition, transitionId } from "../../worker/proof/index.ts";
import styles from "./matrix.module.css";

interface MatrixProps {
  readonly of: Comparison;
  readonly service: ServiceComparison;
}

const answers: readonly Answer[] = ["met", "not documented", "not met"];

/** The answers before against the answers now. What stays is quiet; what moves says how many cases of the set do. */
export function Matrix({ of, service }: MatrixProps) {
  return (
    <table className={styles["matrix"]}>
      <caption className="visually-hidden">How the answers to {service.service} move</caption>
      <thead>
        <tr>
          <td className={styles["corner"]}>
            <span>by {of.against}</span>
            <span>now</span>
          </td>
          {answers.map((to) => (
            <th key={to} scope="col">
              <Sign tone={toneOfAnswer[to]} />
              {to}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answers.map((from) => (
          <tr key={from}>
            <th scope="row">
              <Sign tone={toneOfAnswer[from]} />
              {from}
            </th>
            {answers.map((to) => (
              <td key={to}>{from === to ? <Stays /> : <Cell of={of} service={service} from={from} to={to} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Stays() {
  return (
    <span className={styles["stays"]}>
      <span className="visually-hidden">stays</span>
    </span>
  );
}

function Cell({ of, service, from, to }: MatrixProps & { readonly from: Answer; readonly to: Answer }) {
  const transition = service.transitions.find((one) => one.from === from && one.to === to);
  if (transition === undefined || transition.state === "impossible")
    return (
      <span className={styles["never"]} title="Proved: no case moves so">
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">never, proved</span>
      </span>
    );
  return <Moving of={of} service={service} transition={transition} tone={toneOfAnswer[to]} />;
}

interface MovingProps extends MatrixProps {
  readonly transition: Transition;
  readonly tone: string;
}

function Moving({ of, service, transition, tone }: MovingProps) {
  const { witness } = useView();
  const show = useShow();
  const id = transitionId(of, service, transition);
  const isChosen = witness === id;
  const { from, to, state, cases } = transition;
  const words = state === "possible" ? possibleWords(cases.length) : "not proved";
  return (
    <button
      type="button"
      className={styles["moving"]}
      data-tone={tone}
      data-state={state}
      aria-pressed={isChosen}
      aria-label={`${sentenceCase(from)} to ${to}: ${words}`}
      title={words}
      onClick={() => show({ witness: isChosen ? undefined : id })}
    >
      {state === "not proved" ? (
        <strong>?</strong>
      ) : cases.length === 0 ? (
        <Possible />
      ) : (
        <strong>{cases.length}</strong>
      )}
      <span aria-hidden="true">{shortWords(transition)}</span>
    </button>
  );
}

function possibleWords(count: number): string {
  if (count === 0) return "possible, though no case of the set moves so";
  return count === 1 ? "1 request of the set's cases" : `${count} requests of the set's cases`;
}

function shortWords({ state, cases }: Transition): string {
  if (state === "not proved") return "not proved";
  return cases.length === 0 ? "possible" : cases.length === 1 ? "case" : "cases";
}

/** An arrow: a case can move so, though none of the set does. */
function Possible() {
  return (
    <svg viewBox="0 0 18 12" width="18" height="12" aria-hidden="true">
      <path d="M2 6h13M11 2l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
    </svg>
  );
}
