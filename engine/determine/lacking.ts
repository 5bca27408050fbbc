import type { Need } from "../../dsl/index.ts";
import { once } from "../values/index.ts";
import { listed, neededEvidence, ofOrThat, quoted, sentence, whether } from "../words/index.ts";
import type { Sentence } from "./determination.ts";
import { fromFact, type Governed } from "./ground.ts";
import { type Node, testsOf } from "./node.ts";
import { type Outline, recommends, topic } from "./outline/index.ts";
import { attestedBy } from "./recordShows.ts";
import { asStated, evidenceFor, type Scene } from "./scene.ts";

/**
 * What stands between the record and the criteria: what is not documented, each with its reason, and what is not met.
 * `reviewed`: there is a decision under review, which may have left it out; else it is the request that says nothing of it.
 */
export function lacking(of: Governed, reviewed: boolean): readonly Sentence[] {
  const { scene, scope, exclusion, criteria, limits } = of;
  const undecidedScope = scope?.finding.answer === "not documented" ? shortcomings(scene, scope) : [];
  const undecidedExclusion = exclusion?.finding.answer === "not documented" ? [exclusionOpen(exclusion)] : [];
  const silent = reviewed ? "The review never addressed" : "The request does not address";
  return withConnectives(
    joined(silent, [
      ...undecidedScope,
      ...undecidedExclusion,
      ...shortcomings(scene, criteria),
      ...limits.flatMap(({ node }) => limitOpen(scene, node)),
    ]),
  );
}

/** One lack. Those that `joins` under one opening are told in one sentence. */
interface Shortcoming {
  readonly from: readonly string[];
  readonly words: Words;
}

type Words =
  | { readonly kind: "sentence"; readonly text: string }
  | { readonly kind: "never addressed" | "not borne out"; readonly what: string };

/** Where any of several criteria would exclude the request, those that are ruled out are not said to be open. */
function exclusionOpen(exclusion: Node): Shortcoming {
  const several = !exclusion.outline.named && exclusion.outline.group?.kind === "any";
  const open = several ? exclusion.parts.filter((part) => part.finding.answer === "not documented") : [exclusion];
  const words = listed(
    (open.length === 0 ? [exclusion] : open).map((node) => whether(node.outline.phrase)),
    "or",
  );
  return told(exclusion, `It is not documented ${words}, which would exclude the request`);
}

/** What is not documented of a limit; a request beyond it lacks nothing. */
function limitOpen(of: Scene, limit: Node): readonly Shortcoming[] {
  return limit.finding.answer === "not documented" ? shortcomings(of, limit) : [];
}

/** Down to the first nodes that have words of their own; what is met lacks nothing. */
function shortcomings(of: Scene, node: Node): readonly Shortcoming[] {
  const { answer } = node.finding;
  const { named: isNamed, group } = node.outline;
  if (answer === "met" || !recommends(node.outline)) return [];
  if (!isNamed && group?.kind === "waived") return waivable(of, node);
  if (!isNamed && group?.kind === "when") return conditional(of, node);
  const own = isNamed || group === null || group.kind === "not";
  if (!own) return node.parts.flatMap((part) => shortcomings(of, part));
  return answer === "not met" ? [notBorneOut(node.outline)] : notDocumented(of, node);
}

/** What the criterion lacks, and what is open of its waivers. */
function waivable(of: Scene, { parts: [criterion, ...waivers] }: Node): readonly Shortcoming[] {
  if (criterion === undefined) return [];
  const open = waivers.filter(isOpen);
  const which = listed(open.map(whetherSo), "or");
  const waiver = open.length === 0 ? [] : [told(criterion, `Nor is it documented ${which}, which would waive this`)];
  return [...shortcomings(of, criterion), ...waiver];
}

/** What is required, where the case is one of those it is required of or may be. */
function conditional(of: Scene, { parts: [condition, ...required] }: Node): readonly Shortcoming[] {
  const lacking = required.flatMap((part) => shortcomings(of, part));
  if (condition === undefined || !isOpen(condition)) return lacking;
  return [told(condition, `It is not documented ${whetherSo(condition)}, in which case more is required`), ...lacking];
}

const isOpen = ({ finding }: Node): boolean => finding.answer === "not documented";

const whetherSo = (node: Node): string => whether(node.outline.phrase);

/** A criterion whose parts lack for different reasons is told part by part after its own sentence. */
function notDocumented(of: Scene, node: Node): readonly Shortcoming[] {
  const open = testsOf(node).filter((test) => test.finding.answer === "not documented");
  const reasons = new Set(open.map((test) => test.finding.reason));
  if (reasons.size > 1) return [lack(node, open), ...open.flatMap((test) => forItsReason(of, test, [test]))];
  return forItsReason(of, node, open);
}

function forItsReason(of: Scene, node: Node, open: readonly Node[]): readonly Shortcoming[] {
  const [only] = open;
  const statement = only?.outline.fact && open.length === 1 ? attestedBy(only.outline.fact) : null;
  if (statement !== null) return [told(node, `The reviewer has not attested: ${quoted(statement)}`)];
  switch (node.finding.reason) {
    case "asked and unknown":
    case "weaker evidence":
    case "too old":
      return [lack(node, open), ...remarks(of, open)];
    case "conflicting":
      return [told(node, `The record conflicts on ${topics(of, open)}, and the answer depends on which is right`)];
    case "incomplete":
      return [
        told(node, `The case does not say that it names every ${topics(of, open)}, and the answer depends on it`),
      ];
    case "imprecise":
      return [told(node, `What the record says on ${topics(of, open)} is not precise enough to decide`)];
    default:
      return [neverAddressed(node.outline)];
  }
}

function lack(node: Node, open: readonly Node[]): Shortcoming {
  return lackOf(node.outline)(needsOf(open));
}

/** `There is a lack of documented objective evidence of emergence of a significant change of symptoms.` */
const lackOf = once((outline: Outline) =>
  once((needs: readonly Need[]): Shortcoming => {
    const text = sentence(`There is a lack of documented ${neededEvidence(needs)} ${ofOrThat(outline.phrase)}`);
    return { from: sourcesOf(outline), words: { kind: "sentence", text } };
  }),
);

/** The needs that every open fact shares; needs of one part alone would overstate what the whole lacks. */
function needsOf(open: readonly Node[]): readonly Need[] {
  const [first = none, ...others] = open.map((test) => test.outline.fact?.needs ?? none);
  const isShared = (need: Need): boolean => others.every((needs) => needs.some((other) => other.text === need.text));
  return first.every(isShared) ? first : first.filter(isShared);
}

const none: readonly Need[] = [];

function topics(of: Scene, open: readonly Node[]): string {
  return listed(
    [...new Set(open.flatMap(({ outline: { fact } }) => (fact === null ? [] : [topic(asStated(of, fact))])))],
    "and",
  );
}

function remarks(of: Scene, open: readonly Node[]): readonly Shortcoming[] {
  const remarked = open.flatMap(({ outline: { fact } }) => {
    const remark = fact === null ? null : evidenceFor(of, fact.key).remark;
    return fact === null || remark === null ? [] : [{ remark, from: fromFact(fact.name) }];
  });
  return [...Map.groupBy(remarked, ({ remark }) => remark)].map(([remark, facts]) => ({
    from: [...new Set(facts.map(({ from }) => from))],
    words: { kind: "sentence", text: sentence(`The reviewer notes: ${quoted(remark)}`) },
  }));
}

function told(node: Node, text: string): Shortcoming {
  return { from: sourcesOf(node.outline), words: { kind: "sentence", text: sentence(text) } };
}

const neverAddressed = once((outline: Outline): Shortcoming => {
  const { form, text } = denied(outline).phrase;
  const what = form === "clause" ? `whether ${text}` : text;
  return { from: sourcesOf(outline), words: { kind: "never addressed", what } };
});

const notBorneOut = once((outline: Outline): Shortcoming => {
  const { form, text } = outline.phrase;
  const what = form === "clause" ? `that ${text}` : text;
  return { from: sourcesOf(outline), words: { kind: "not borne out", what } };
});

/** Who never addressed the absence of a thing never addressed the thing. */
function denied(outline: Outline): Outline {
  const [only] = outline.parts;
  return outline.group?.kind === "not" && !outline.named && only !== undefined ? denied(only) : outline;
}

const sourcesOf = once((outline: Outline): readonly string[] => [...outline.sources, ...new Set(factsIn(outline))]);

function factsIn({ fact, parts }: Outline): readonly string[] {
  if (parts.length > 0) return parts.flatMap(factsIn);
  return fact === null ? [] : [fromFact(fact.name)];
}

/** Sentences in the order of their first lack, those of one opening joined, and none said twice. */
function joined(silent: string, shortcomings: readonly Shortcoming[]): readonly Sentence[] {
  const openings = Map.groupBy(shortcomings, ({ words }) => (words.kind === "sentence" ? words.text : words.kind));
  return [...openings.values()].map((alike) => ({ text: inOneSentence(silent, alike), from: sourcesOfAll(alike) }));
}

function sourcesOfAll([only, ...more]: readonly Shortcoming[]): readonly string[] {
  if (only === undefined || more.length === 0) return only?.from ?? [];
  return [...new Set([only, ...more].flatMap(({ from }) => from))];
}

function inOneSentence(silent: string, alike: readonly Shortcoming[]): string {
  const what = [...new Set(alike.flatMap(({ words }) => (words.kind === "sentence" ? [] : [words.what])))];
  const first = alike[0]?.words;
  if (first === undefined) return "";
  if (first.kind === "sentence") return first.text;
  const list = listed(what, "or");
  if (first.kind === "not borne out") return sentence(`The record does not bear out ${list}`);
  const documented = what.length === 1 ? "it is not documented" : "none of these is documented";
  return `${silent} ${list}; ${documented}, which is not the same as not met.`;
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
