import type { ComparedTransition } from "../../../api/index.ts";
import { directionWords } from "../../../compare/index.ts";
import { Sign, sentenceCase, type Tone } from "../../../theme/index.ts";
import type { Move } from "../moves.ts";
import styles from "./changes.module.css";

interface MoveListProps {
  readonly moves: readonly Move[];
  readonly chosen: Move | null;
  /** Who acknowledged what, by key; `null`: nothing is acknowledged here. */
  readonly done: ReadonlyMap<string, string> | null;
  readonly choose: (key: string) => void;
}

/** Every move, service by service. */
export function MoveList({ moves, chosen, done, choose }: MoveListProps) {
  const services = [...new Set(moves.map(({ of }) => of))];
  return (
    <div className={styles["list"]}>
      {services.map((service) => (
        <section key={`${service.guideline} ${service.service}`} aria-label={service.service}>
          <h2>
            {service.service} <span className={styles["soft"]}>{directionWords[service.verdict].toLowerCase()}</span>
          </h2>
          <ul>
            {moves
              .filter(({ of }) => of === service)
              .map((move) => (
                <li key={move.key}>
                  <button type="button" aria-pressed={move === chosen} onClick={() => choose(move.key)}>
                    <MoveWords move={move} />
                    {done === null ? null : <Mark isDone={done.has(move.key)} />}
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {done === null ? null : (
        <p className={styles["keys"]}>
          <kbd>J</kbd> <kbd>K</kbd> next and previous, <kbd>A</kbd> acknowledge
        </p>
      )}
    </div>
  );
}

function Mark({ isDone }: { readonly isDone: boolean }) {
  return (
    <span className={styles["mark"]} data-done={isDone}>
      {isDone ? "acknowledged" : "to acknowledge"}
    </span>
  );
}

function MoveWords({ move }: { readonly move: Move }) {
  if (move.kind === "service") return <span>{serviceWords(move)}</span>;
  const { from, to, count, state } = move.by;
  return (
    <span className={styles["words"]}>
      <span>
        <Sign tone={tones[from]} /> {sentenceCase(from)}
      </span>
      <span aria-hidden="true">→</span>
      <span className="visually-hidden">to</span>
      <span>
        <Sign tone={tones[to]} /> {to}
      </span>
      <span className={styles["soft"]}>
        {state === "not proved"
          ? "not proved"
          : count === 0
            ? "no case of the set"
            : count === 1
              ? "1 case"
              : `${count} cases`}
      </span>
    </span>
  );
}

export function serviceWords({ of: { change, remarks } }: Extract<Move, { kind: "service" }>): string {
  if (change === "added") return "Decided for the first time";
  if (change === "removed") return "No longer decided";
  return remarks.length === 0 ? "Not proved to be the same" : "More to know than its moves";
}

export const tones: Readonly<Record<ComparedTransition["from"], Tone>> = {
  met: "met",
  "not met": "not-met",
  "not documented": "not-documented",
  "not addressed": "not-addressed",
  contradictory: "conflicting",
};
