import type { Recommendation } from "../../dsl/index.ts";
import type { Formula } from "../ir/index.ts";
import type { Flaw } from "./asked.ts";
import type { Part } from "./parts.ts";
import type { PartSpace } from "./partSpace.ts";

/** A criterion that no case meets. `null`: it is met by some; `undefined`: not known. */
export function neverMet(tried: PartSpace): Flaw | null | undefined {
  const never = tried.neverSure(tried.root);
  if (never !== true) return never === null ? undefined : null;
  const { part } = tried;
  return { message: neverWords(part), ...whyNever(tried, part.formula) };
}

/** What is met by no case by itself; else two that exclude each other. */
export function whyNever(tried: PartSpace, formula: Formula): Pick<Flaw, "hint" | "labels"> {
  const operands = formula.kind === "all" ? joinedBy("all", formula) : [];
  const alone = operands.find((each) => tried.neverSure(tried.node(each)) === true);
  if (alone !== undefined)
    return {
      hint: `\`${alone.text}\` is never met by itself.`,
      labels: [{ span: alone.span, text: "is never met" }],
    };
  const clash = clashing(tried, operands);
  if (clash !== null)
    return {
      hint: `\`${clash[0].text}\` and \`${clash[1].text}\` exclude each other.`,
      labels: clash.map(({ span }) => ({ span, text: "excludes the other" })),
    };
  return {
    hint:
      formula.kind === "test" || formula.kind === "weighted" || formula.table !== undefined
        ? "No value that there can be satisfies it. Look at what it is compared with."
        : "Nothing that a record can say satisfies it. Look for what it asks twice, and differently.",
  };
}

function neverWords({ kind, name, recommends }: Part): string {
  switch (kind) {
    case "recommendation":
      return `No case ever meets \`${name}\`, ${neverDoes(recommends)}.`;
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

function neverDoes(recommends: Recommendation["kind"] | undefined): string {
  if (recommends === "only if") return "which this requires of every case";
  const excludes = recommends === "excluded if" || recommends === "is not covered";
  return excludes ? "so this never excludes anything" : "so this never recommends anything";
}

/** The operands of groups of one kind within each other, as if they stood in one. */
export function joinedBy(kind: "all" | "any", formula: Formula): readonly Formula[] {
  return formula.kind === kind ? formula.operands.flatMap((each) => joinedBy(kind, each)) : [formula];
}

/** Two of what is required together that cannot hold together. */
function clashing(tried: PartSpace, operands: readonly Formula[]): readonly [Formula, Formula] | null {
  for (const [at, one] of operands.entries())
    for (const other of operands.slice(at + 1))
      if (tried.neverSure(tried.node(one), tried.node(other)) === true) return [one, other];
  return null;
}
