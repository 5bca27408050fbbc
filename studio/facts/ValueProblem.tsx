import { Words } from "../theme/index.ts";
import type { ValueCheck } from "../worker/index.ts";
import styles from "./facts.module.css";

interface ValueProblemProps {
  readonly problem: NonNullable<ValueCheck["problem"]>;
  readonly mend: (text: string) => void;
}

/** Why a value is not one of the fact, in a sentence, with what would mend it as links. */
export function ValueProblem({ problem: { message, hint, fixes }, mend }: ValueProblemProps) {
  return (
    <>
      <Words text={hint === null ? message : `${message} ${hint}`} />
      {fixes.map(({ title, text }) => (
        <button key={title} type="button" className={styles["link"]} onClick={() => mend(text)}>
          {title}
        </button>
      ))}
    </>
  );
}
