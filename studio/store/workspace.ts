import { problemText, type StoredFile, type StoredSet, saveFile } from "../api/index.ts";
import { type Drafts, openDrafts } from "./drafts.ts";
import { type Files, isUnsaved, mergeDisk, openFile, type WorkFile } from "./files.ts";
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
  /** Back to the version on disk that the text was typed over. */
  readonly discard: (path: string) => void;
  /** Answers a conflict: the text on disk replaces the typed one, or becomes the version to save over. */
  readonly takeTheirs: (path: string) => void;
  readonly keepMine: (path: string) => Promise<void>;
  readonly mergeDisk: (files: readonly StoredFile[]) => void;
  readonly drafts: Drafts;
}

export async function openWorkspace(stored: StoredSet): Promise<Workspace> {
  const drafts = openDrafts(stored.name);
  const kept = await drafts.read();
  const files = stored.files.map((file) => openFile(file, kept.get(file.path)));
  return workspace(stored.name, createStore({ files: byPath(files) }), drafts);
}

function byPath(files: readonly WorkFile[]): Files {
  return Object.fromEntries(files.map((file) => [file.path, file]));
}

function workspace(set: string, state: Store<WorkspaceState>, drafts: Drafts): Workspace {
  const change = (path: string, next: (file: WorkFile) => WorkFile) =>
    state.set((value) => {
      const file = value.files[path];
      if (file === undefined) return value;
      const changed = next(file);
      return changed === file ? value : { files: { ...value.files, [path]: changed } };
    });
  const keepDraft = (path: string) => {
    const file = state.get().files[path];
    if (file === undefined) return;
    if (isUnsaved(file)) drafts.keep(path, { text: file.text, base: file.base });
    else drafts.forget(path);
  };
  const edit = (path: string, text: string) => {
    change(path, (file) => (file.text === text ? file : { ...file, text, restored: false }));
    keepDraft(path);
  };
  const save = (path: string) => saveOver(set, path, state, change, keepDraft);
  const takeTheirs = (path: string) => {
    change(path, (file) => {
      if (file.theirs === null || file.theirs === "gone") return file;
      return { ...file, text: file.theirs.text, base: file.theirs, theirs: null, restored: false, saving: "idle" };
    });
    keepDraft(path);
  };
  return {
    set,
    state,
    drafts,
    edit,
    save,
    takeTheirs,
    create: (path, kind, text) => {
      state.set((value) => ({ files: { ...value.files, [path]: newFile(path, kind, text) } }));
      keepDraft(path);
    },
    saveAll: async () => {
      for (const file of Object.values(state.get().files)) if (isUnsaved(file)) await save(file.path);
    },
    discard: (path) => {
      change(path, (file) =>
        file.base === null ? file : { ...file, text: file.base.text, restored: false, refusal: null, saving: "idle" },
      );
      keepDraft(path);
    },
    keepMine: async (path) => {
      change(path, (file) => ({
        ...file,
        base: file.theirs === "gone" ? null : (file.theirs ?? file.base),
        theirs: null,
      }));
      await save(path);
    },
    mergeDisk: (files) => {
      for (const stored of files) {
        if (state.get().files[stored.path] === undefined) {
          state.set((value) => ({ files: { ...value.files, [stored.path]: openFile(stored, undefined) } }));
        } else change(stored.path, (file) => mergeDisk(file, stored));
      }
    },
  };
}

function newFile(path: string, kind: StoredFile["kind"], text: string): WorkFile {
  return {
    path,
    kind,
    text,
    base: null,
    restored: false,
    saving: "idle",
    refusal: null,
    theirs: null,
    unreadable: null,
  };
}

type Change = (path: string, next: (file: WorkFile) => WorkFile) => void;

/** Saves over the version the text was typed over. Text typed while the request runs stays unsaved. */
async function saveOver(
  set: string,
  path: string,
  state: Store<WorkspaceState>,
  change: Change,
  keepDraft: (path: string) => void,
): Promise<void> {
  const file = state.get().files[path];
  if (file === undefined || file.unreadable !== null || file.saving === "saving") return;
  if (!isUnsaved(file) && file.theirs === null) return;
  const text = file.text;
  change(path, (before) => ({ ...before, saving: "saving", refusal: null }));
  const answer = await saveFile(set, path, text, file.base?.etag ?? null);
  if (answer.ok) {
    const base = { text, etag: answer.value.etag };
    change(path, (now) => ({ ...now, base, saving: "idle", theirs: null, restored: false }));
  } else if (answer.problem.kind === "changed meanwhile") {
    const theirs = answer.problem.current ?? "gone";
    change(path, (now) => ({ ...now, saving: "idle", theirs }));
  } else {
    const saving = answer.problem.kind === "unreachable" ? "unreachable" : "refused";
    const refusal = problemText(answer.problem);
    change(path, (now) => ({ ...now, saving, refusal }));
  }
  keepDraft(path);
}
