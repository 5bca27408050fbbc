import type { Definition, Fact } from "../../dsl/index.ts";
import { constant, definitionOf, type Formula, type TableProgram } from "../ir/index.ts";
import type { Answer, FactEvidence, NotDocumentedReason } from "../values/index.ts";
import { fitting, phrase, type Phrase, quoted } from "../words/index.ts";
import { citationOf } from "./citation.ts";
import type { Finding, TableFound } from "./determination.ts";
import { type Group, groupWords, type Node } from "./node.ts";
import { as, joined, type Operand, uncited } from "./operands.ts";
import { glossOf } from "./gloss.ts";
import { deniedAll, groupPhrase } from "./groupPhrase.ts";
import { testPhrase } from "./phrases.ts";
import { openParts, reasonWords } from "./nodeReasons.ts";
import { nearestReason } from "./reasons.ts";
import { evidenceFor, factOf, type Scene } from "./scene.ts";
import { rowsToldBefore, shownAbove, telling, type Telling, toldBefore } from "./telling.ts";
import { tableFound } from "./tableFound.ts";
import { rowValue, tableWords } from "./tableWords.ts";

/** Where a node stands in its tree. */
interface Place {
  readonly id: string;
  readonly role: Finding["role"];
  /** Of the group it was lifted out of, for a node that cites nothing itself. */
  readonly citation?: string | null;
  /** In place of the wording of the definition it stands under, which is laid over its own. */
  readonly ownWording?: string | null;
}

/** The tree of findings of one formula: criterion references expanded, nested groups of one kind joined. */
export function nodeOf(of: Scene, formula: Formula, place: Place): Node {
  return nodeIn(telling(of), formula, place);
}

function nodeIn(of: Telling, formula: Formula, place: Place): Node {
  const table = formula.table === undefined ? undefined : of.program.tables.get(formula.table);
  if (table !== undefined) return tableNode(of, formula, place, table);
  switch (formula.kind) {
    case "test":
      return testNode(of, formula, place);
    case "criterion":
      return criterionNode(of, formula, place);
    case "constant":
      return node(of, formula, place, {
        words: formula.value ? formula.text : "never",
        group: null,
        phrase: phrase(wordingAt(formula, place) ?? formula.text, formula.text),
        parts: [],
      });
    case "not":
      return notNode(of, formula, place);
    case "count":
      return groupNode(of, formula, place, formula, formula.operands.map(uncited));
    case "weighted":
      throw new Error("Points are added up by a score, which the formula names");
    case "all":
      return anyOrAllNode(of, formula, place);
    case "any":
      return formula.clause === undefined ? anyOrAllNode(of, formula, place) : clauseNode(of, formula, place);
  }
}

/** What an author's clause makes: a criterion with its waivers, a condition with what it requires, the meaning of the day. */
function clauseNode(of: Telling, formula: Formula & { kind: "all" | "any" }, place: Place): Node {
  if (formula.clause === "by date") return nodeIn(of, inForce(of, formula), place);
  const [first, ...others] = formula.operands.map(uncited);
  if (first === undefined) return anyOrAllNode(of, formula, place);
  if (formula.clause === "waived if")
    return groupNode(of, formula, place, { kind: "waived" }, [first, ...others.map(as("waiver"))]);
  const condition = first.formula.kind === "not" ? uncited(first.formula.operand) : first;
  return groupNode(of, formula, place, { kind: "when" }, [
    as("condition")(condition),
    ...others.map(as("requirement")),
  ]);
}

/** Of a definition by date, what it means on the service date; any other formula as it is. */
function inForce({ compiled, information }: Scene, formula: Formula): Formula {
  if (formula.kind !== "any" || formula.clause !== "by date") return formula;
  const version = formula.operands.find((operand) => {
    const [period] = operand.kind === "all" ? operand.operands : [];
    return period !== undefined && compiled.answer(period, information) === "met";
  });
  const meaning = version?.kind === "all" ? version.operands[1] : undefined;
  return meaning ?? constant(false, "no meaning on the service date");
}

/** `none of` and its bullets, which the formula holds as the denial of `any of`; else the denial of one criterion. */
function notNode(of: Telling, formula: Formula & { kind: "not" }, place: Place): Node {
  const { operand } = formula;
  const bullets = operand.kind === "any" && !operand.wording && operand.operands.length > 1;
  if (bullets) return groupNode(of, formula, place, { kind: "none" }, operand.operands.map(uncited));
  return groupNode(of, formula, place, { kind: "not" }, [uncited(operand)]);
}

/** The test of a score, table or schedule: its rows are the parts, each with what it gives. */
function tableNode(of: Telling, formula: Formula, place: Place, { table, rows }: TableProgram): Node {
  const earlier = rowsToldBefore(of, table.key);
  const parts =
    earlier ??
    rows.map((row, index) => {
      const part = nodeIn(of, row.formula, { id: `${place.id}/${index}`, role: "part" });
      const criterion = `${rowValue(table, index)}: ${part.finding.criterion}`;
      return { ...part, finding: { ...part.finding, criterion } };
    });
  of.told.rows.set(table.key, parts);
  const cited = { ...place, citation: table.citation ?? place.citation ?? null };
  const found = tableFound(of, table, parts);
  return node(of, formula, cited, {
    ...tableWords(of, formula, table, parts),
    group: { kind: "table" },
    parts: earlier === null ? parts : [],
    table: found,
  });
}

function testNode(of: Telling, formula: Formula & { kind: "test" }, place: Place): Node {
  const fact = factOf(of, formula.quantity);
  const quantity = of.quantities.get(formula.quantity);
  const wording = wordingAt(formula, place);
  const own =
    fact === null || quantity === undefined ? phrase(formula.text, formula.text) : testPhrase(formula, fact, quantity);
  const worded = wording === null ? null : fitting(wording, fact?.name);
  const unsaid = wording ?? (fact?.type.kind === "yes or no" ? fact.wording : null);
  return node(of, formula, place, {
    words: formula.text,
    group: null,
    phrase: worded ?? own,
    gloss: unsaid === null || fitting(unsaid) !== null ? null : quoted(unsaid),
    parts: [],
    fact,
  });
}

function criterionNode(of: Telling, formula: Formula & { kind: "criterion" }, place: Place): Node {
  const earlier = toldBefore(of, formula.definition);
  if (earlier !== null) return again(earlier, formula, place);
  const definition = of.definitions.get(formula.definition);
  const stoodFor = inForce(of, definitionOf(of.program, formula.definition));
  const inner = nodeIn(of, stoodFor, place);
  const grouped = stoodFor.kind !== "test" && stoodFor.kind !== "criterion";
  const name = definition?.name ?? formula.text;
  const wording = formula.wording ?? definition?.wording ?? null;
  const worded = wording === null ? null : fitting(wording, name);
  const found = node(of, formula, place, {
    words: name,
    group: grouped ? inner.group : null,
    phrase: worded ?? phrase(name, name),
    gloss: worded === null ? glossOf(wording, inner) : null,
    ...(inner.group?.kind === "table" ? { table: inner.finding.table, said: inner.finding.reasonText } : {}),
    parts: grouped ? inner.parts : [nodeIn(of, stoodFor, partUnder(of, stoodFor, place))],
    definition,
  });
  of.told.definitions.set(formula.definition, found);
  return found;
}

/** A definition that was told further up: its answer, without what it rests on. */
function again(earlier: Node, formula: Formula, place: Place): Node {
  const { id } = place;
  const role = roleOf(formula, place);
  const finding = { ...earlier.finding, id, role, label: formula.label ?? null, reasonText: shownAbove, parts: [] };
  return { ...earlier, finding, gloss: null, formula, parts: [] };
}

/** The one test or criterion a definition stands for keeps its own words: the definition's were laid over them. */
function partUnder(of: Scene, meaning: Formula, place: Place): Place {
  const fact = meaning.kind === "test" ? factOf(of, meaning.quantity) : null;
  const definition = meaning.kind === "criterion" ? of.definitions.get(meaning.definition) : null;
  const ownWording = definition?.wording ?? (fact?.type.kind === "yes or no" ? fact.wording : null);
  return { id: `${place.id}/0`, role: "part", ownWording };
}

function anyOrAllNode(of: Telling, formula: Formula & { kind: "all" | "any" }, place: Place): Node {
  const lifted = joined(formula, null);
  const [only] = lifted;
  if (lifted.length === 1 && only !== undefined) return nodeIn(of, only.formula, { ...place, citation: only.citation });
  return groupNode(of, formula, place, { kind: formula.kind }, lifted);
}

function groupNode(of: Telling, formula: Formula, place: Place, group: Group, operands: readonly Operand[]): Node {
  const parts = operands.map(({ formula: part, role = "part", citation }, index) =>
    nodeIn(of, part, { id: `${place.id}/${index}`, role, citation }),
  );
  const wording = wordingAt(formula, place);
  const worded = wording === null ? null : fitting(wording);
  const heading = group.kind === "not" ? formula.text || "not" : groupWords(group);
  return node(of, formula, place, {
    words: heading,
    group: plainGroup(group),
    phrase: worded ?? ofParts(group, parts),
    named: worded !== null,
    gloss: wording === null || worded !== null ? null : quoted(wording),
    parts,
  });
}

/** What the parts say together; a denial of what needs all of several is not one of each. */
function ofParts(group: Group, parts: readonly Node[]): Phrase {
  const [denied] = parts;
  const both = group.kind === "not" && denied?.group?.kind === "all" && !denied.named;
  return both
    ? deniedAll(denied.parts.map((part) => part.phrase))
    : groupPhrase(
        plainGroup(group),
        parts.map((part) => part.phrase),
      );
}

function wordingAt(formula: Formula, place: Place): string | null {
  return place.ownWording === undefined ? (formula.wording ?? null) : place.ownWording;
}

function plainGroup(group: Group): Group {
  return group.kind === "count"
    ? { kind: "count", atLeast: group.atLeast, atMost: group.atMost }
    : { kind: group.kind };
}

interface Made {
  readonly words: string;
  readonly group: Group | null;
  readonly phrase: Phrase;
  readonly parts: readonly Node[];
  readonly fact?: Fact | null;
  readonly definition?: Definition | undefined;
  readonly table?: TableFound | null;
  readonly gloss?: string | null;
  /** Of a group: whether its published wording speaks for it; else its parts do. */
  readonly named?: boolean;
  /** In place of the reasons of the parts. */
  readonly said?: string | null;
}

function node(of: Telling, formula: Formula, place: Place, made: Made): Node {
  of.told.nodes += 1;
  const fact = made.fact ?? null;
  const answer = answerOf(of, formula);
  const evidence = fact === null ? null : evidenceFor(of, fact.key);
  const reason = answer === "not documented" ? reasonOf(of, formula, evidence, made.parts) : null;
  const finding: Finding = {
    id: place.id,
    role: roleOf(formula, place),
    criterion: made.words,
    wording: wordingAt(formula, place) ?? made.definition?.wording ?? null,
    citation: citationOf(of.guideline, {
      formula,
      definition: made.definition ?? null,
      fact,
      around: place.citation ?? null,
    }),
    label: formula.label ?? null,
    answer,
    reason,
    reasonText: made.said ?? reasonWords(answer, reason, { fact, evidence, group: made.group, parts: made.parts }),
    evidence: evidence?.admitted ?? [],
    weakerEvidence: evidence?.demoted ?? [],
    joined: made.group === null || made.group.kind === "table" ? null : groupWords(made.group),
    table: made.table ?? null,
    fact: fact?.name ?? null,
    span: formula.span,
    parts: made.parts.map((part) => part.finding),
  };
  return {
    finding,
    group: made.group,
    phrase: made.phrase,
    gloss: made.gloss ?? null,
    named: made.named ?? true,
    fact,
    formula,
    parts: made.parts,
  };
}

/** A red flag is one wherever it stands among what suffices. */
function roleOf({ relation }: Formula, { role }: Place): Finding["role"] {
  if (relation === undefined || role !== "part") return role;
  return relation === "only if" ? "only if" : "red flag";
}

/** A contradictory case is refused as a whole, in a diagnostic; none of its criteria is decided. */
function answerOf(of: Scene, formula: Formula): Answer {
  const verdict = of.compiled.answer(formula, of.information);
  return verdict === "contradictory" ? "not documented" : verdict;
}

function reasonOf(
  of: Scene,
  formula: Formula,
  evidence: FactEvidence | null,
  parts: readonly Node[],
): NotDocumentedReason {
  if (parts.length > 0) return nearestReason(openParts(parts).map((part) => part.finding.reason)) ?? "never asked";
  const quantity = formula.kind === "test" ? of.information.quantities.get(formula.quantity) : undefined;
  return quantity?.reason ?? evidence?.reason ?? "never asked";
}
