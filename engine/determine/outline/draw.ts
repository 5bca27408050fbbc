import { type Definition, type Fact, isCaseDate } from "../../../dsl/index.ts";
import { definitionOf, type Formula, type TableProgram } from "../../ir/index.ts";
import { fitting, phrase, type Phrase, quoted } from "../../words/index.ts";
import type { Role } from "../determination.ts";
import { asStated, factOf, factsBehind } from "../scene.ts";
import { citationOf } from "./citation.ts";
import { glossOf } from "./gloss.ts";
import { deniedAll, groupPhrase } from "./groupPhrase.ts";
import { as, joined, type Operand, uncited } from "./operands.ts";
import { type Group, groupWords, type Outline, type Recorded } from "./outline.ts";
import { testPhrase } from "./phrases.ts";
import type { Reading } from "./reading.ts";
import { rowsInWords, rowValue, testWords } from "./tableWords.ts";
import { rowsToldBefore, telling, type Telling, toldBefore } from "./telling.ts";

/** The outline of one formula, and what of it is pointed back to from further down. */
export interface Tree {
  readonly root: Outline;
  readonly repeated: ReadonlySet<Outline>;
}

/** Where an outline stands in its tree. */
interface Place {
  readonly id: string;
  readonly role: Role;
  /** Of the group it was lifted out of, for one that cites nothing itself. */
  readonly citation?: string | null;
  /** In place of the wording of the definition it stands under, which is laid over its own. */
  readonly ownWording?: string | null;
  /** Of the row of a table, before its words: `1.5 points: `. */
  readonly gives?: string;
}

/** Criterion references expanded, nested groups of one kind joined. */
export function draw(of: Reading, formula: Formula, place: Place): Tree {
  const told = telling(of);
  return { root: outline(told, formula, place), repeated: told.told.repeated };
}

function outline(of: Telling, formula: Formula, place: Place): Outline {
  const table = formula.table === undefined ? undefined : of.program.tables.get(formula.table);
  if (table !== undefined) return ofTable(of, formula, place, table);
  switch (formula.kind) {
    case "test":
      return ofTest(of, formula, place);
    case "criterion":
      return ofCriterion(of, formula, place);
    case "constant":
      return made(of, formula, place, {
        words: formula.value ? formula.text : "never",
        group: null,
        phrase: phrase(wordingAt(formula, place) ?? formula.text, formula.text),
        parts: [],
      });
    case "not":
      return ofDenial(of, formula, place);
    case "count":
      return ofGroup(of, formula, place, formula, formula.operands.map(uncited));
    case "weighted":
      throw new Error("Points are added up by a score, which the formula names");
    case "all":
      return ofAnyOrAll(of, formula, place);
    case "any":
      return formula.clause === undefined ? ofAnyOrAll(of, formula, place) : ofClause(of, formula, place);
  }
}

/** What an author's clause makes: a criterion with its waivers, a condition with what it requires, the meaning of the day. */
function ofClause(of: Telling, formula: Formula & { kind: "all" | "any" }, place: Place): Outline {
  if (formula.clause === "by date") return outline(of, of.meaning(formula), place);
  const [first, ...others] = formula.operands.map(uncited);
  if (first === undefined) return ofAnyOrAll(of, formula, place);
  if (formula.clause === "waived if")
    return ofGroup(of, formula, place, { kind: "waived" }, [first, ...others.map(as("waiver"))]);
  const condition = first.formula.kind === "not" ? uncited(first.formula.operand) : first;
  return ofGroup(of, formula, place, { kind: "when" }, [as("condition")(condition), ...others.map(as("requirement"))]);
}

/** `none of` and its bullets, which the formula holds as the denial of `any of`; else the denial of one criterion. */
function ofDenial(of: Telling, formula: Formula & { kind: "not" }, place: Place): Outline {
  const { operand } = formula;
  const bullets = operand.kind === "any" && !operand.wording && operand.operands.length > 1;
  if (bullets) return ofGroup(of, formula, place, { kind: "none" }, operand.operands.map(uncited));
  return ofGroup(of, formula, place, { kind: "not" }, [uncited(operand)]);
}

/** The test of a score, table or schedule: its rows are the parts, each with what it gives. */
function ofTable(of: Telling, formula: Formula, place: Place, { table, rows }: TableProgram): Outline {
  const earlier = rowsToldBefore(of, table.key);
  const parts =
    earlier ??
    rows.map((row, index) =>
      outline(of, row.formula, { id: `${place.id}/${index}`, role: "part", gives: `${rowValue(table, index)}: ` }),
    );
  of.told.rows.set(table.key, parts);
  return made(
    of,
    formula,
    { ...place, citation: table.citation ?? place.citation ?? null },
    {
      words: formula.text,
      group: { kind: "table" },
      phrase: testWords(formula.text, table),
      gloss: rowsInWords(table, parts),
      parts: earlier === null ? parts : [],
      table: { table, rows: parts },
    },
  );
}

function ofTest(of: Telling, formula: Formula & { kind: "test" }, place: Place): Outline {
  const fact = factOf(of, formula.quantity);
  const quantity = of.quantities.get(formula.quantity);
  const wording = wordingAt(formula, place);
  const own =
    fact === null || quantity === undefined ? phrase(formula.text, formula.text) : testPhrase(formula, fact, quantity);
  const worded = wording === null ? null : fitting(wording, fact?.name);
  const unsaid = wording ?? (fact?.type.kind === "yes or no" ? fact.wording : null);
  return made(of, formula, place, {
    words: formula.text,
    group: null,
    phrase: worded ?? own,
    gloss: unsaid === null || fitting(unsaid) !== null ? null : quoted(unsaid),
    parts: [],
    fact,
  });
}

function ofCriterion(of: Telling, formula: Formula & { kind: "criterion" }, place: Place): Outline {
  const earlier = toldBefore(of, formula.definition);
  const definition = of.definitions.get(formula.definition);
  if (earlier !== null) return again(earlier, formula, place, definition?.name ?? formula.text);
  const stoodFor = of.meaning(definitionOf(of.program, formula.definition));
  const inner = outline(of, stoodFor, place);
  const grouped = stoodFor.kind !== "test" && stoodFor.kind !== "criterion";
  const name = definition?.name ?? formula.text;
  const wording = formula.wording ?? definition?.wording ?? null;
  const worded = wording === null ? null : fitting(wording, name);
  const found = made(of, formula, place, {
    words: name,
    group: grouped ? inner.group : null,
    phrase: worded ?? phrase(name, name),
    gloss: worded === null ? glossOf(wording, inner) : null,
    table: inner.table,
    parts: grouped ? inner.parts : [outline(of, stoodFor, partUnder(of, stoodFor, place))],
    definition,
  });
  of.told.definitions.set(formula.definition, found);
  return found;
}

/** A definition that was told further up: its answer, without what it rests on. */
function again(above: Outline, formula: Formula, { id, role }: Place, criterion: string): Outline {
  const own = { id, role: roleOf(formula, role), criterion, label: formula.label ?? null, gloss: null };
  return { ...above, ...own, formula, parts: [], above, sources: [id, ...above.sources.slice(1)] };
}

/** The one test or criterion a definition stands for keeps its own words: the definition's were laid over them. */
function partUnder(of: Reading, meaning: Formula, place: Place): Place {
  const fact = meaning.kind === "test" ? factOf(of, meaning.quantity) : null;
  const definition = meaning.kind === "criterion" ? of.definitions.get(meaning.definition) : null;
  const ownWording = definition?.wording ?? (fact?.type.kind === "yes or no" ? fact.wording : null);
  return { id: `${place.id}/0`, role: "part", ownWording };
}

function ofAnyOrAll(of: Telling, formula: Formula & { kind: "all" | "any" }, place: Place): Outline {
  const lifted = joined(formula, null);
  const [only] = lifted;
  if (lifted.length === 1 && only !== undefined)
    return outline(of, only.formula, { ...place, citation: only.citation });
  return ofGroup(of, formula, place, { kind: formula.kind }, lifted);
}

function ofGroup(of: Telling, formula: Formula, place: Place, group: Group, operands: readonly Operand[]): Outline {
  const parts = operands.map(({ formula: part, role = "part", citation }, index) =>
    outline(of, part, { id: `${place.id}/${index}`, role, citation }),
  );
  const wording = wordingAt(formula, place);
  const worded = wording === null ? null : fitting(wording);
  const heading = group.kind === "not" ? formula.text || "not" : groupWords(group);
  return made(of, formula, place, {
    words: heading,
    group: plainGroup(group),
    phrase: worded ?? ofParts(group, parts),
    named: worded !== null,
    gloss: wording === null || worded !== null ? null : quoted(wording),
    parts,
  });
}

/** What the parts say together; a denial of what needs all of several is not one of each. */
function ofParts(group: Group, parts: readonly Outline[]): Phrase {
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
  readonly parts: readonly Outline[];
  readonly fact?: Fact | null;
  readonly definition?: Definition | undefined;
  readonly table?: Outline["table"];
  readonly gloss?: string | null;
  /** Of a group: whether its published wording speaks for it; else its parts do. */
  readonly named?: boolean;
}

function made(
  of: Telling,
  formula: Formula,
  place: Place,
  { words, group, phrase: said, parts, ...more }: Made,
): Outline {
  of.told.nodes += 1;
  const { fact = null, definition = null, table = null, gloss = null, named = true } = more;
  return {
    id: place.id,
    role: roleOf(formula, place.role),
    criterion: `${place.gives ?? ""}${words}`,
    wording: wordingAt(formula, place) ?? definition?.wording ?? null,
    citation: citationOf(of.guideline, { formula, definition, fact, around: place.citation ?? null }),
    label: formula.label ?? null,
    group,
    phrase: said,
    gloss,
    named,
    fact,
    formula,
    parts,
    table,
    above: null,
    sources: sourcesOf(of, place.id, formula),
    recorded: fact === null || isCaseDate(fact.key) ? [] : factsBehind(of, fact).map((each) => recorded(of, each)),
  };
}

function sourcesOf({ guideline }: Reading, id: string, { span }: Formula): readonly string[] {
  return [id, `guideline:${span.file ?? guideline.file}:${span.start}-${span.end}`];
}

function recorded(of: Reading, fact: Fact): Recorded {
  const stated = asStated(of, fact);
  return { key: fact.key, fact: stated, isList: stated !== fact };
}

/** A red flag is one wherever it stands among what suffices. */
function roleOf({ relation }: Formula, role: Role): Role {
  if (relation === undefined || role !== "part") return role;
  return relation === "only if" ? "only if" : "red flag";
}
