import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ComparedTransition } from "../../../api/index.ts";
import { OutcomePill, sentenceCase, withKeys } from "../../../theme/index.ts";
import type { Move } from "../moves.ts";
import styles from "./changes.module.css";
import { serviceWords, tones } from "./MoveList.tsx";
import { Witness } from "./Witness.tsx";

interface MoveDetailProps {
  readonly move: Move;
  /** The version before; `null`: there is none. */
  readonly against: string | null;
  /** What the version after is called, in the middle of a sentence; left out: `now`. */
  readonly now?: string;
  readonly set: string;
  /** Who acknowledged it; `null`: nobody yet. */
  readonly acknowledgedBy: string | null;
  /** `null`: the person may not. */
  readonly acknowledge: (() => void) | null;
  readonly busy: boolean;
}

/** One move: when cases make it, which do, and one of them by both versions. */
export function MoveDetail({ move, against, now = "now", set, acknowledgedBy, acknowledge, busy }: MoveDetailProps) {
  return (
    <article className={styles["detail"]} aria-label="The chosen move">
      {move.kind === "service" ? (
        <Service move={move} />
      ) : (
        <Transition of={move.by} against={against} now={now} set={set} />
      )}
      <div className={styles["acknowledge"]}>
        {acknowledgedBy !== null ? <p>Acknowledged by {acknowledgedBy}.</p> : null}
        {acknowledgedBy === null && acknowledge !== null ? (
          <Button loading={busy} onClick={acknowledge} aria-keyshortcuts="A">
            I have looked at this
          </Button>
        ) : null}
      </div>
    </article>
  );
}

function Service({ move }: { readonly move: Extract<Move, { kind: "service" }> }) {
  const { because, remarks, cases, service } = move.of;
  return (
    <>
      <h3>
        {service}: {serviceWords(move).toLowerCase()}
      </h3>
      {because === null ? null : <p>Because: {because.replaceAll("`", "")}</p>}
      {remarks.map((remark) => (
        <p key={remark}>{remark.replaceAll("`", "")}</p>
      ))}
      <p className={styles["soft"]}>
        {cases === 0
          ? "No case of the set asks for it."
          : `${cases === 1 ? "1 request" : `${cases} requests`} of the set's cases ask for it.`}
      </p>
    </>
  );
}

interface TransitionProps {
  readonly of: ComparedTransition;
  readonly against: string | null;
  readonly now: string;
  readonly set: string;
}

function Transition({ of, against, now, set }: TransitionProps) {
  const { from, to, state, because, count, cases, witness } = of;
  return (
    <>
      <h3 className={styles["fromTo"]}>
        <span>{against === null ? "Before" : `By ${against}`}</span>
        <OutcomePill tone={tones[from]}>{sentenceCase(from)}</OutcomePill>
        <span>{now}</span>
        <OutcomePill tone={tones[to]}>{sentenceCase(to)}</OutcomePill>
      </h3>
      {state === "not proved" ? (
        <p>Neither shown nor ruled out, because: {because?.replaceAll("`", "") ?? "it is not known"}</p>
      ) : (
        <When of={of} />
      )}
      <p className={styles["cases"]}>
        {count === 0
          ? "No case of the set moves so."
          : `${count === 1 ? "1 request" : `${count} requests`} of the set's cases: `}
        {withKeys(cases, ({ path }) => path).map(({ key, item: { path, title } }) => (
          <Link key={key} to="/" search={{ set, case: path }}>
            {title}
          </Link>
        ))}
      </p>
      {witness === null ? null : <Witness of={witness} against={against} now={now} />}
    </>
  );
}

function When({ of: { when, complete, missing } }: { readonly of: ComparedTransition }) {
  if (when === null || when.length === 0)
    return missing.length === 0 ? null : (
      <p>
        In cases like the one below, as long as the record leaves {missing.join(" and ")} open: not documented, or
        documented in two ways.
      </p>
    );
  return (
    <>
      <p>{complete ? "Exactly when" : "When, among others,"}</p>
      <ul className={styles["when"]}>
        {when.map((words, index) => (
          <li key={words}>
            {index === 0 ? null : <span className={styles["soft"]}>or </span>}
            <q>{words}</q>
          </li>
        ))}
      </ul>
    </>
  );
}
