import { createStore, type Store, type Workspace } from "../store/index.ts";
import type { Analyst, CaseEdit } from "../worker/index.ts";

/** One change made in the form, with the case's text around it. */
interface Step {
  readonly path: string;
  /** What was changed, as it stands on the undo button: `significant symptom change`. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** Made of strokes; the next stroke in the same field becomes part of it. */
  readonly typed: boolean;
}

/** Changes of case files made in forms, in order, and the way back. */
export interface CaseChanges {
  readonly steps: Store<readonly Step[]>;
  /** Changes the text as typed; strokes in one field (`merge`) become one step. */
  readonly change: (path: string, change: CaseEdit, label: string, merge?: boolean) => Promise<void>;
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
  const apply = async (path: string, change: CaseEdit, label: string, merge: boolean) => {
    const before = textOf(path);
    if (before === undefined) return;
    const after = await analyst.language.changeCase({ path, text: before }, change);
    // Typed into meanwhile: the change is made again on the newer text.
    if (textOf(path) !== before) return apply(path, change, label, merge);
    if (after === before) return;
    workspace.edit(path, after);
    steps.set((all) => withStep(all, { path, label, before, after, typed: merge }, merge && all.at(-1) !== sealed));
  };
  const takeBack = () => {
    const last = steps.get().at(-1);
    if (last === undefined) return;
    if (textOf(last.path) === last.after) workspace.edit(last.path, last.before);
    steps.set((all) => all.slice(0, -1));
  };
  const later = (work: () => Promise<void> | void) => {
    queue = queue.then(work);
    return queue;
  };
  return {
    steps,
    change: (path, change, label, merge = false) => later(() => apply(path, change, label, merge)),
    undo: () => later(takeBack),
    mark: (path) => {
      let marked: Step | undefined;
      void later(() => {
        marked = steps.get().at(-1);
        sealed = marked;
      });
      const isSince = (step: Step | undefined) => step?.path === path && step !== marked;
      return () =>
        later(() => {
          while (isSince(steps.get().at(-1))) takeBack();
        });
    },
  };
}

function withStep(all: readonly Step[], step: Step, merge: boolean): readonly Step[] {
  const last = all.at(-1);
  const continues =
    merge && last?.typed === true && last.path === step.path && last.label === step.label && last.after === step.before;
  const earlier = continues ? all.slice(0, -1) : all;
  return [...earlier, continues ? { ...step, before: last.before } : step].slice(-kept);
}
