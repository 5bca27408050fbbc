import type { Formula } from "../ir/index.ts";
import type { Flaw } from "./asked.ts";
import type { Part } from "./parts.ts";
import type { PartSpace } from "./partSpace.ts";

/** A criterion that no case meets. `null`: it is met by some; `undefined`: not known. */
export function neverMet(tried: PartSpace): Flaw | null | undefined {
  const never = tried.never(tried.root);
  if (never !== true) return never === null ? undefined : null;
  const { part } = tried;
  const clash = clashing(tried, part.formula);
  return {
    message: neverWords(part),
    ...(clash === null
      ? { hint: "Nothing that a record can say satisfies it. Look for what it asks twice, and differently." }
      : {
          hint: `\`${clash[0].text}\` and \`${clash[1].text}\` exclude each other.`,
          labels: clash.map(({ span }) => ({ span, text: "excludes the other" })),
        }),
  };
}

function neverWords({ kind, name }: Part): string {
  switch (kind) {
    case "recommendation":
      return `No case ever meets \`${name}\`, so this never recommends anything.`;
    case "row":
      return `No case ever meets \`${name}\`, so this row never counts.`;
    case "limit":
      return `No request ever keeps to \`${name}\`, so nothing is ever given in full.`;
    case "scope":
      return "No request is ever in the scope of this guideline, so it decides nothing.";
    case "assumption":
      return `What is assumed by \`${name}\` holds of no case.`;
    case "definition":
      return `\`${name}\` is never met, whatever a case says.`;
  }
}

/** The operands of groups of one kind within each other, as if they stood in one. */
export function joinedBy(kind: "all" | "any", formula: Formula): readonly Formula[] {
  return formula.kind === kind ? formula.operands.flatMap((each) => joinedBy(kind, each)) : [formula];
}

/** Two of what is required together that cannot hold together. */
export function clashing(tried: PartSpace, formula: Formula): readonly [Formula, Formula] | null {
  const operands = formula.kind === "all" ? joinedBy("all", formula) : [];
  for (const [at, one] of operands.entries())
    for (const other of operands.slice(at + 1))
      if (tried.never(tried.node(one), tried.node(other)) === true) return [one, other];
  return null;
}
