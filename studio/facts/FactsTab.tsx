import { Button, TextInput } from "@mantine/core";
import "@mantine/core/styles/Checkbox.css";
import { type KeyboardEvent, useState } from "react";
import { isOnlyOf, useHasUnreadGuideline, useStudio } from "../session/index.ts";
import { useStore } from "../store/index.ts";
import type { CaseView, FactView, ListView } from "../worker/index.ts";
import { FactEntry } from "./FactEntry.tsx";
import { ListEntry } from "./ListEntry.tsx";
import styles from "./facts.module.css";
import { WorkedOutList } from "./WorkedOutList.tsx";
import { isUndo } from "./undoKey.ts";

/** The case as a form: one entry for each fact the guidelines ask about, then what else the case states. */
export function FactsTab({ open }: { readonly open: CaseView }) {
  const [search, setSearch] = useState("");
  const undo = useUndo(open.path);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isUndo(event) || undo === null) return;
    event.preventDefault();
    undo.run();
  };
  const found = open.facts.filter((fact) => matches(fact, search));
  const ofRecord = found.filter(({ request }) => request === null);
  const declared = ofRecord.filter(({ type }) => type !== null);
  const lists = open.lists.filter((list) => matches(list, search));
  const others = ofRecord.filter(({ type }) => type === null);
  return (
    <div className={styles["tab"]}>
      <div className={styles["tools"]}>
        <TextInput
          size="xs"
          placeholder="Find a fact"
          aria-label="Find a fact"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <UndoButton undo={undo} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of the forms inside */}
      <div className={styles["lists"]} onKeyDown={onKeyDown}>
        <FactList label="Facts" facts={declared} open={open} />
        <Lists lists={lists} open={open} />
        <WorkedOutList open={open} search={search} />
        {open.case.requests.map(({ service }, index) => (
          <FactList
            // oxlint-disable-next-line react/no-array-index-key -- a request is known by its place in the file
            key={index}
            title={`Asked for with ${service}`}
            facts={found.filter(({ request }) => request?.index === index)}
            open={open}
          />
        ))}
        <FactList title="Stated, but asked by no guideline of this set" facts={others} open={open} />
      </div>
      {found.length + lists.length === 0 ? <Empty searching={search !== ""} /> : null}
    </div>
  );
}

interface FactListProps {
  readonly title?: string;
  readonly label?: string;
  readonly facts: readonly FactView[];
  readonly open: CaseView;
}

function FactList({ title, label = title, facts, open }: FactListProps) {
  if (facts.length === 0) return null;
  return (
    <section>
      {title === undefined ? null : <h3>{title}</h3>}
      <ul className={styles["facts"]} aria-label={label}>
        {facts.map((fact) => (
          <FactEntry key={fact.key} fact={fact} open={open} />
        ))}
      </ul>
    </section>
  );
}

function Lists({ lists, open }: { readonly lists: readonly ListView[]; readonly open: CaseView }) {
  if (lists.length === 0) return null;
  return (
    <section>
      <h3>May be there several times</h3>
      <ul className={styles["facts"]} aria-label="May be there several times">
        {lists.map((list) => (
          <ListEntry key={list.key} list={list} open={open} />
        ))}
      </ul>
    </section>
  );
}

function Empty({ searching }: { readonly searching: boolean }) {
  const unread = useHasUnreadGuideline();
  if (searching) return <p className={styles["soft"]}>No fact has these words in its name or wording.</p>;
  if (unread)
    return (
      <p className={styles["soft"]}>
        A guideline has a problem, so what it asks is not known yet. Mend what Diagnostics says, and its facts appear
        here.
      </p>
    );
  return (
    <p className={styles["soft"]}>
      No fact is declared yet. Write one in the guideline, for example <q>fact significant symptom change: yes or no</q>
      , and it appears here as a question.
    </p>
  );
}

function matches(fact: FactView | ListView, search: string): boolean {
  return `${fact.name} ${fact.wording ?? ""}`.toLowerCase().includes(search.trim().toLowerCase());
}

interface Undo {
  /** What was changed: the fact's name. */
  readonly label: string;
  readonly run: () => void;
}

/** The way back from the newest change of this case in a form, if there is one. */
function useUndo(path: string): Undo | null {
  const { caseChanges } = useStudio();
  const last = useStore(caseChanges.steps, (steps) => steps.at(-1));
  return last !== undefined && isOnlyOf(last, path) ? { label: last.label, run: () => void caseChanges.undo() } : null;
}

function UndoButton({ undo }: { readonly undo: Undo | null }) {
  return (
    <Button
      size="compact-xs"
      variant="default"
      disabled={undo === null}
      title={undo === null ? "Nothing to undo" : `Undo the change of ${undo.label} (Ctrl+Z)`}
      onClick={undo?.run}
    >
      Undo
    </Button>
  );
}
