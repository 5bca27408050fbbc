import type { ReactNode } from "react";
import type { Plan } from "../../../api/index.ts";
import { withKeys, Words } from "../../../theme/index.ts";
import styles from "./strength.module.css";

/** How much stands behind the change: what the cases would notice, what they show, what is proved without any case. */
export function StrengthPart({ plan }: { readonly plan: Plan }) {
  return (
    <div className={styles["strength"]}>
      <Diagnostics of={plan.diagnostics.filter(({ severity }) => severity === "error")} />
      <Mutation of={plan.mutation} />
      <Coverage of={plan.coverage} />
      <Proofs of={plan.proofs} />
      <Uncited of={plan.uncited} />
      {plan.cut.map((sentence) => (
        <p key={sentence} className={styles["soft"]}>
          {sentence}
        </p>
      ))}
    </div>
  );
}

interface FigureProps {
  readonly title: string;
  readonly figure: ReactNode;
  readonly words: string;
  readonly children?: ReactNode;
}

function Figure({ title, figure, words, children }: FigureProps) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p className={styles["figure"]}>
        <strong>{figure}</strong> {words}
      </p>
      {children}
    </section>
  );
}

function Diagnostics({ of }: { readonly of: Plan["diagnostics"] }) {
  if (of.length === 0) return null;
  return (
    <Figure
      title="Errors"
      figure={of.length}
      words={of.length === 1 ? "error stands in the files" : "errors stand in the files"}
    >
      <Places of={of.map(({ message, file, line }) => ({ words: message, place: `${file}, line ${line}` }))} />
    </Figure>
  );
}

function Mutation({ of }: { readonly of: Plan["mutation"] }) {
  const real = of.mutants - of.equivalent;
  return (
    <Figure
      title="Mistakes the cases notice"
      figure={`${of.killed} of ${real}`}
      words={`small mistakes, written into a copy of the text to try the cases, are noticed by a case; ${of.equivalent} more change nothing, proved`}
    >
      {of.survived.length === 0 ? null : (
        <p className={styles["soft"]}>
          Not noticed, that is, no case would come out otherwise. A case with an expected outcome at such a place
          notices.
        </p>
      )}
      <Places
        of={of.survived.map(({ before, after, file, line }) => ({
          words: `\`${before}\` written as \`${after}\``,
          place: `${file}, line ${line}`,
        }))}
      />
      <Places
        of={of.undecided.map(({ before, after, file, line, because }) => ({
          words: `\`${before}\` written as \`${after}\` is undecided: ${because}`,
          place: `${file}, line ${line}`,
        }))}
      />
      {of.notCounted.length === 0 ? null : (
        <p className={styles["soft"]}>
          Not counted: {of.notCounted.map(({ title, because }) => `${title} (${because})`).join("; ")}.
        </p>
      )}
    </Figure>
  );
}

function Coverage({ of }: { readonly of: Plan["coverage"] }) {
  return (
    <Figure
      title="Answers the cases show"
      figure={`${of.covered} of ${of.obligations - of.impossible}`}
      words="answers and reasons are shown by some case"
    >
      {of.open.length === 0 ? null : <p className={styles["soft"]}>Not shown by any case yet:</p>}
      <Places
        of={of.open.map(({ criterion, what, file, line, because }) => ({
          words: `\`${criterion}\`: ${what}${because === null ? "" : `, because ${because}`}`,
          place: `${file}, line ${line}`,
        }))}
      />
    </Figure>
  );
}

function Proofs({ of }: { readonly of: Plan["proofs"] }) {
  const open = of.found.filter(({ accepted }) => accepted === null);
  const kept = of.found.flatMap(({ accepted, message, file, line }) =>
    accepted === null ? [] : [{ words: `${message} Accepted: ${accepted}`, place: `${file}, line ${line}` }],
  );
  return (
    <Figure
      title="Proved without any case"
      figure={`${of.proved} of ${of.asked}`}
      words="questions about the text are proved"
    >
      <Places of={open.map(({ message, file, line }) => ({ words: message, place: `${file}, line ${line}` }))} />
      <Places of={kept} />
      <Places
        of={of.open.map(({ subject, because, file }) => ({
          words: `Open: ${subject}, because ${because}`,
          place: file,
        }))}
      />
      {of.unread.length === 0 ? null : (
        <p className={styles["soft"]}>Nothing is known of {of.unread.join(", ")}: an error stands there.</p>
      )}
    </Figure>
  );
}

function Uncited({ of }: { readonly of: Plan["uncited"] }) {
  if (of.length === 0) return null;
  return (
    <Figure
      title="Without a citation"
      figure={of.length}
      words={of.length === 1 ? "guideline rests on no published text" : "guidelines rest on no published text"}
    >
      <Places of={of.map((title) => ({ words: title, place: "" }))} />
    </Figure>
  );
}

interface Placed {
  readonly words: string;
  /** `neck.guideline, line 12`; empty: none. */
  readonly place: string;
}

function Places({ of }: { readonly of: readonly Placed[] }) {
  if (of.length === 0) return null;
  return (
    <ul>
      {withKeys(of, ({ words, place }) => `${place} ${words}`).map(({ key, item: { words, place } }) => (
        <li key={key}>
          <Words text={words} /> <span className={styles["soft"]}>{place}</span>
        </li>
      ))}
    </ul>
  );
}
