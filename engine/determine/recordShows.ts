import { type Fact, HIGHEST, isCaseDate, LOWEST } from "../../dsl/index.ts";
import type { FactEvidence, ValueSet, WeighedStatement } from "../values/index.ts";
import {
  againstWords,
  backedBy,
  capital,
  listed,
  needSentence,
  quoted,
  sentence,
  statementInWords,
  valuesInWords,
  withArticle,
} from "../words/index.ts";
import type { Sentence } from "./determination.ts";
import { fromFact, type Governed, said, treesOf } from "./ground.ts";
import { type Node, testsOf, withParts } from "./node.ts";
import { subject, topic } from "./phrases.ts";
import { asStated, evidenceFor, factsBehind, type Scene } from "./scene.ts";

/** What the record holds on each fact that the guideline asks about, in its order, with document, date and quotation. */
export function recordShows(of: Governed): readonly Sentence[] {
  return [...factsShown(of), ...numbersShown(of), ...tablesShown(of)];
}

/** What each score or table that the criteria test comes to, once. */
function tablesShown(of: Governed): readonly Sentence[] {
  const tested = treesOf(of)
    .flatMap(withParts)
    .filter((node) => node.group?.kind === "table");
  const byTable = new Map(tested.toReversed().map((node) => [node.formula.table, node]));
  return [...byTable.values()].flatMap(({ finding }) =>
    finding.reasonText === null ? [] : [said(finding.reasonText, finding.id)],
  );
}

function factsShown(of: Governed): readonly Sentence[] {
  return factNodes(of).flatMap(({ node, fact, evidence }) => {
    const from = [fromFact(fact.name), node.finding.id];
    return [...admitted(fact, evidence), ...demoted(fact, evidence)].map((text) => said(text, ...from));
  });
}

/** What each calculated number that the criteria test comes to, once. */
function numbersShown(of: Governed): readonly Sentence[] {
  const tested = treesOf(of).flatMap(testsOf);
  const byFact = new Map(tested.toReversed().flatMap((node) => (node.fact === null ? [] : [[node.fact.key, node]])));
  return [...byFact.values()]
    .toReversed()
    .flatMap(({ fact, finding }) =>
      fact === null ? [] : comesTo(of.scene, fact).map((text) => said(text, finding.id)),
    );
}

interface FactNode {
  readonly node: Node;
  readonly fact: Fact;
  readonly evidence: FactEvidence;
}

/**
 * Each fact once, at its first test, what met the criteria first. Facts that say where the guideline applies are told with
 * its scope, save those it only compares: `age is at least 18 years` does not say the age.
 */
function factNodes(of: Governed): readonly FactNode[] {
  const nodes = treesOf(of).flatMap((tree) => {
    const toldWithScope = tree === of.scope && tree.finding.answer === "met";
    return testsOf(tree).filter((test) => !toldWithScope || test.phrase.clause !== undefined);
  });
  const found = decisiveFirst(of.criteria, nodes).flatMap((node) =>
    node.fact === null || isCaseDate(node.fact.key)
      ? []
      : factsBehind(of.scene, node.fact).map((fact) => ({
          node,
          fact: asStated(of.scene, fact),
          evidence: evidenceFor(of.scene, fact.key),
        })),
  );
  return found.filter(({ fact }, index) => found.findIndex((other) => other.fact.key === fact.key) === index);
}

/** Where one of several criteria suffices and is met, its tests come before those that did not matter any more. */
function decisiveFirst(criteria: Node, tests: readonly Node[]): readonly Node[] {
  if (criteria.group?.kind !== "any") return tests;
  const met = new Set(criteria.parts.filter((part) => part.finding.answer === "met").flatMap((part) => testsOf(part)));
  return [...tests.filter((test) => met.has(test)), ...tests.filter((test) => !met.has(test))];
}

function admitted(fact: Fact, { admitted }: FactEvidence): readonly string[] {
  if (admitted.length === 0) return [];
  const statement = attestedBy(fact);
  if (statement !== null && admitted.every(isYes)) return [sentence(`The reviewer attests: ${quoted(statement)}`)];
  if (fact.type.kind !== "yes or no")
    return [sentence(`On ${topic(fact)} the record gives ${listed(admitted.map(statementInWords), "and")}`)];
  const [yes, no] = [admitted.filter(isYes), admitted.filter((statement) => !isYes(statement))];
  const about = subject(fact);
  const shown = about.form === "noun" ? about.text : `that ${about.text}`;
  return [
    ...backed(`The record shows ${shown}`, yes),
    ...backed(`The record speaks against ${againstWords(about)}`, no),
  ];
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
  if (statements.length === 0) return [];
  const backings = backedBy(statements);
  return [
    sentence(
      backings.length === 0 ? `${claim}; the case names no evidence of it` : `${claim}: ${listed(backings, "and")}`,
    ),
  ];
}

/** `an opinion, progress report 2014-04-09`: evidence of a kind takes an article, a bare document is named as it is. */
function asHeld(backing: string): string {
  return /^(?:objective finding|test result|patient report|opinion)\b/u.test(backing) ? withArticle(backing) : backing;
}

function isYes(statement: WeighedStatement): boolean {
  return statement.text.trim().toLowerCase() === "yes";
}

/** What there is, and what it falls short of: `Of emergence of ... the record holds only opinion, ...` */
function demoted(fact: Fact, { demoted }: FactEvidence): readonly string[] {
  if (demoted.length === 0) return [];
  const backings = backedBy(demoted);
  const held = backings.length === 0 ? "a statement without evidence" : listed(backings.map(asHeld), "and");
  const shortfalls = [...new Set(demoted.map((statement) => statement.shortfall ?? needSentence(fact.needs)))];
  return [sentence(`On ${topic(fact)} the record holds only ${held}`), ...shortfalls.map(sentence)];
}
