import { type Fact, HIGHEST, LOWEST } from "../../dsl/index.ts";
import { type FactEvidence, once, type ValueSet, type WeighedStatement } from "../values/index.ts";
import {
  againstWords,
  backedBy,
  capital,
  isBacked,
  listed,
  needSentence,
  type Phrase,
  quoted,
  sentence,
  statementInWords,
  valuesInWords,
  withArticle,
} from "../words/index.ts";
import type { Sentence } from "./determination.ts";
import { fromFact, type Governed, said, treesOf } from "./ground.ts";
import { isMet } from "./grounds.ts";
import { collectTests, type Node, testsOf, withParts } from "./node.ts";
import { type Recorded, subject, topic } from "./outline/index.ts";
import { evidenceFor, type Scene } from "./scene.ts";

/** What the record holds on each fact that the guideline asks about, in its order, with document, date and quotation. */
export function recordShows(of: Governed): readonly Sentence[] {
  return [...factsShown(of), ...numbersShown(of), ...tablesShown(of)];
}

/** What each score or table that the criteria test comes to, once. */
function tablesShown(of: Governed): readonly Sentence[] {
  if (of.scene.program.tables.size === 0) return [];
  const tested = treesOf(of)
    .flatMap(withParts)
    .filter((node) => node.outline.group?.kind === "table");
  const bySaid = new Map(tested.toReversed().map((node) => [node.finding.reasonText, node]));
  return [...bySaid.values()].flatMap(({ finding }) =>
    finding.reasonText === null ? [] : [said(finding.reasonText, finding.id)],
  );
}

/** Facts with evidence one by one; those without in sentences of their own, which say so once. */
function factsShown(of: Governed): readonly Sentence[] {
  const nodes = factNodes(of);
  const told: Sentence[] = [];
  for (const { node, fact, evidence, isList } of nodes) {
    const shown = isList ? entries(fact, evidence) : admitted(fact, evidence);
    for (const text of shown) told.push(said(text, fromFact(fact.name), node.finding.id));
    for (const text of demoted(fact, evidence)) told.push(said(text, fromFact(fact.name), node.finding.id));
  }
  return [...told, ...unbacked(nodes)];
}

/** What each calculated number that the criteria test comes to, once. */
function numbersShown(of: Governed): readonly Sentence[] {
  if (of.scene.calculated.size === 0) return [];
  const tested = treesOf(of).flatMap(testsOf);
  const byFact = new Map(
    tested.toReversed().flatMap((node) => (node.outline.fact === null ? [] : [[node.outline.fact.key, node]])),
  );
  return [...byFact.values()]
    .toReversed()
    .flatMap(({ outline: { fact }, finding }) =>
      fact === null ? [] : comesTo(of.scene, fact).map((text) => said(text, finding.id)),
    );
}

interface FactNode extends Pick<Recorded, "fact" | "isList"> {
  readonly node: Node;
  readonly evidence: FactEvidence;
}

/**
 * Each fact once, at its first test, what met the criteria first. Facts that say where the guideline applies are told with
 * its scope, save those it only compares: `age is at least 18 years` does not say the age.
 */
function factNodes(of: Governed): readonly FactNode[] {
  const found = new Map<string, Found>();
  for (const node of decisiveFirst(of)) {
    for (const { fact, isList, key } of node.outline.recorded) {
      const before = found.get(fact.key);
      if (before !== undefined && !isList) continue;
      const evidence = evidenceFor(of.scene, key);
      if (evidence.admitted.length + evidence.demoted.length === 0) continue;
      const told = { node, fact, isList, evidence };
      if (before === undefined) found.set(fact.key, [told]);
      else before.push(told);
    }
  }
  return Array.from(found.values(), toldOnce);
}

/** At the first test; of a list with the entries that bear on any of its tests. */
function toldOnce([first, ...others]: Found): FactNode {
  if (!first.isList) return first;
  const all = (of: "admitted" | "demoted"): readonly WeighedStatement[] => {
    const statements = [first, ...others].flatMap(({ evidence }) => evidence[of]);
    return [...new Map(statements.toReversed().map((one) => [statementInWords(one), one])).values()].toReversed();
  };
  return { ...first, evidence: { ...first.evidence, admitted: all("admitted"), demoted: all("demoted") } };
}

/** The tests of one fact. */
type Found = [FactNode, ...FactNode[]];

/** Where one of several criteria suffices and is met, its tests come before those that did not matter any more. */
function decisiveFirst(of: Governed): readonly Node[] {
  const { criteria, scope } = of;
  const decisive = criteria.outline.group?.kind === "any" ? criteria.parts.filter(isMet) : [];
  const tests: Node[] = [];
  for (const part of decisive) collectTests(part, tests);
  for (const tree of treesOf(of)) {
    if (tree === scope) tests.push(...toldBesideScope(tree));
    else if (tree !== criteria || decisive.length === 0) collectTests(tree, tests);
    else for (const part of criteria.parts) if (!isMet(part)) collectTests(part, tests);
  }
  return tests;
}

function toldBesideScope(scope: Node): readonly Node[] {
  const tests = testsOf(scope);
  return isMet(scope) ? tests.filter((test) => test.outline.phrase.clause !== undefined) : tests;
}

/** `Under session the record lists date 2024-02-01, region lumbar; and date 2024-03-01.` */
function entries(fact: Fact, { admitted }: FactEvidence): readonly string[] {
  if (admitted.length === 0) return [];
  return [sentence(`Under ${topic(fact)} the record lists ${listed(admitted.map(statementInWords), "and")}`)];
}

function admitted(fact: Fact, { admitted }: FactEvidence): readonly string[] {
  if (admitted.length === 0) return [];
  const statement = attestedBy(fact);
  if (statement !== null && admitted.every(isYes)) return [sentence(`The reviewer attests: ${quoted(statement)}`)];
  if (fact.type.kind !== "yes or no")
    return [sentence(`On ${topic(fact)} the record gives ${listed(admitted.map(givenInWords), "and")}`)];
  if (admitted.every(isYes)) return backed(shownOf(subject(fact)), admitted);
  const against = backed(`The record speaks against ${againstWords(subject(fact))}`, admitted.filter(isNo));
  return admitted.some(isYes) ? [...backed(shownOf(subject(fact)), admitted.filter(isYes)), ...against] : against;
}

/** `The record shows tissue insult`, `The record shows that anatomy is unclear`, `The record bears out “enrolled in a study”` */
const shownOf = once(({ form, text }: Phrase): string => {
  if (form === "quoted") return `The record bears out ${text}`;
  return `The record shows ${form === "clause" ? "that " : ""}${text}`;
});

/** `a birth date in 1948`, `a birth date of 1948-03-01` for what a case writes as `born 1948`; else as it is stated. */
function givenInWords(statement: WeighedStatement): string {
  const words = statementInWords(statement);
  if (!words.startsWith("born ")) return words;
  return words.replace(/^born (\d{4}-\d\d-\d\d)/u, "a birth date of $1").replace(/^born (\d)/u, "a birth date in $1");
}

/** `Body mass index comes to 30 kg/m2: weight divided by (height times height).` */
function comesTo(of: Scene, fact: Fact): readonly string[] {
  const { calculated } = evidenceFor(of, fact.key);
  const calculation = of.calculated.get(fact.key)?.calculation;
  if (calculation === undefined || calculated === undefined || isOpen(calculated)) return [];
  const value = valuesInWords(calculated, { type: fact.type, part: "value" });
  return [
    sentence(`${capital(subject(fact).text)} comes to ${value}${calculation.declared ? `: ${calculation.text}` : ""}`),
  ];
}

const isOpen = (values: ValueSet): boolean => values.some(({ low, high }) => low <= LOWEST && high >= HIGHEST);

/** What only the reviewer can state of a fact. */
export function attestedBy({ needs }: Fact): string | null {
  return needs.find((need) => need.kind === "attestation")?.statement ?? null;
}

function backed(claim: string, statements: readonly WeighedStatement[]): readonly string[] {
  const backings = statements.length === 0 ? [] : backedBy(statements);
  return backings.length === 0 ? [] : [sentence(`${claim}: ${listed(backings, "and")}`)];
}

/** What the case states and names no evidence of: what is so, what is not, and what would need evidence to count. */
function unbacked(nodes: readonly FactNode[]): readonly Sentence[] {
  const bare = nodes.filter(
    ({ fact, evidence }) =>
      fact.type.kind === "yes or no" && !evidence.admitted.every(isBacked) && attestedBy(fact) === null,
  );
  const yes = bare.filter(({ evidence }) => isBare(evidence.admitted.filter(isYes)));
  const no = bare.filter(({ evidence }) => isBare(evidence.admitted.filter(isNo)));
  const short = nodes.filter(({ evidence }) => isBare(evidence.demoted));
  return [...stated(yes, no), ...statedInVain(short)];
}

/** `The record shows pain. It speaks against weakness. The case names no evidence of these.` */
function stated(yes: readonly FactNode[], no: readonly FactNode[]): readonly Sentence[] {
  if (yes.length + no.length === 0) return [];
  const shown = thingsFirst(yes);
  const verb = shown.some(({ form }) => form === "quoted") ? "bears out" : "shows";
  const so = shown.map(({ form, text }) => (form === "clause" ? `that ${text}` : text));
  const claims = [
    ...(yes.length === 0 ? [] : [`${verb} ${listed(so, "and")}`]),
    ...(no.length === 0 ? [] : [`speaks against ${listed(thingsFirst(no).map(againstWords), "and")}`]),
  ];
  const these = yes.length + no.length === 1 ? "this" : "these";
  const sentences = claims.map((claim, index) => sentence(`${index === 0 ? "the record" : "it"} ${claim}`));
  return [said([...sentences, `The case names no evidence of ${these}.`].join(" "), ...sourcesOf([...yes, ...no]))];
}

/** What is a thing before what is a statement, which would swallow whatever follows it. */
function thingsFirst(nodes: readonly FactNode[]): readonly Phrase[] {
  const about = nodes.map(({ fact }) => subject(fact));
  return [...about.filter(({ form }) => form !== "clause"), ...about.filter(({ form }) => form === "clause")];
}

function statedInVain(short: readonly FactNode[]): readonly Sentence[] {
  if (short.length === 0) return [];
  const topics = short.map(({ fact }) => topic(fact));
  const holds = short.length === 1 ? "a statement without evidence" : "statements without evidence";
  return [said(sentence(`On ${listed(topics, "and")} the record holds only ${holds}`), ...sourcesOf(short))];
}

function sourcesOf(nodes: readonly FactNode[]): readonly string[] {
  return [...new Set(nodes.flatMap(({ fact, node }) => [fromFact(fact.name), node.finding.id]))];
}

const isBare = (statements: readonly WeighedStatement[]): boolean =>
  statements.length > 0 && !statements.some(isBacked);

/** `an opinion, progress report 2014-04-09`: evidence of a kind takes an article, a bare document is named as it is. */
function asHeld(backing: string): string {
  return /^(?:objective finding|test result|patient report|opinion)\b/u.test(backing) ? withArticle(backing) : backing;
}

function isYes({ text }: WeighedStatement): boolean {
  return text === "yes" || text.trim().toLowerCase() === "yes";
}

const isNo = (statement: WeighedStatement): boolean => !isYes(statement);

/** What there is, and what it falls short of: `On emergence of ... the record holds only an opinion, ...` */
function demoted(fact: Fact, { demoted }: FactEvidence): readonly string[] {
  if (demoted.length === 0) return [];
  const backings = backedBy(demoted);
  if (backings.length === 0) return [];
  const shortfalls = [...new Set(demoted.map((statement) => statement.shortfall ?? needSentence(fact.needs)))];
  return [
    sentence(`On ${topic(fact)} the record holds only ${listed(backings.map(asHeld), "and")}`),
    ...shortfalls.map(sentence),
  ];
}
