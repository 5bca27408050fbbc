import type { Need } from "../../dsl/index.ts";
import {
  isolated,
  listed,
  neededEvidence,
  ofOrThat,
  quoted,
  sentence,
  statementInWords,
  whether,
} from "../words/index.ts";
import type { Sentence } from "./determination.ts";
import { fromFact, fromNode, type Governed, said } from "./ground.ts";
import { type Node, testsOf } from "./node.ts";
import { evidenceFor, type Scene } from "./scene.ts";

/** What stands between the record and the criteria: what is not documented, each with its reason, and what is not met. */
export function lacking(of: Governed): readonly Sentence[] {
  const { scene, scope, exclusion, criteria } = of;
  const undecidedScope = scope?.finding.answer === "not documented" ? shortcomings(scene, scope) : [];
  const undecidedExclusion = exclusion?.finding.answer === "not documented" ? [exclusionOpen(scene, exclusion)] : [];
  return withConnectives([...undecidedScope, ...undecidedExclusion, ...shortcomings(scene, criteria)]);
}

function exclusionOpen(of: Scene, exclusion: Node): Sentence {
  return said(
    sentence(`It is not documented ${whether(exclusion.phrase)}, which would exclude the request`),
    ...fromNode(of, exclusion),
  );
}

/** Down to the first nodes that have words of their own; what is met lacks nothing. */
function shortcomings(of: Scene, node: Node): readonly Sentence[] {
  const { answer } = node.finding;
  if (answer === "met") return [];
  const own = node.named || node.group === null || node.group.kind === "not";
  if (!own) return node.parts.flatMap((part) => shortcomings(of, part));
  return answer === "not met" ? notMet(of, node) : notDocumented(of, node);
}

function notMet(of: Scene, node: Node): readonly Sentence[] {
  return [said(sentence(`The record does not bear out ${claim(node)}`), ...fromNode(of, node), ...factsOf(node))];
}

function claim(node: Node): string {
  return node.phrase.form === "noun" ? node.phrase.text : `that ${node.phrase.text}`;
}

/** A criterion whose parts lack for different reasons is told part by part after its own sentence. */
function notDocumented(of: Scene, node: Node): readonly Sentence[] {
  const open = testsOf(node).filter((test) => test.finding.answer === "not documented");
  const reasons = new Set(open.map((test) => test.finding.reason));
  if (reasons.size > 1) return [lack(of, node, open), ...open.flatMap((test) => forItsReason(of, test, [test]))];
  return forItsReason(of, node, open);
}

function forItsReason(of: Scene, node: Node, open: readonly Node[]): readonly Sentence[] {
  switch (node.finding.reason) {
    case "asked and unknown":
    case "weaker evidence":
    case "too old":
      return [lack(of, node, open), ...remarks(of, open)];
    case "conflicting":
      return [about(of, node, `The record conflicts on ${whether(node.phrase)}: ${statements(of, open)}`)];
    case "imprecise":
      return [
        about(of, node, `The record is not precise enough to tell ${whether(node.phrase)}: ${statements(of, open)}`),
      ];
    default:
      return [
        about(
          of,
          node,
          `The review never addressed ${addressed(node)}; it is not documented, which is not the same as not met`,
        ),
      ];
  }
}

/** `There is a lack of documented objective evidence of emergence of a significant change of symptoms.` */
function lack(of: Scene, node: Node, open: readonly Node[]): Sentence {
  return about(of, node, `There is a lack of documented ${neededEvidence(needsOf(open))} ${ofOrThat(node.phrase)}`);
}

/** The needs that every open fact shares; needs of one part alone would overstate what the whole lacks. */
function needsOf(open: readonly Node[]): readonly Need[] {
  const [first, ...others] = open.map((test) => test.fact?.needs ?? []);
  return (first ?? []).filter((need) => others.every((needs) => needs.some((other) => other.text === need.text)));
}

function addressed(node: Node): string {
  return node.phrase.form === "noun" ? node.phrase.text : `whether ${node.phrase.text}`;
}

function remarks(of: Scene, open: readonly Node[]): readonly Sentence[] {
  const facts = [...new Map(open.flatMap(({ fact }) => (fact === null ? [] : [[fact.key, fact] as const]))).values()];
  const remarked = facts.map((fact) => ({ name: fact.name, remark: evidenceFor(of, fact.key).remark }));
  const seen = new Set<string>();
  return remarked.flatMap(({ name, remark }) => {
    if (remark === null || seen.has(remark)) return [];
    seen.add(remark);
    return [said(sentence(`The reviewer notes: ${quoted(remark)}`), fromFact(name))];
  });
}

function statements(of: Scene, open: readonly Node[]): string {
  const keys = [...new Set(open.flatMap(({ fact }) => (fact === null ? [] : [fact.key])))];
  return listed(keys.flatMap((key) => evidenceFor(of, key).admitted.map(statementInWords)).map(isolated), "and");
}

function about(of: Scene, node: Node, text: string): Sentence {
  return said(sentence(text), ...fromNode(of, node), ...factsOf(node));
}

function factsOf(node: Node): readonly string[] {
  return [...new Set(testsOf(node).flatMap(({ fact }) => (fact === null ? [] : [fromFact(fact.name)])))];
}

/** A second lack begins `Additionally, there is`, as reviewers write. */
function withConnectives(sentences: readonly Sentence[]): readonly Sentence[] {
  const first = sentences.findIndex(({ text }) => text.startsWith("There is"));
  return sentences.map((each, index) =>
    index > first && each.text.startsWith("There is")
      ? { ...each, text: `Additionally, t${each.text.slice(1)}` }
      : each,
  );
}
