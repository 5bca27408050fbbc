import { type Outcome, problemText, saveFile } from "../api/index.ts";
import { isUnsaved, type WorkFile } from "./files.ts";

export type Change = (path: string, next: (file: WorkFile) => WorkFile) => WorkFile | undefined;

type Saved = Outcome<{ readonly path: string; readonly etag: string }>;

/** Saves over the version the text was typed over. Text typed while the request runs stays unsaved. */
export async function saveOver(set: string, file: WorkFile, change: Change): Promise<void> {
  if (file.unreadable !== null || file.saving === "saving" || (!isUnsaved(file) && file.theirs === null)) return;
  change(file.path, (before) => ({ ...before, saving: "saving", refusal: null }));
  const answer = await saveFile(set, file.path, file.text, file.base?.etag ?? null);
  change(file.path, (now) => ({ ...now, ...consequence(answer, file) }));
}

function consequence(answer: Saved, saved: WorkFile): Partial<WorkFile> {
  if (answer.ok) {
    const base = { text: saved.text, etag: answer.value.etag };
    return { base, savedOver: saved.base?.etag ?? "new", saving: "idle", theirs: null, restored: false };
  }
  const { problem } = answer;
  if (problem.kind === "changed meanwhile") return { saving: "idle", theirs: problem.current ?? "gone" };
  return { saving: problem.kind === "unreachable" ? "unreachable" : "refused", refusal: problemText(problem) };
}
