import type { Selectable } from "kysely";
import type { Tables } from "../store/index.ts";
import type { StoredRound } from "./rounds.ts";

/** Why somebody may not judge a round; `null` when they may. Nobody approves what they had any part in since the last release. */
export function dependence(
  actor: string,
  change: Pick<Selectable<Tables["change"]>, "created_by">,
  round: Pick<StoredRound, "authors" | "by">,
): string | null {
  const said = round.authors.find(({ attributedBy }) => attributedBy === actor);
  const own = round.authors.find(({ id }) => id === actor);
  if (own !== undefined)
    return `You wrote part of this since the last release, or a case of it expects what you decided (${listed(own.paths)}): somebody else has to judge it.`;
  if (said !== undefined)
    return `You said whose text part of this is (${listed(said.paths)}): somebody else has to judge it.`;
  if (round.by === actor || change.created_by === actor)
    return "You sent this to review: somebody else has to judge it.";
  return null;
}

function listed(paths: readonly string[]): string {
  const [first = "", ...others] = paths;
  return others.length === 0 ? `\`${first}\`` : `\`${first}\` and ${others.length} more`;
}
