import { useState } from "react";
import type { ComparedSets } from "../../api/index.ts";
import { directionSentence } from "../../compare/index.ts";
import { MoveDetail, MoveList, movesOf } from "../../reviews/page/index.ts";
import styles from "./rollback.module.css";

interface ConsequencesProps {
  readonly comparison: ComparedSets;
  /** The release one would go back to. */
  readonly version: string;
  readonly set: string;
}

/** What changes for cases, move by move, as on the page of a review. */
export function Consequences({ comparison, version, set }: ConsequencesProps) {
  const moves = movesOf({ comparison });
  const [key, setKey] = useState<string | null>(null);
  const chosen = moves.find((move) => move.key === key) ?? moves[0] ?? null;
  const { against, verdict, because, remarks } = comparison;
  return (
    <section aria-label="What going back changes" className={styles["consequences"]}>
      <p>
        <strong>Against {against}:</strong> {directionSentence(verdict)}
      </p>
      {because === null ? null : <p>Not all is proved, because: {because.replaceAll("`", "")}</p>}
      {chosen === null ? null : (
        <div className={styles["moves"]}>
          <MoveList moves={moves} chosen={chosen} done={null} choose={setKey} />
          <MoveDetail
            key={chosen.key}
            move={chosen}
            against={against}
            now={`by ${version}`}
            set={set}
            acknowledgedBy={null}
            acknowledge={null}
            busy={false}
          />
        </div>
      )}
      {remarks.map((remark) => (
        <p key={remark}>{remark.replaceAll("`", "")}</p>
      ))}
    </section>
  );
}
