import type { DecidingFact } from "../../engine/determine/index.ts";
import { useOpenFact } from "./useOpenFact.ts";
import styles from "./why.module.css";

/** The documented facts that settled the outcome; each opens the form. */
export function DecidedBy({ facts }: { readonly facts: readonly DecidingFact[] }) {
  const open = useOpenFact();
  if (facts.length === 0) return null;
  return (
    <section className={styles["decided"]} aria-label="Decided by">
      <h3>Decided by</h3>
      <ul>
        {facts.map(({ fact, text }) => (
          <li key={fact}>
            <button
              type="button"
              disabled={open === null}
              title={open === null ? undefined : "Open in the form"}
              onClick={() => open?.(fact)}
            >
              {fact} <strong>{text}</strong>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles["soft"]}>
        {facts.length === 1 ? "With this" : "With these"}, the outcome is the same whatever the other facts are.
      </p>
    </section>
  );
}
