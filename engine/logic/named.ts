import { definitionOf, everyNode, type Formula, type GuidelineProgram } from "../ir/index.ts";

/** What formulas name. */
export interface Named {
  readonly definitions: readonly string[];
  readonly quantities: readonly string[];
}

const named = new WeakMap<Formula, Named>();

/** What a formula names, itself and in its parts. */
export function namedIn(formula: Formula): Named {
  const known = named.get(formula);
  if (known !== undefined) return known;
  const nodes = everyNode([formula]);
  const found = {
    definitions: nodes.flatMap((node) => (node.kind === "criterion" ? [node.definition] : [])),
    quantities: [...new Set(nodes.flatMap((node) => (node.kind === "test" ? [node.quantity] : [])))],
  };
  named.set(formula, found);
  return found;
}

/** The keys of the definitions that formulas rest on, through other definitions too. */
export function definitionsUsed(program: GuidelineProgram, formulas: readonly Formula[]): ReadonlySet<string> {
  const used = new Set(formulas.flatMap((formula) => namedIn(formula).definitions));
  for (const definition of used)
    for (const further of namedIn(definitionOf(program, definition)).definitions) used.add(further);
  return used;
}
