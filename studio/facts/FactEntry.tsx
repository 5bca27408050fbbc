import type { CaseFact } from "../../engine/values/index.ts";
import { withKeys } from "../theme/index.ts";
import type { CaseView, FactView } from "../worker/index.ts";
import { Disclosure, Lines, Missing, useOpening } from "./Disclosure.tsx";
import { FactEditor } from "./FactEditor.tsx";
import styles from "./facts.module.css";
import { valueText } from "../words/index.ts";
import { statementSummary } from "./summary.ts";

/** One fact: what the record says in a line; opened, the form. */
export function FactEntry({ fact, open }: { readonly fact: FactView; readonly open: CaseView }) {
  const opening = useOpening([fact.name]);
  return (
    <Disclosure
      opening={opening}
      name={fact.name}
      state={<State stated={fact.stated} />}
      stillMatters={fact.stillMatters}
      lines={<Statements stated={fact.stated} open={open} />}
    >
      <FactEditor key={open.path} fact={fact} open={open} close={opening.close} />
    </Disclosure>
  );
}

function State({ stated }: { readonly stated: CaseFact | null }) {
  if (stated !== null && stated.statements.length > 0) {
    const values = [...new Set(stated.statements.map(({ value }) => valueText(value)))];
    return <span className={styles["value"]}>{values.join(", ")}</span>;
  }
  return <Missing>{stated?.asked === true ? "not documented" : "never asked"}</Missing>;
}

function Statements({ stated, open }: { readonly stated: CaseFact | null; readonly open: CaseView }) {
  if (stated === null) return null;
  const lines = stated.statements.map((statement) => statementSummary(statement, open.case.documents));
  const remark = stated.statements.length === 0 ? stated.remark : null;
  const shown = [...lines, ...(remark === null ? [] : [remark])].filter((line) => line !== "");
  return <Lines lines={withKeys(shown, (line) => line)} />;
}
