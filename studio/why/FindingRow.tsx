import { useState } from "react";
import type { Finding } from "../../engine/determine/index.ts";
import { useShow, useStudio } from "../session/index.ts";
import { reasonWords, Sign, sentenceCase, toneOf } from "../theme/index.ts";
import { EvidenceQuote } from "./EvidenceQuote.tsx";
import { roleWords } from "./roles.ts";
import { RowGives, type TableRow, TableTotal } from "./RowGives.tsx";
import styles from "./why.module.css";

interface FindingRowProps {
  readonly finding: Finding;
  readonly file: string | null;
  /** The row of a score or table that this is. */
  readonly row: TableRow | null;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

/** One criterion: sign, the author's words, the answer or its reason in a word, and what the record holds. */
export function FindingRow({ finding, file, row, isOpen, toggle }: FindingRowProps) {
  const role = roleWords[finding.role];
  // That the guideline applies is taken for granted once it is met; its evidence waits to be asked for.
  const isQuiet = finding.role === "scope" && finding.answer === "met" && finding.evidence.length > 0;
  const [asked, setAsked] = useState(false);
  const showsEvidence = !isQuiet || asked;
  return (
    <div className={styles["row"]}>
      <span className={styles["sign"]}>
        <Sign tone={toneOf(finding.answer, finding.reason)} />
      </span>
      <div className={styles["text"]}>
        <p>
          {role === null ? null : <span className={styles["role"]}>{role} </span>}
          <Criterion words={wordsOf(finding, row)} finding={finding} file={file} />{" "}
          <span className={styles["answer"]}>
            {answerWord(finding)}
            {finding.parts.length > 0 ? <Twist isOpen={isOpen} toggle={toggle} criterion={finding.criterion} /> : null}
            {isQuiet ? <Twist isOpen={asked} toggle={() => setAsked(!asked)} criterion={finding.criterion} /> : null}
          </span>
          {row === null ? null : <RowGives at={row} answer={finding.answer} />}
        </p>
        {finding.table === null || !isOpen ? null : <TableTotal table={finding.table} />}
        <Reason finding={finding} isOpen={isOpen} />
        {showsEvidence
          ? finding.evidence.map((statement) => <EvidenceQuote key={JSON.stringify(statement)} statement={statement} />)
          : null}
        {finding.weakerEvidence.map((statement) => (
          <EvidenceQuote key={JSON.stringify(statement)} statement={statement} bare />
        ))}
      </div>
    </div>
  );
}

/** The reason stands beside a criterion that is asked of the record; one with parts has theirs. */
function answerWord({ answer, reason, parts }: Finding): string {
  return answer === "not documented" && reason !== null && parts.length === 0 ? reasonWords[reason] : answer;
}

/** The reason as a sentence, without the word that already stands beside the sign; folded parts speak through their whole. */
function Reason({ finding, isOpen }: { readonly finding: Finding; readonly isOpen: boolean }) {
  const { reasonText, parts } = finding;
  if (reasonText === null || (parts.length > 0 && isOpen)) return null;
  const [, rest] =
    /^(?:Never addressed\.|Weaker evidence only:|Too old:|Conflicting:|Not precise enough:) (.*)$/s.exec(reasonText) ??
    [];
  return <p className={styles["reason"]}>{sentenceCase(rest ?? reasonText)}</p>;
}

const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** `any of four criteria` for a whole that the author wrote without a name; a row's value stands at the end of its line. */
function wordsOf({ criterion, joined, parts }: Finding, row: TableRow | null): string {
  const words = row === null ? criterion : criterion.replace(`${row.table.gives[row.row] ?? ""}: `, "");
  return words === joined ? `${words} ${numbers[parts.length] ?? parts.length} criteria` : words;
}

/** The author's words; opens their place in the text. */
function Criterion({ words, finding, file }: { readonly words: string } & Pick<FindingRowProps, "finding" | "file">) {
  const { place } = useStudio();
  const show = useShow();
  if (file === null) return <span className={styles["criterion"]}>{words}</span>;
  const go = () => {
    const path = finding.span.file ?? file;
    show({ file: path });
    place.set(() => ({ path, start: finding.span.start, end: finding.span.end }));
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles["criterion"]}
      title={finding.wording ?? "Show in the text"}
      onClick={go}
    >
      {finding.label === null ? "" : `${finding.label} `}
      {words}
    </button>
  );
}

function Twist({
  isOpen,
  toggle,
  criterion,
}: {
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly criterion: string;
}) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles["twist"]}
      data-open={isOpen}
      aria-label={`${isOpen ? "Fold" : "Unfold"} ${criterion}`}
      onClick={toggle}
    >
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        <path d="M2.5 3.5L5 6.2l2.5-2.7" fill="none" stroke="currentColor" strokeWidth="1.4" />
      </svg>
    </button>
  );
}
