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
  /** Keeps what is pending at once, for a page that is going away; false when this browser does not take it. */
  readonly secure: () => boolean;
}

/** Drafts of one guideline set, one entry a file, keyed `set/path`; the entry names the version it was typed over. */
export function openDrafts(setName: string): Drafts {
  const database = createDatabase("precept", "drafts");
  const waiting = new Map<string, Draft | null>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();
  const inWriting = new Map<string, Draft | null>();

  const write = async () => {
    for (const [path, draft] of waiting) inWriting.set(path, draft);
    waiting.clear();
    for (const [path, draft] of inWriting) {
      const key = `${setName}/${path}`;
      await (draft === null ? del(key, database) : set(key, draft, database)).catch(() => undefined);
      inWriting.delete(path);
    }
    if (waiting.size === 0) takeSecured(setName);
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
    read: async () => {
      const secured = takeSecured(setName);
      for (const [path, draft] of secured) queue(path, draft);
      const drafts = new Map([...(await readDrafts(setName, database)), ...secured]);
      return new Map([...drafts].flatMap(([path, draft]) => (draft === null ? [] : [[path, draft] as const])));
    },
    keep: queue,
    forget: (path) => queue(path, null),
    pending: () => waiting.size > 0 || inWriting.size > 0,
    flush,
    secure: () => secure(setName, [...inWriting, ...waiting]),
  };
}

type Pending = readonly (readonly [path: string, draft: Draft | null])[];

const securedKey = (setName: string): string => `precept drafts ${setName}`;

/** The database answers too late for a page that is being left; local storage takes the text at once. */
function secure(setName: string, pending: Pending): boolean {
  try {
    localStorage.setItem(securedKey(setName), JSON.stringify(pending));
    return true;
  } catch {
    return false;
  }
}

/** What was kept when the page was left; a browser without storage kept nothing. */
function takeSecured(setName: string): Pending {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(securedKey(setName)) ?? "[]");
    localStorage.removeItem(securedKey(setName));
    return Array.isArray(kept) ? kept.filter(isPending) : [];
  } catch {
    return [];
  }
}

function isPending(kept: unknown): kept is Pending[number] {
  if (!Array.isArray(kept) || typeof kept[0] !== "string") return false;
  const draft: unknown = kept[1];
  return (
    draft === null ||
    (typeof draft === "object" && "text" in draft && typeof draft.text === "string" && "base" in draft)
  );
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
