import { useProofs } from "../../session/index.ts";
import styles from "./board.module.css";

/** How far the questions have come; what was answered before stays in view meanwhile. */
export function BoardProgress() {
  const progress = useProofs((proofs) => proofs.progress);
  if (progress === null) return null;
  const { doing, done, of } = progress;
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
