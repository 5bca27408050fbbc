import { createStore as createDatabase, del, entries, set } from "idb-keyval";
import type { FileVersion } from "./version.ts";

/** Text typed and not yet saved, kept in this browser. `base` is the version it was typed over. */
export interface Draft {
  readonly text: string;
  readonly base: FileVersion | null;
}

/** Milliseconds between the last keystroke and the write of its draft. */
const writeDelay = 150;

export interface Drafts {
  readonly read: () => Promise<ReadonlyMap<string, Draft>>;
  readonly keep: (path: string, draft: Draft) => void;
  readonly forget: (path: string) => void;
  /** True while typed text is not yet in the database. */
  readonly pending: () => boolean;
  readonly flush: () => Promise<void>;
}

/** Drafts of one guideline set, one entry a file, keyed `set/path`; the entry names the version it was typed over. */
export function openDrafts(setName: string): Drafts {
  const database = createDatabase("precept", "drafts");
  const waiting = new Map<string, Draft | null>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();
  let busy = 0;

  const write = async () => {
    const batch = [...waiting];
    waiting.clear();
    busy += 1;
    for (const [path, draft] of batch) {
      const key = `${setName}/${path}`;
      await (draft === null ? del(key, database) : set(key, draft, database)).catch(() => undefined);
    }
    busy -= 1;
  };
  const flush = () => {
    clearTimeout(timer);
    writing = writing.then(write);
    return writing;
  };
  const queue = (path: string, draft: Draft | null) => {
    waiting.set(path, draft);
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), writeDelay);
  };
  return {
    read: () => readDrafts(setName, database),
    keep: queue,
    forget: (path) => queue(path, null),
    pending: () => waiting.size > 0 || busy > 0,
    flush,
  };
}

type Database = ReturnType<typeof createDatabase>;

/** A browser that forbids the database (a private window) has no drafts; typing still works. */
async function readDrafts(setName: string, database: Database): Promise<ReadonlyMap<string, Draft>> {
  const prefix = `${setName}/`;
  const all = await entries<string, Draft>(database).catch(() => []);
  return new Map(
    all.filter(([key]) => key.startsWith(prefix)).map(([key, draft]) => [key.slice(prefix.length), draft]),
  );
}
