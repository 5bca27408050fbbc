/** What is looked at on the review page, in the order in which one reads. */
export const parts = ["changes", "text", "cases", "strength", "comments", "rounds"] as const;
export type Part = (typeof parts)[number];

export const partWords: Readonly<Record<Part, string>> = {
  changes: "What changes",
  text: "Text",
  cases: "Cases",
  strength: "Proofs and tests",
  comments: "Comments",
  rounds: "Rounds",
};

/** What the address of a review page holds. */
export interface ReviewView {
  readonly part: Part;
  /** The key of the move that is looked at. */
  readonly move: string | undefined;
}

export function readReviewView(search: Readonly<Record<string, unknown>>): ReviewView {
  const { part, move } = search;
  return { part: parts.find((one) => one === part) ?? "changes", move: typeof move === "string" ? move : undefined };
}
