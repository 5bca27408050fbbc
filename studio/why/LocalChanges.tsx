import type { Governing } from "../../engine/determine/index.ts";
import { withKeys } from "../theme/index.ts";
import styles from "./why.module.css";

/** Of a guideline that changes another: which, and what, a sentence each. */
export function LocalChanges({ governing }: { readonly governing: Governing | null }) {
  const changes = governing?.changes ?? null;
  if (changes === null) return null;
  const count = changes.sentences.length;
  return (
    <details className={styles["local"]}>
      <summary>
        Changes <cite>{changes.base}</cite> in {count === 1 ? "one thing" : `${count} things`}
      </summary>
      <ul>
        {withKeys(changes.sentences, (sentence) => sentence).map(({ key, item }) => (
          <li key={key}>{item}</li>
        ))}
      </ul>
    </details>
  );
}
