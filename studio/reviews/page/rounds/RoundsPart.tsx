import type { Change, Round, Signing } from "../../../api/index.ts";
import { Moment } from "../../../theme/index.ts";
import { gateWords } from "../../../words/index.ts";
import styles from "./rounds.module.css";

/** What was sent, by whom, and who signed what of it. */
export function RoundsPart({ change }: { readonly change: Change }) {
  return (
    <ol className={styles["rounds"]} reversed>
      {change.rounds.toReversed().map((round) => (
        <OneRound
          key={round.round}
          of={round}
          isLast={round === change.rounds.at(-1)}
          isOpen={change.status === "in review" || change.status === "approved"}
          signings={change.signings.filter((signing) => signing.round === round.round)}
        />
      ))}
    </ol>
  );
}

interface OneRoundProps {
  readonly of: Round;
  readonly isLast: boolean;
  /** Whether the change is still under way. */
  readonly isOpen: boolean;
  readonly signings: readonly Signing[];
}

function OneRound({ of, isLast, isOpen, signings }: OneRoundProps) {
  return (
    <li>
      <h2>
        Round {of.round} {isLast && isOpen ? <span className={styles["soft"]}>under review</span> : null}
      </h2>
      <p className={styles["soft"]}>
        Sent by {of.by.name}, <Moment at={of.at} />. {of.files.length === 1 ? "1 file" : `${of.files.length} files`},
        digest <code>{of.digest.slice(0, 19)}</code>
      </p>
      <ul>
        {of.authors.map(({ id, name, attributedBy, paths }) => (
          <li key={`${id} ${attributedBy?.id}`}>
            {name} wrote {paths.length === 1 ? paths[0] : `${paths.length} files`}
            {attributedBy === null ? null : `, as ${attributedBy.name} says,`}
            <span className={styles["soft"]}> and may not approve it where others can</span>
          </li>
        ))}
        {signings.map((signing) => (
          <Signature key={signing.id} of={signing} />
        ))}
      </ul>
      {signings.length === 0 && isLast && isOpen ? <p className={styles["soft"]}>Nobody has signed it yet.</p> : null}
    </li>
  );
}

const meanings: Readonly<Record<Signing["meaning"], string>> = {
  approved: "approved exactly this text",
  "changes requested": "asked for changes",
  waived: "waived",
  published: "published it",
};

/** Printed name, meaning and time, as 21 CFR 11.50 has it. */
function Signature({ of }: { readonly of: Signing }) {
  return (
    <li className={styles["signature"]} data-lapsed={of.lapsed}>
      <strong>{of.by.name}</strong> {meanings[of.meaning]}{" "}
      {of.gate === null ? "" : `“${gateWords(of.gate).toLowerCase()}”`}, <Moment at={of.at} />
      {of.lapsed ? <span className={styles["soft"]}> lapsed: another text was sent since</span> : null}
      {of.reason === "" ? null : <q>{of.reason}</q>}
    </li>
  );
}
