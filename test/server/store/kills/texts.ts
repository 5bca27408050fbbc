import { kneeGuideline, widerKnees } from "../../reviews/knees.ts";

/** The set that goes the whole way, and one that is only saved meanwhile. */
export const releasedSet = "knees";
export const savedSet = "hips";

let count = 0;

/** Another text each time; every other one moves answers. */
export function nextText(): string {
  count += 1;
  return `# save ${count}\n${count % 2 === 0 ? kneeGuideline : widerKnees}`;
}
