import type { Guideline } from "../../dsl/index.ts";
import type { GuidelineSet } from "./guidelineSet.ts";

/** What one guideline of a set holds. */
export interface Holding {
  readonly guideline: string;
  /** Where it comes from, as `Handbook of necks, page 1`; `null`: it names nothing. */
  readonly source: string | null;
  /** By the names that it gives them, in the order of the file. */
  readonly services: readonly string[];
  /** Recommendations, and the criteria that have a name. */
  readonly criteria: number;
  /** Declared in it, fields of lists among them. */
  readonly facts: number;
  readonly examples: number;
}

export interface Holdings {
  /** In the order of their paths. */
  readonly guidelines: readonly Holding[];
  readonly cases: number;
}

/** What a set holds, for who sees it for the first time. */
export function holdings({ guidelines, cases }: Pick<GuidelineSet, "guidelines" | "cases">): Holdings {
  return { guidelines: guidelines.map(({ guideline }) => holding(guideline)), cases: cases.length };
}

function holding({
  title,
  source,
  services,
  recommendations,
  definitions,
  facts,
  lists,
  examples,
}: Guideline): Holding {
  const fields = lists.reduce((sum, list) => sum + list.fields.length, 0);
  return {
    guideline: title,
    source: source === null ? null : [source.title, ...(source.locator === null ? [] : [source.locator])].join(", "),
    services: services.map(({ name }) => name),
    criteria: recommendations.length + definitions.length,
    facts: facts.length + fields,
    examples: examples.length,
  };
}
