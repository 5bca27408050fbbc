import type { Comparison, Direction } from "../worker/proof/index.ts";

export const directionWords: Readonly<Record<Direction, string>> = {
  same: "Same",
  wider: "Wider",
  narrower: "Narrower",
  mixed: "Mixed",
  "not proved": "Not proved",
};

const sentences: Readonly<Record<Direction, string>> = {
  same: "No case there can be is answered otherwise.",
  wider: "Some cases are granted more than before, and none less.",
  narrower: "Some cases are granted less than before, and none more.",
  mixed: "Some cases are granted more than before, others less, or are answered in another way.",
  "not proved": "Whether any case is answered otherwise is not known of everything below.",
};

export const directionSentence = (direction: Direction): string => sentences[direction];

const steps = {
  patch: "A release would be a patch: every answer stays as it is.",
  minor: "A release would be a minor version: something is added, and every answer there was stays as it is.",
  major: "A release would be a major version: answers change, or it is not proved that they stay.",
} as const;

/** The version number is computed from the meaning, never typed. */
export const stepSentence = (bump: Comparison["bump"]): string =>
  bump === null ? "Nothing was changed: there is nothing to release." : steps[bump];
