import { useOpenFact } from "./useOpenFact.ts";
import styles from "./why.module.css";

/** The open facts on which the outcome still depends; each opens the form, the rest need not be asked. */
export function StillMatters({ facts }: { readonly facts: readonly string[] }) {
  const open = useOpenFact();
  if (facts.length === 0) return null;
  return (
    <section className={styles["matters"]} aria-label="Still matters">
      <h3>Still matters</h3>
      <ul>
        {facts.map((fact) => (
          <li key={fact}>
            <button
              type="button"
              disabled={open === null}
              title={open === null ? undefined : "Open in the form"}
              onClick={() => open?.(fact)}
            >
              {fact}
            </button>
          </li>
        ))}
      </ul>
      <p className={styles["soft"]}>Nothing else needs to be asked.</p>
    </section>
  );
}
