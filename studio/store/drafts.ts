import { createStore as createDatabase, del, entries, set } from "idb-keyval";
import type { Draft, KeptDraft } from "./draft.ts";
import { takeSecured, secureAtOnce } from "./secured.ts";

/** Milliseconds between the last keystroke and the write of its draft. */
const writeDelay = 150;

export interface Drafts {
  readonly read: () => Promise<ReadonlyMap<string, Draft>>;
  readonly keep: (path: string, draft: Draft) => void;
  readonly forget: (path: string) => void;
  /** True while typed text is not yet in the database. */
  readonly pending: () => boolean;
  readonly flush: () => Promise<void>;
  /** Keeps what is pending at once, for a page that is going away; false when this browser does not take it. */
  readonly secure: () => boolean;
}

/**
 * Drafts of one person and one guideline set, one entry a file and tab, keyed `person/set/tab/path`: whoever sits down at
 * this browser next sees none of them, and two tabs of one person take nothing from each other. What a tab that is gone
 * left is taken over by the next one that opens the set.
 */
export function openDrafts(person: string, setName: string): Drafts {
  const database = createDatabase("precept", "drafts");
  const place = `${person}/${setName}`;
  const tab = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  const keyOf = (path: string) => `${place}/${tab}/${path}`;
  /** Entries of other tabs whose text this one holds by now. */
  const takenOver = new Map<string, string>();
  const waiting = new Map<string, KeptDraft | null>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();
  const inWriting = new Map<string, KeptDraft | null>();

  const put = (key: string, draft: KeptDraft | null) =>
    (draft === null ? del(key, database) : set(key, draft, database)).catch(() => undefined);
  const write = async () => {
    for (const [path, draft] of waiting) inWriting.set(path, draft);
    waiting.clear();
    for (const [path, draft] of inWriting) {
      await put(keyOf(path), draft);
      const before = takenOver.get(path);
      if (before !== undefined) await put(before, null);
      takenOver.delete(path);
      inWriting.delete(path);
    }
    if (waiting.size === 0) takeSecured(place, tab);
  };
  const flush = () => {
    clearTimeout(timer);
    writing = writing.then(write);
    return writing;
  };
  const queue = (path: string, draft: KeptDraft | null) => {
    waiting.set(path, draft);
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), writeDelay);
  };
  return {
    read: async () => {
      const kept = await readKept(place, database);
      for (const [key, draft] of takeSecured(place)) {
        if (draft === null) kept.delete(key);
        else kept.set(key, draft);
        await put(key, draft);
      }
      const newest = newestByPath(kept, place);
      for (const [path, { key }] of newest) takenOver.set(path, key);
      return new Map([...newest].map(([path, { draft }]) => [path, draft]));
    },
    keep: (path, draft) => queue(path, { ...draft, at: Date.now() }),
    forget: (path) => queue(path, null),
    pending: () => waiting.size > 0 || inWriting.size > 0,
    flush,
    secure: () =>
      secureAtOnce(
        place,
        tab,
        [...inWriting, ...waiting].map(([path, draft]) => [keyOf(path), draft]),
      ),
  };
}

type Database = ReturnType<typeof createDatabase>;

/** By key. A browser that forbids the database (a private window) has no drafts; typing still works. */
async function readKept(place: string, database: Database): Promise<Map<string, KeptDraft>> {
  const all = await entries<string, KeptDraft>(database).catch(() => []);
  return new Map(all.filter(([key]) => key.startsWith(`${place}/`)));
}

/** Of several tabs that left a draft of one file the last one; the others stay where they are until it is done with. */
function newestByPath(kept: ReadonlyMap<string, KeptDraft>, place: string) {
  const newest = new Map<string, { readonly key: string; readonly draft: KeptDraft }>();
  for (const [key, draft] of kept) {
    const path = key.slice(key.indexOf("/", place.length + 1) + 1);
    const other = newest.get(path);
    if (other === undefined || other.draft.at < draft.at) newest.set(path, { key, draft });
  }
  return newest;
}
