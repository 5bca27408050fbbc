import type { Consulted, Standing } from "../../engine/determine/index.ts";
import { Sign, type Tone } from "../theme/index.ts";
import styles from "./why.module.css";

/** How each source of the set stands towards the request, in the order they are consulted. */
export function AuthorityOrder({ authority }: { readonly authority: Consulted | null }) {
  if (authority === null) return null;
  return (
    <section className={styles["matters"]} aria-label="Order of authority">
      <h3>{authority.title}</h3>
      <ol className={styles["order"]}>
        {authority.standings.map((one) => (
          <li key={`${one.rank} ${one.source} ${one.file ?? ""}`} value={one.rank} data-standing={one.standing}>
            <StandingLine {...one} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const tones: Readonly<Record<Standing["standing"], Tone>> = {
  governs: "met",
  silent: "not-addressed",
  rebutted: "excluded",
  outranked: "excluded",
  undecided: "not-documented",
  "not consulted": "not-addressed",
};

function StandingLine({ rank, source, standing, why, rebuttal }: Standing) {
  const quote = rebuttal?.evidence?.quote ?? null;
  return (
    <>
      <span className={styles["rank"]} aria-hidden>
        {rank}
      </span>
      <Sign tone={tones[standing]} />
      <div>
        <strong>{source}</strong> {standing}. <span className={styles["soft"]}>{why}</span>
        {quote === null ? null : <blockquote className={styles["quote"]}>“{quote}”</blockquote>}
      </div>
    </>
  );
}
