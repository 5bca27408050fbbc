import type { Role } from "../../engine/determine/index.ts";

/** What stands before a criterion, by what it is for; `null` where nothing needs to be said. */
export const roleWords: Readonly<Record<Role, string | null>> = {
  scope: "Applies when",
  exclusion: "Excluded if",
  criteria: null,
  "red flag": "Red flag",
  "only if": "Only if",
  limit: "Limited to",
  part: null,
  waiver: "Waived if",
  condition: "When",
  requirement: "Requires",
};
