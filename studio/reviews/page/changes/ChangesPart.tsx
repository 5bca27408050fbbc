import { Button } from "@mantine/core";
import { useRef } from "react";
import { acknowledge, type Change, type Plan } from "../../../api/index.ts";
import { directionSentence } from "../../../compare/index.ts";
import { useKeys } from "../../../session/index.ts";
import { acknowledgedBy, type Move, movesOf, openKeys } from "../moves.ts";
import { useActing, useLook, useReviewView } from "../useReview.ts";
import { Holds } from "./Holds.tsx";
import { MoveDetail } from "./MoveDetail.tsx";
import { MoveList } from "./MoveList.tsx";
import styles from "./changes.module.css";

interface ChangesPartProps {
  readonly change: Change;
  readonly plan: Plan;
}

/** What the change does to cases: each move in words, with a case that makes it, to be acknowledged one by one. */
export function ChangesPart({ change, plan }: ChangesPartProps) {
  const moves = movesOf(plan);
  const { move: wanted } = useReviewView();
  const look = useLook();
  const chosen = moves.find(({ key }) => key === wanted) ?? firstOpen(change, moves);
  const { acknowledgeKeys, busy, problem } = useAcknowledging(change);
  const mayAcknowledge = change.may.includes("acknowledge");
  const open = openKeys(change, moves);
  const place = useRef<HTMLDivElement>(null);
  const lookedAt = (key: string) => {
    acknowledgeKeys([key]);
    look({ move: open.find((one) => one !== key) ?? key });
  };
  // The button that was pressed goes away: the keyboard stays at what it was about.
  const stay = () => place.current?.focus({ preventScroll: true });
  const step = (by: number) => {
    const at = chosen === undefined ? 0 : moves.indexOf(chosen);
    const next = moves[Math.min(moves.length - 1, Math.max(0, at + by))];
    if (next !== undefined) look({ move: next.key });
  };
  useKeys((key) => {
    if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (key === "a" && mayAcknowledge && chosen !== undefined && open.includes(chosen.key)) lookedAt(chosen.key);
    else return false;
    return true;
  });
  return (
    <div className={styles["changes"]}>
      <p className={styles["sentence"]}>{sentenceOf(plan)}</p>
      {plan.holds === null ? null : <Holds holds={plan.holds} />}
      {plan.comparison.against === null ? <First /> : null}
      {plan.comparison.because === null ? null : (
        <p className={styles["soft"]}>Not all is proved, because: {plan.comparison.because.replaceAll("`", "")}</p>
      )}
      {problem === null ? null : <p role="alert">{problem}</p>}
      {moves.length === 0 ? null : (
        <div className={styles["beside"]}>
          <MoveList
            moves={moves}
            chosen={chosen ?? null}
            done={acknowledgedBy(change)}
            choose={(move) => look({ move })}
          />
          <div ref={place} tabIndex={-1} className={styles["place"]}>
            {chosen === undefined ? null : (
              <MoveDetail
                key={chosen.key}
                move={chosen}
                against={plan.comparison.against}
                set={change.set}
                acknowledgedBy={acknowledgedBy(change).get(chosen.key) ?? null}
                acknowledge={
                  mayAcknowledge
                    ? () => {
                        stay();
                        lookedAt(chosen.key);
                      }
                    : null
                }
                busy={busy}
              />
            )}
          </div>
        </div>
      )}
      {mayAcknowledge && open.length > 1 ? (
        <Button
          variant="default"
          size="compact-sm"
          loading={busy}
          onClick={() => {
            stay();
            acknowledgeKeys(open);
          }}
        >
          Acknowledge all {open.length}
        </Button>
      ) : null}
      <Remarks remarks={plan.comparison.remarks} />
    </div>
  );
}

/** A first release has nothing to be compared with: its text and its cases are what is reviewed. */
function First() {
  const look = useLook();
  return (
    <p className={styles["first"]}>
      <Button variant="default" size="compact-sm" onClick={() => look({ part: "text" })}>
        Read the text
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => look({ part: "strength" })}>
        See what the cases show
      </Button>
    </p>
  );
}

const firstOpen = (change: Change, moves: readonly Move[]): Move | undefined => {
  const open = openKeys(change, moves);
  return moves.find(({ key }) => key === open[0]) ?? moves[0];
};

function sentenceOf({ comparison: { against, verdict, bump } }: Plan): string {
  if (against === null) return "There is no release yet: everything here is decided for the first time.";
  return bump === null ? "Not a byte is another than in the release." : directionSentence(verdict);
}

export function useAcknowledging(change: Change) {
  const { act, busy, problem } = useActing(change.id);
  const round = change.rounds.at(-1);
  return {
    busy,
    problem,
    acknowledgeKeys: (keys: readonly string[]) => {
      if (round === undefined || keys.length === 0 || busy) return;
      act(() => acknowledge(change.id, { round: round.round, digest: round.digest, keys: [...keys] }));
    },
  };
}

function Remarks({ remarks }: Pick<Plan["comparison"], "remarks">) {
  if (remarks.length === 0) return null;
  return (
    <section className={styles["remarks"]} aria-label="Names, places and facts">
      <h2>Names, places and facts</h2>
      <ul>
        {remarks.map((remark) => (
          <li key={remark}>{remark.replaceAll("`", "")}</li>
        ))}
      </ul>
    </section>
  );
}
