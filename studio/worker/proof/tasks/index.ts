import type { Task } from "../session.ts";
import { boardsTask } from "./boards.ts";
import { editTask, releaseTask } from "./comparing.ts";
import { coveringTask } from "./covering.ts";
import { strengthTask } from "./strength.ts";
import { suggestingTask } from "./suggesting.ts";

/** What is proved, in the order in which it is wanted; each remembers what makes its next run shorter. */
export function createTasks(now: () => number): readonly Task[] {
  const covering = coveringTask();
  return [boardsTask(now), editTask(now), releaseTask(now), covering, suggestingTask(), strengthTask(covering.covered)];
}
