import type { Task } from "../session.ts";
import { boardsTask } from "./boards.ts";

/** What is proved, in the order in which it is wanted; each remembers what makes its next run shorter. */
export function createTasks(now: () => number): readonly Task[] {
  return [boardsTask(now)];
}
