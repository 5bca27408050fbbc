import type { CaseEntry, CaseList } from "../../engine/values/index.ts";
import { useStudio } from "../session/index.ts";
import type { ListView } from "../worker/index.ts";
import { hasValue } from "./firstStatement.ts";
import { useDraft } from "./useDraft.ts";

/** What the form shows of a list; `listed`: whether the case speaks of it at all. */
export interface ListDraft extends Pick<CaseList, "complete" | "entries"> {
  readonly listed: boolean;
}

const drafts = new WeakMap<CaseList, ListDraft>();

/** The same list gives the same draft, so that a form knows when the text says something new. */
function draftOf(stated: CaseList): ListDraft {
  const draft = drafts.get(stated) ?? { listed: true, complete: stated.complete, entries: stated.entries };
  drafts.set(stated, draft);
  return draft;
}

/** The draft of one list. A field without a value is not written, and an entry without one only once it has one. */
export function useListDraft(list: ListView, path: string) {
  const { caseChanges } = useStudio();
  return useDraft<ListDraft>({
    path,
    stated: list.stated === null ? null : draftOf(list.stated),
    unstated: { listed: false, complete: false, entries: [] },
    write: ({ listed, complete, entries }, merge) => {
      const name = list.stated?.list ?? list.name;
      const written = { complete, entries: entries.map(withValues).filter(({ fields }) => fields.length > 0) };
      void caseChanges.change(path, { kind: "list", list: name, entries: listed ? written : null }, list.name, merge);
    },
  });
}

function withValues(entry: CaseEntry): CaseEntry {
  return { ...entry, fields: entry.fields.filter(({ value }) => hasValue(value)) };
}
