import { listed, sentence } from "../words/index.ts";
import type { Sentence } from "./determination.ts";
import { fromNode, type Governed, said } from "./ground.ts";
import type { Node } from "./node.ts";

/** `use is sleep and types of unit at most 1`: what of the request goes beyond what the guideline gives in full. */
export function exceededInWords({ limits }: Governed): string {
  return inWords(limits.filter(({ finding }) => finding.answer === "not met"));
}

/** What the guideline says of how much it gives. */
export function limitsStated({ limits, scene }: Governed): readonly Sentence[] {
  if (limits.length === 0) return [];
  return [said(sentence(`It limits this to ${inWords(limits)}`), ...limits.flatMap((node) => fromNode(scene, node)))];
}

/** The sentence of a determination that gives less than is asked for. */
export function modifiedBy(of: Governed): Sentence {
  const exceeded = of.limits.filter(({ finding }) => finding.answer === "not met");
  const words = `The guideline gives this only limited to ${inWords(exceeded)}, and the request goes beyond that`;
  return said(sentence(words), ...exceeded.flatMap((node) => fromNode(of.scene, node)));
}

function inWords(limits: readonly Node[]): string {
  return listed([...new Set(limits.flatMap(eachOf).map(wordsOf))], "and");
}

/** The limits joined by AND, one by one. */
function eachOf(node: Node): readonly Node[] {
  return node.group?.kind === "all" && !node.named ? node.parts.flatMap(eachOf) : [node];
}

/** Published wording where there is one; else what the author wrote after `limited to`. */
function wordsOf({ finding, formula, group, phrase }: Node): string {
  return finding.wording === null && group === null ? formula.text : phrase.text;
}
