import type { Release } from "../api/index.ts";
import { useShow } from "../session/index.ts";
import { Entry, Section } from "./Entry.tsx";
import styles from "./files.module.css";

/** The releases, newest first; opening one shows the list with digests. */
export function ReleaseEntries({ releases }: { readonly releases: readonly Release[] }) {
  const show = useShow();
  return (
    <Section title="Releases">
      {releases.map(({ version, cases }) => (
        <Entry key={version} count={`${cases.passed} cases`} onOpen={() => show({ wide: "tests" })}>
          {version}
        </Entry>
      ))}
      {releases.length === 0 ? <li className={styles["empty"]}>None yet. Send the draft to review.</li> : null}
    </Section>
  );
}
