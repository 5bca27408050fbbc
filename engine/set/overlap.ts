import type { Guideline } from "../../dsl/index.ts";

/** Whether there is a day on which both are in force; both ends are included, an open end never comes. */
export function overlap({ effective: one }: Guideline, { effective: other }: Guideline): boolean {
  return begins(one, other) && begins(other, one);
}

/** The first begins before the second ends, or on its last day. */
function begins(one: Guideline["effective"], other: Guideline["effective"]): boolean {
  return one.from === null || other.to === null || one.from <= other.to;
}
