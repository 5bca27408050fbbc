import type { Consulted, Standing } from "../../engine/determine/index.ts";
import styles from "./why.module.css";

/** How each source of the set stands towards the request, in the order they are consulted. */
export function AuthorityOrder({ authority }: { readonly authority: Consulted | null }) {
  if (authority === null) return null;
  return (
    <section className={styles["matters"]} aria-label="Order of authority">
      <h3>{authority.title}</h3>
      <ol>
        {authority.standings.map((one) => (
          <li key={`${one.rank} ${one.source} ${one.file ?? ""}`} value={one.rank}>
            <StandingLine {...one} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function StandingLine({ source, standing, why, rebuttal }: Standing) {
  const quote = rebuttal?.evidence?.quote ?? null;
  return (
    <>
      <strong>{source}</strong> {standing}. <span className={styles["soft"]}>{why}</span>
      {quote === null ? null : <q className={styles["soft"]}>{quote}</q>}
    </>
  );
}
