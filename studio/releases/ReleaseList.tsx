import type { Release } from "../api/index.ts";
import { useView } from "../session/index.ts";
import styles from "./releases.module.css";

const bumps: Readonly<Record<Release["bump"], string>> = {
  first: "the first release",
  patch: "same meaning",
  minor: "decides more",
  major: "another meaning",
};

/** Every release: its version, what it changed in meaning, and its digest. */
export function ReleaseList({ releases }: { readonly releases: readonly Release[] }) {
  const { wide } = useView();
  return (
    <section className={styles["column"]} aria-label="Releases">
      <h2>Releases</h2>
      {releases.length === 0 ? (
        <p className={styles["soft"]}>None yet. Send the draft to review; what is approved is published as 1.0.0.</p>
      ) : null}
      <ul>
        {releases.map((release) => (
          <li key={release.version}>
            <strong>{release.version}</strong> <span className={styles["soft"]}>{bumps[release.bump]}</span>
            <code title={release.digest}>{wide === "tests" ? release.digest : shortDigest(release.digest)}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The first twelve digits of `sha256:...`; the whole is in the tooltip. */
function shortDigest(digest: string): string {
  return digest.replace(/^sha256:/, "").slice(0, 12);
}
