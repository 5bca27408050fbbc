import type { Formula } from "../ir/index.ts";
import type { Flaw } from "./asked.ts";
import { joinedBy } from "./neverMet.ts";
import type { Part } from "./parts.ts";
import type { PartSpace } from "./partSpace.ts";

/** A criterion that every case meets. `null`: some do not; `undefined`: not known. */
export function alwaysMet(tried: PartSpace): Flaw | null | undefined {
  const always = tried.never(tried.space.not(tried.root));
  if (always !== true) return always === null ? undefined : null;
  const { part } = tried;
  return { message: alwaysWords(part), ...whyAlways(tried, part.formula) };
}

/** What every case meets by itself; else two one of which always holds. */
export function whyAlways(tried: PartSpace, formula: Formula): Pick<Flaw, "hint" | "labels"> {
  const operands = formula.kind === "any" ? joinedBy("any", formula) : [];
  const alone = operands.find((each) => tried.never(tried.not(each)) === true);
  if (alone !== undefined)
    return {
      hint: `\`${alone.text}\` holds of every case by itself.`,
      labels: [{ span: alone.span, text: "always holds" }],
    };
  const cover = covering(tried, operands);
  if (cover === null) return { hint: "Nothing that a record can say fails it, so it asks nothing." };
  return {
    hint: `One of \`${cover[0].text}\` and \`${cover[1].text}\` holds of every case.`,
    labels: cover.map(({ span }) => ({ span, text: "leaves only what the other holds" })),
  };
}

function alwaysWords({ kind, name, recommends }: Part): string {
  switch (kind) {
    case "recommendation":
      return `Every case meets \`${name}\`, so this ${recommends === "excluded if" ? "excludes everything" : "asks nothing"}.`;
    case "row":
      return `Every case meets \`${name}\`, so this row always counts.`;
    case "limit":
      return `Every request keeps to \`${name}\`, so it limits nothing.`;
    case "scope":
      return "Every request is in the scope of this guideline, so what it says of its scope asks nothing.";
    case "assumption":
      return `\`${name}\` holds of every case anyway, so nothing is assumed by it.`;
    case "definition":
      return `\`${name}\` is always met, whatever a case says.`;
  }
}

/** Two of what suffices each of which one always holds. */
function covering(tried: PartSpace, operands: readonly Formula[]): readonly [Formula, Formula] | null {
  for (const [at, one] of operands.entries())
    for (const other of operands.slice(at + 1))
      if (tried.never(tried.not(one), tried.not(other)) === true) return [one, other];
  return null;
}
