import { useProofs } from "../../session/index.ts";
import styles from "./board.module.css";

const reading = { doing: "Reading the guidelines", done: 0, of: null };

/** How far the questions have come; what was answered before stays in view meanwhile. */
export function BoardProgress() {
  const progress = useProofs((proofs) => proofs.progress);
  const working = useProofs((_, isWorking) => isWorking);
  if (progress === null && !working) return null;
  const { doing, done, of } = progress ?? reading;
  return (
    <div className={styles["progress"]}>
      <progress aria-label={doing} {...(of === null ? {} : { value: done, max: of })} />
      <span>
        {doing}
        {of === null ? "" : `: ${done} of ${of}`}
      </span>
    </div>
  );
}
