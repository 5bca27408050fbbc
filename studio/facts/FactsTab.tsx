import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useStudio } from "../session/index.ts";
import { useStore } from "../store/index.ts";
import type { CaseView, FactView } from "../worker/index.ts";
import { FactEntry } from "./FactEntry.tsx";
import styles from "./facts.module.css";

/** The case as a form: one entry for each fact the guidelines ask about, then what else the case states. */
export function FactsTab({ open }: { readonly open: CaseView }) {
  const [search, setSearch] = useState("");
  const found = open.facts.filter((fact) => matches(fact, search));
  const ofRecord = found.filter(({ request }) => request === null);
  const declared = ofRecord.filter(({ type }) => type !== null);
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
        <UndoButton path={open.path} />
      </div>
      <FactList label="Facts" facts={declared} open={open} />
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
      {found.length === 0 ? <Empty searching={search !== ""} /> : null}
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

function Empty({ searching }: { readonly searching: boolean }) {
  if (searching) return <p className={styles["soft"]}>No fact has these words in its name or wording.</p>;
  return (
    <p className={styles["soft"]}>
      No fact is declared yet. Write one in the guideline, for example <q>fact significant symptom change: yes or no</q>
      , and it appears here as a question.
    </p>
  );
}

function matches(fact: FactView, search: string): boolean {
  return `${fact.name} ${fact.wording ?? ""}`.toLowerCase().includes(search.trim().toLowerCase());
}

function UndoButton({ path }: { readonly path: string }) {
  const { caseChanges } = useStudio();
  const last = useStore(caseChanges.steps, (steps) => steps.at(-1));
  const usable = last?.path === path;
  return (
    <Button
      size="compact-xs"
      variant="default"
      disabled={!usable}
      title={usable ? `Undo the change of ${last.label}` : "Nothing to undo"}
      onClick={caseChanges.undo}
    >
      Undo
    </Button>
  );
}
