import { useEffect, useRef, useState } from "react";
import type { CaseFact } from "../../engine/values/index.ts";
import { useStudio } from "../session/index.ts";
import { withKeys } from "../theme/index.ts";
import type { CaseView, FactView } from "../worker/index.ts";
import { FactEditor } from "./FactEditor.tsx";
import styles from "./facts.module.css";
import { statementSummary, valueText } from "./summary.ts";

/** One fact: what the record says in a line; opened, the form. */
export function FactEntry({ fact, open }: { readonly fact: FactView; readonly open: CaseView }) {
  const { wantedFact } = useStudio();
  const [wanted] = useState(() => wantedFact.get() === fact.name);
  const [isOpen, setOpen] = useState(wanted);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!wanted) return;
    wantedFact.set(() => null);
    button.current?.focus();
    button.current?.scrollIntoView({ block: "start" });
  }, [wanted, wantedFact]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <li className={styles["fact"]} data-open={isOpen}>
      <button
        ref={button}
        type="button"
        className={styles["summary"]}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={styles["head"]}>
          <span className={styles["name"]}>{fact.name}</span>
          <State stated={fact.stated} />
        </span>
        {fact.stillMatters ? <span className={styles["matters"]}>still matters</span> : null}
        {isOpen ? null : <Statements stated={fact.stated} open={open} />}
      </button>
      {isOpen ? <FactEditor key={open.path} fact={fact} open={open} close={close} /> : null}
    </li>
  );
}

function State({ stated }: { readonly stated: CaseFact | null }) {
  if (stated !== null && stated.statements.length > 0) {
    const values = [...new Set(stated.statements.map(({ value }) => valueText(value)))];
    return <span className={styles["value"]}>{values.join(", ")}</span>;
  }
  return <span className={styles["missing"]}>{stated?.asked === true ? "not documented" : "never asked"}</span>;
}

function Statements({ stated, open }: { readonly stated: CaseFact | null; readonly open: CaseView }) {
  if (stated === null) return null;
  const lines = stated.statements.map((statement) => statementSummary(statement, open.case.documents));
  const remark = stated.statements.length === 0 ? stated.remark : null;
  const shown = [...lines, ...(remark === null ? [] : [remark])].filter((line) => line !== "");
  return withKeys(shown, (line) => line).map(({ key, item: line }) => (
    <span key={key} className={styles["line"]}>
      {line}
    </span>
  ));
}
