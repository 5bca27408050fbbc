import type { Outcome } from "../../engine/values/index.ts";

/** One key an answer. */
export const answerKeys: Readonly<Record<Outcome, string>> = {
  "criteria met": "M",
  "criteria not met": "N",
  "information needed": "I",
  modified: "P",
  excluded: "X",
  "not addressed": "A",
};

/** As a person says it of a request. */
export const answerWords: Readonly<Record<Outcome, string>> = {
  "criteria met": "Met",
  "criteria not met": "Not met",
  "information needed": "Information needed",
  modified: "Met in part",
  excluded: "Excluded",
  "not addressed": "Not addressed",
};

/** The answer a key stands for, among those that can be given. */
export function answerOf(key: string, outcomes: readonly Outcome[]): Outcome | null {
  return outcomes.find((outcome) => answerKeys[outcome] === key.toUpperCase()) ?? null;
}
