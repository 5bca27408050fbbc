import { Button, Checkbox, SegmentedControl } from "@mantine/core";
import type { KeyboardEvent } from "react";
import type { CaseEntry } from "../../engine/values/index.ts";
import type { CaseView, ListView } from "../worker/index.ts";
import { EntryEditor } from "./EntryEditor.tsx";
import styles from "./facts.module.css";
import { isUndo } from "./undoKey.ts";
import { type ListDraft, useListDraft } from "./useListDraft.ts";

interface ListEditorProps {
  readonly list: ListView;
  readonly open: CaseView;
  readonly close: () => void;
}

const newEntry: CaseEntry = { fields: [], evidence: null };

/** The form of one list. Every change goes into the case's text at once; Escape takes the edit back, then closes the form. */
export function ListEditor({ list, open, close }: ListEditorProps) {
  const { draft, change, leave, follow, cancel } = useListDraft(list, open.path);
  const setEntry = (index: number, entry: CaseEntry, typing: boolean) =>
    change({ ...draft, entries: draft.entries.map((one, at) => (at === index ? entry : one)) }, typing);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isUndo(event)) follow();
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (!cancel()) close();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of the controls inside
    <div className={styles["editor"]} onBlur={leave} onKeyDown={onKeyDown}>
      {list.wording === null ? null : <p className={styles["wording"]}>{list.wording}</p>}
      {list.needs.length === 0 ? null : <p className={styles["soft"]}>Each needs {list.needs.join(", ")}.</p>}
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label="In the record"
        data={states}
        value={draft.listed ? "listed" : "never asked"}
        onChange={(state) => change(withState(draft, state))}
      />
      {draft.entries.map((entry, index) => (
        <EntryEditor
          // oxlint-disable-next-line react/no-array-index-key -- an entry is known by its place only; its words change while they are typed
          key={index}
          number={index + 1}
          list={list}
          entry={entry}
          documents={open.case.documents}
          change={(next, typing) => setEntry(index, next, typing)}
          remove={() => change({ ...draft, entries: draft.entries.filter((_, at) => at !== index) })}
        />
      ))}
      {draft.listed ? (
        <>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => change({ ...draft, entries: [...draft.entries, newEntry] })}
          >
            Add an entry
          </Button>
          <Checkbox
            size="xs"
            label="These are all there are in the record"
            description="Otherwise there may be more, and what depends on how many there are stays not documented."
            checked={draft.complete}
            onChange={(event) => change({ ...draft, complete: event.currentTarget.checked })}
          />
        </>
      ) : null}
    </div>
  );
}

const states = [
  { value: "listed", label: "Looked for" },
  { value: "never asked", label: "Never asked" },
];

function withState(draft: ListDraft, state: string): ListDraft {
  if (state === "listed")
    return { ...draft, listed: true, entries: draft.entries.length > 0 ? draft.entries : [newEntry] };
  return { listed: false, complete: false, entries: [] };
}
