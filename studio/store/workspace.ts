import type { StoredFile, StoredSet } from "../api/index.ts";
import { type Drafts, openDrafts } from "./drafts.ts";
import { type Files, isUnsaved, mergeListing, newFile, openDraft, openFile, type WorkFile } from "./files.ts";
import { type Change, saveOver } from "./saving.ts";
import { createStore, type Store } from "./store.ts";

export interface WorkspaceState {
  readonly files: Files;
}

/** The open guideline set: its files as typed, and what may be done with them. */
export interface Workspace {
  readonly set: string;
  readonly state: Store<WorkspaceState>;
  readonly edit: (path: string, text: string) => void;
  readonly create: (path: string, kind: StoredFile["kind"], text: string) => void;
  readonly save: (path: string) => Promise<void>;
  readonly saveAll: () => Promise<void>;
  /** Back to the saved version that the text was typed over; a file that was never saved goes. */
  readonly discard: (path: string) => void;
  /** Answers a conflict: the saved text replaces the typed one, or becomes the version to save over. */
  readonly takeTheirs: (path: string) => void;
  readonly keepMine: (path: string) => Promise<void>;
  readonly mergeListing: (files: readonly StoredFile[]) => void;
  readonly drafts: Drafts;
}

/** `person`: whose drafts are kept with it. */
export async function openWorkspace(stored: StoredSet, person: string): Promise<Workspace> {
  const drafts = openDrafts(person, stored.name);
  const kept = await drafts.read();
  for (const { path, text } of stored.files) if (kept.get(path)?.text === text) drafts.forget(path);
  const onDisk = stored.files.map((file) => openFile(file, kept.get(file.path)));
  const paths = new Set(stored.files.map(({ path }) => path));
  const others = [...kept].filter(([path]) => !paths.has(path)).map(([path, draft]) => openDraft(path, draft));
  const files = Object.fromEntries([...onDisk, ...others].map((file) => [file.path, file]));
  return workspace(stored.name, createStore({ files }), drafts);
}

function workspace(set: string, state: Store<WorkspaceState>, drafts: Drafts): Workspace {
  const change = changing(state, drafts);
  const save = async (path: string) => {
    const file = state.get().files[path];
    if (file !== undefined) await saveOver(set, file, change);
  };
  return {
    set,
    state,
    drafts,
    save,
    edit: (path, text) => void change(path, (file) => (file.text === text ? file : { ...file, text, restored: false })),
    create: (path, kind, text) => {
      state.set(({ files }) => ({ files: { ...files, [path]: newFile(path, kind, text) } }));
      drafts.keep(path, { text, base: null });
    },
    saveAll: async () => {
      for (const file of Object.values(state.get().files)) if (isUnsaved(file)) await save(file.path);
    },
    discard: (path) => {
      if (state.get().files[path]?.base === null) remove(state, drafts, path);
      else change(path, discarded);
    },
    takeTheirs: (path) => void change(path, withTheirs),
    keepMine: async (path) => {
      change(path, overTheirs);
      await save(path);
    },
    mergeListing: (listing) => {
      const before = state.get().files;
      const files = mergeListing(before, listing);
      if (files === before) return;
      state.set(() => ({ files }));
      // What was typed is what is saved by now, by another tab for example.
      for (const file of Object.values(files)) {
        const typed = before[file.path];
        if (typed !== undefined && isUnsaved(typed) && !isUnsaved(file)) drafts.forget(file.path);
      }
    },
  };
}

/** Changes one file and keeps its draft in step with it. */
function changing(state: Store<WorkspaceState>, drafts: Drafts): Change {
  return (path, next) => {
    const before = state.get().files[path];
    if (before === undefined) return undefined;
    const file = next(before);
    if (file === before) return file;
    state.set(({ files }) => ({ files: { ...files, [path]: file } }));
    if (isUnsaved(file)) drafts.keep(path, { text: file.text, base: file.base });
    else drafts.forget(path);
    return file;
  };
}

function remove(state: Store<WorkspaceState>, drafts: Drafts, path: string): void {
  state.set(({ files }) => ({
    files: Object.fromEntries(Object.entries(files).filter(([name]) => name !== path)),
  }));
  drafts.forget(path);
}

function discarded(file: WorkFile): WorkFile {
  const text = file.base?.text ?? file.text;
  return { ...file, text, restored: false, refusal: null, saving: "idle" };
}

function withTheirs(file: WorkFile): WorkFile {
  if (file.theirs === null || file.theirs === "gone") return file;
  const { theirs } = file;
  return { ...file, text: theirs.text, base: theirs, theirs: null, restored: false, saving: "idle" };
}

/** What is saved becomes the version to save over. */
function overTheirs(file: WorkFile): WorkFile {
  return { ...file, base: file.theirs === "gone" ? null : (file.theirs ?? file.base), theirs: null };
}
