import type { Definition, Fact, Guideline } from "../../../dsl/index.ts";
import type { Formula } from "../../ir/index.ts";
import { quoted } from "../../words/index.ts";

/** What a citation may come from: the criterion itself, the definition it names, the fact it asks about, or what stands around it. */
export interface Cited {
  readonly formula: Formula;
  readonly definition: Definition | null;
  readonly fact: Fact | null;
  readonly around: string | null;
}

/**
 * Where a criterion is published. What a guideline takes from another of its set is cited with that one's title, as its
 * pages are that one's: `“Words of the spine”, page 12`.
 */
export function citationOf(guideline: Guideline, { formula, definition, fact, around }: Cited): string | null {
  const own = formula.citation ?? null;
  const lender = titleOf(guideline, (definition ?? (own === fact?.citation ? fact : null) ?? formula).span.file);
  const citation = own ?? definition?.citation ?? null;
  if (lender === null || (citation === null && definition === null)) return citation ?? around;
  return citation === null ? quoted(lender) : `${quoted(lender)}, ${citation}`;
}

function titleOf({ restsOn = [] }: Guideline, file: string | undefined): string | null {
  return restsOn.find((one) => one.file === file)?.title ?? null;
}
