import { Button, SegmentedControl, Textarea } from "@mantine/core";
import type { KeyboardEvent } from "react";
import type { CaseFact, Statement } from "../../engine/values/index.ts";
import type { CaseView, FactView } from "../worker/index.ts";
import styles from "./facts.module.css";
import { firstStatement } from "./firstStatement.ts";
import { StatementEditor } from "./StatementEditor.tsx";
import { isUndo } from "./undoKey.ts";
import { stateOf, useFactDraft } from "./useFactDraft.ts";

const states = [
  { value: "documented", label: "Documented" },
  { value: "asked", label: "Not documented" },
  { value: "never asked", label: "Never asked" },
];

interface FactEditorProps {
  readonly fact: FactView;
  readonly open: CaseView;
  readonly close: () => void;
}

/** The form of one fact. Every change goes into the case's text at once; Escape takes the edit back, then closes the form. */
export function FactEditor({ fact, open, close }: FactEditorProps) {
  const { draft, change, leave, follow, cancel } = useFactDraft(fact, open.path);
  const setState = (state: string) => change(withState(draft, state, fact));
  const setStatement = (index: number, statement: Statement, typing: boolean) =>
    change({ ...draft, statements: draft.statements.map((one, at) => (at === index ? statement : one)) }, typing);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isUndo(event)) follow();
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (!cancel()) close();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of the controls inside
    <div className={styles["editor"]} onBlur={leave} onKeyDown={onKeyDown}>
      {fact.wording === null ? null : <p className={styles["wording"]}>{fact.wording}</p>}
      {fact.needs.length === 0 ? null : <p className={styles["soft"]}>Needs {fact.needs.join(", ")}.</p>}
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label="In the record"
        data={states}
        value={stateOf(draft)}
        onChange={setState}
      />
      {draft.statements.map((statement, index) => (
        <StatementEditor
          // oxlint-disable-next-line react/no-array-index-key -- a statement is known by its place only; its words change while they are typed
          key={index}
          asked={fact}
          attested={fact.attested}
          statement={statement}
          documents={open.case.documents}
          change={(next, typing) => setStatement(index, next, typing)}
          remove={() => change({ ...draft, statements: draft.statements.filter((_, at) => at !== index) })}
        />
      ))}
      {stateOf(draft) === "documented" ? (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => change({ ...draft, statements: [...draft.statements, firstStatement(fact.type)] })}
        >
          Add another statement
        </Button>
      ) : null}
      {stateOf(draft) === "asked" || draft.remark !== null ? (
        <Textarea
          size="xs"
          autosize
          minRows={2}
          label="What the search of the record found"
          placeholder="there is a lack of evidence within the documentation provided that ..."
          value={draft.remark ?? ""}
          onChange={(event) =>
            change({ ...draft, remark: event.currentTarget.value === "" ? null : event.currentTarget.value }, true)
          }
        />
      ) : null}
    </div>
  );
}

function withState(draft: CaseFact, state: string, fact: FactView): CaseFact {
  if (state === "documented") return { ...draft, asked: false, remark: null, statements: [firstStatement(fact.type)] };
  return { ...draft, statements: [], asked: state === "asked", remark: state === "asked" ? draft.remark : null };
}
