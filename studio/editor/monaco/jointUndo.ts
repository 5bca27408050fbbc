import type { monaco } from "./monaco.ts";

/** One file of a change that was made in several at once: its text before and after, by Monaco's numbers for texts. */
interface Part {
  readonly model: monaco.editor.ITextModel;
  readonly before: number;
  after: number | null;
}

/**
 * A change that is about to be made in several files: what takes it back in one of them takes it back in all, as long as
 * nothing was typed since, and what makes it again makes it again in all. Each part is learnt when its edit comes.
 */
export function undoTogether(models: readonly monaco.editor.ITextModel[]): void {
  if (models.length < 2) return;
  const parts: readonly Part[] = models.map((model) => ({
    model,
    before: model.getAlternativeVersionId(),
    after: null,
  }));
  for (const part of parts) follow(part, parts);
}

function follow(part: Part, parts: readonly Part[]): void {
  part.model.onDidChangeContent(({ isUndoing, isRedoing }) => {
    const now = part.model.getAlternativeVersionId();
    part.after ??= now;
    if (isUndoing && now === part.before)
      for (const { model, after } of parts) if (model.getAlternativeVersionId() === after) void model.undo();
    if (isRedoing && now === part.after)
      for (const { model, before } of parts) if (model.getAlternativeVersionId() === before) void model.redo();
  });
}
