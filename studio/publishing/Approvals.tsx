import type { Change, Signing } from "../api/index.ts";
import { Moment } from "../theme/index.ts";
import { gateWords } from "../words/index.ts";
import { useActor } from "../access/index.ts";
import styles from "./publishing.module.css";

/** Who approved it and what was waived: it stands in the release. */
export function Approvals({ change }: { readonly change: Change }) {
  const now = change.signings.filter(({ lapsed }) => !lapsed);
  const approved = now.filter(({ meaning }) => meaning === "approved");
  const waived = now.filter(({ meaning }) => meaning === "waived");
  return (
    <section aria-label="Signatures">
      <h2>What stands in the release about people</h2>
      <ul>
        {approved.map((signing) => (
          <Signed key={signing.id} of={signing} words="approved exactly this text" />
        ))}
        {waived.map((signing) => (
          <Signed key={signing.id} of={signing} words={`waived “${gateWords(signing.gate ?? "").toLowerCase()}”`} />
        ))}
        {isIndependent(change, approved) ? null : <NotYet />}
      </ul>
    </section>
  );
}

/** In a team it waits for that; alone one may go on without. */
function NotYet() {
  const { local } = useActor();
  if (!local) return <li>Not approved yet by somebody who did not write it.</li>;
  return (
    <li>
      <strong>Not independently approved.</strong> No other person approved it, and the release says so.
    </li>
  );
}

/** Whether somebody approved it who wrote none of it. */
function isIndependent({ rounds }: Change, approved: readonly Signing[]): boolean {
  const authors = new Set(rounds.at(-1)?.authors.map(({ id }) => id));
  return approved.some(({ by }) => !authors.has(by.id) && by.id !== "local");
}

function Signed({ of, words }: { readonly of: Signing; readonly words: string }) {
  return (
    <li>
      <strong>{of.by.name}</strong> {words}, <Moment at={of.at} />
      {of.reason === "" ? null : <q className={styles["reason"]}>{of.reason}</q>}
    </li>
  );
}
