import { createStore, type Store, type Workspace } from "../store/index.ts";
import type { Analyst, TextChange } from "../worker/index.ts";

/** One change made in a form, with the text around it of every file that it changed. */
export interface Step {
  readonly texts: readonly ChangedText[];
  /** What was changed, as it stands on the undo button: `significant symptom change`. */
  readonly label: string;
  /** Made of strokes; the next stroke in the same field becomes part of it. */
  readonly typed: boolean;
}

interface ChangedText {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What is to be changed in the case or guideline at `path`. */
export interface CaseChange {
  readonly path: string;
  readonly change: TextChange;
}

/** Changes of cases, and of examples in guidelines, made in forms, in order, and the way back. */
export interface CaseChanges {
  readonly steps: Store<readonly Step[]>;
  /** Changes the text as typed; strokes in one field (`merge`) become one step. */
  readonly change: (path: string, change: TextChange, label: string, merge?: boolean) => Promise<void>;
  /** Several changes of one or more files as one step. */
  readonly changeAll: (changes: readonly CaseChange[], label: string) => Promise<void>;
  /** Takes back the newest step, once the changes under way are made. */
  readonly undo: () => Promise<void>;
  /** Marks where a file's changes stand; what comes back undoes all that were made since. */
  readonly mark: (path: string) => () => Promise<void>;
}

const kept = 100;

export function openCaseChanges(workspace: Workspace, analyst: Analyst): CaseChanges {
  const steps = createStore<readonly Step[]>([]);
  let queue: Promise<void> = Promise.resolve();
  /** The step at the newest mark: strokes after it do not become one with it. */
  let sealed: Step | undefined;

  const textOf = (path: string) => workspace.state.get().files[path]?.text;
  const edit = async ({ path, change }: CaseChange): Promise<readonly ChangedText[]> => {
    const before = textOf(path);
    if (before === undefined) return [];
    const after = await analyst.language.changeText({ path, text: before }, change);
    // Typed into meanwhile: the change is made again on the newer text.
    if (textOf(path) !== before) return edit({ path, change });
    if (after === before) return [];
    workspace.edit(path, after);
    return [{ path, before, after }];
  };
  const apply = async (changes: readonly CaseChange[], label: string, typed: boolean) => {
    const texts: ChangedText[] = [];
    for (const change of changes) texts.push(...(await edit(change)));
    if (texts.length === 0) return;
    steps.set((all) => withStep(all, { texts, label, typed }, typed && all.at(-1) !== sealed));
  };
  const takeBack = () => {
    const last = steps.get().at(-1);
    if (last === undefined) return;
    for (const { path, before, after } of last.texts.toReversed())
      if (textOf(path) === after) workspace.edit(path, before);
    steps.set((all) => all.slice(0, -1));
  };
  const later = (work: () => Promise<void> | void) => {
    queue = queue.then(work);
    return queue;
  };
  return {
    steps,
    change: (path, change, label, merge = false) => later(() => apply([{ path, change }], label, merge)),
    changeAll: (changes, label) => later(() => apply(changes, label, false)),
    undo: () => later(takeBack),
    mark: (path) => {
      let marked: Step | undefined;
      void later(() => {
        marked = steps.get().at(-1);
        sealed = marked;
      });
      const isSince = (step: Step | undefined) => step !== undefined && step !== marked && isOnlyOf(step, path);
      return () =>
        later(() => {
          while (isSince(steps.get().at(-1))) takeBack();
        });
    },
  };
}

/** Whether a step changed nothing but the case at `path`. */
export const isOnlyOf = ({ texts }: Step, path: string): boolean => texts.every((text) => text.path === path);

function withStep(all: readonly Step[], step: Step, merge: boolean): readonly Step[] {
  const last = all.at(-1);
  const joined = merge && last?.typed === true && last.label === step.label ? joinedTexts(last, step) : null;
  const earlier = joined === null ? all : all.slice(0, -1);
  return [...earlier, joined === null ? step : { ...step, texts: joined }].slice(-kept);
}

/** Two steps in one text as one; `null` when the second does not begin where the first ended. */
function joinedTexts({ texts: [first] }: Step, { texts: [next] }: Step): readonly ChangedText[] | null {
  if (first === undefined || next === undefined) return null;
  return first.path === next.path && first.after === next.before ? [{ ...next, before: first.before }] : null;
}
