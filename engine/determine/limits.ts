import { asClause, listed, sentence } from "../words/index.ts";
import type { Sentence } from "./determination.ts";
import { fromNode, type Governed, type LimitNode, said } from "./ground.ts";
import type { Node } from "./node.ts";

/** `use is sleep and types of unit at most 1`: what the request goes beyond. */
export function exceededInWords({ limits }: Governed): string {
  return inWords(exceeded(limits));
}

/** What the guideline says of how much it gives, and where. */
export function limitsStated({ limits }: Governed): readonly Sentence[] {
  const together = Map.groupBy(limits, ({ under }) => (under === null ? "" : ` if ${asClause(under.outline.phrase)}`));
  return [...together].map(([where, members]) =>
    said(
      sentence(`It limits this to ${inWords(members.map(({ node }) => node))}${where}`),
      ...members.flatMap(({ node }) => fromNode(node)),
    ),
  );
}

/** The sentence of a determination that gives less than is asked for. */
export function modifiedBy({ limits }: Governed): Sentence {
  const beyond = exceeded(limits);
  const words = `The guideline gives this limited to ${inWords(beyond)}, and the request goes beyond that`;
  return said(sentence(words), ...beyond.flatMap((node) => fromNode(node)));
}

function exceeded(limits: readonly LimitNode[]): readonly Node[] {
  return limits.map(({ node }) => node).filter(({ finding }) => finding.answer === "not met");
}

function inWords(limits: readonly Node[]): string {
  return listed([...new Set(limits.flatMap(eachOf).map(wordsOf))], "and");
}

/** The limits joined by AND, one by one. */
function eachOf(node: Node): readonly Node[] {
  return node.outline.group?.kind === "all" && !node.outline.named ? node.parts.flatMap(eachOf) : [node];
}

/** Published wording where there is one; else what the author wrote after `limited to`. */
function wordsOf({ outline: { wording, formula, group, phrase } }: Node): string {
  return wording === null && group === null ? formula.text : phrase.text;
}
