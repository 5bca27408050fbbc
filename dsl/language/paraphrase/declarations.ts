import type {
  Authority,
  Calculation,
  CodeList,
  Definition,
  Fact,
  FactType,
  Guideline,
  List,
  Need,
  Service,
  Subset,
  Table,
} from "../../semantics/index.ts";
import { describeType } from "../describe/index.ts";
import type { Criterion } from "./criteria.ts";
import { inline, type Saying } from "./inline.ts";
import { namesOfEntry } from "./names.ts";
import { indented } from "./outline.ts";
import { needLine, quoted, textLines } from "./text.ts";
import { valueText } from "./values.ts";

/** A declaration as its lines. */
export type Block = readonly string[];

const block = (head: string, ...below: readonly (readonly string[])[]): Block => [head, ...below.flat().map(indented)];

/** Every scale that a fact, a field or a table takes its grades from, once. */
export function scaleBlocks({ facts, lists, tables }: Guideline): readonly Block[] {
  const types = [...facts, ...lists.flatMap(({ fields }) => fields), ...tables].map(({ type }) => type);
  const scales = types.flatMap((type) => (type.kind === "scale" ? [[type.scale, type.grades] as const] : []));
  return [...new Map(scales)].map(([name, grades]) => block(`scale ${name}: ${grades.join(", ")}`));
}

export function factBlock(fact: Fact): Block {
  return block(`fact ${fact.name}: ${typeText(fact.type, fact.orNone)}`, factLines(fact));
}

function factLines(fact: Fact): readonly string[] {
  return [...textLines(fact), ...needLines(fact.needs)];
}

/** One line for each; a need said in one line of its author may be several. */
const needLines = (needs: readonly Need[]): readonly string[] => [...new Set(needs.map(needLine))];

function typeText(type: FactType, orNone: boolean): string {
  const said = type.kind === "scale" ? type.scale : describeType(type);
  return orNone ? `${said}, or none` : said;
}

/** The course of a treatment trial is a field that no line declares. */
export function listBlock(list: List): Block {
  const course = list.fields.some(isCourse);
  const fields = list.fields
    .filter((field) => !isCourse(field))
    .flatMap((field) => block(`${field.name}: ${typeText(field.type, field.orNone)}`, factLines(field)));
  const once = list.countedOnce.map((key) => list.fields.find((field) => field.key === key)?.name ?? key);
  return block(
    `fact ${list.name}: ${course ? "list of treatment trials" : "list"}, each with`,
    fields,
    textLines(list),
    needLines(list.needs),
    once.length === 0 ? [] : [`counted once per ${once.join(" and ")}`],
  );
}

const isCourse = ({ key, type }: Fact): boolean => key === "course" && type.kind === "treatment trial";

export function codeListBlock({ name, codes, ...text }: CodeList): Block {
  return block(
    `codes ${name}: ${codes.map(({ system, text: code }) => `${system} ${withoutSystem(code, system)}`).join(", ")}`,
    textLines(text),
  );
}

const withoutSystem = (code: string, system: string): string =>
  code.toLowerCase().startsWith(`${system.toLowerCase()} `) ? code.slice(system.length).trim() : code;

export function subsetBlock({ name, list, where, ...text }: Subset, { guideline, names }: Saying): Block {
  const entry: Saying = { guideline, names: namesOfEntry(guideline, list) };
  return block(`define ${name}`, textLines(text), [`as ${names.nameOf(list)} where ${inline(where, entry)}`]);
}

export function definitionBlock({ name, criterion, ...text }: Definition, say: Criterion): Block {
  if (criterion.kind !== "by date") return block(`define ${name}`, textLines(text), say("as", criterion));
  const versions = criterion.versions.flatMap(({ from, to, criterion: meaning }) =>
    block(inForce(from, to), say("as", meaning)),
  );
  return block(`define ${name}`, textLines(text), versions);
}

/** A calculated number, its arithmetic as its author wrote it. */
export function calculationBlock({ name, type, text: arithmetic, ...text }: Calculation): Block {
  return block(`define ${name}: ${typeText({ ...type, kind: "number" }, false)}`, textLines(text), [
    `as ${arithmetic}`,
  ]);
}

export function authorityBlock({ title, ranks, evidence, ...text }: Authority): Block {
  const ranked = ranks.flatMap(({ names, when, ...own }, at) =>
    block(
      `${at + 1}. ${names.map(({ name }) => name).join(", ")}${when === "always" ? "" : ` when ${when}`}`,
      textLines(own),
    ),
  );
  const ordered = evidence.flatMap(({ question, levels, ...own }) =>
    block(`evidence for ${question}: ${levels.join(", ")}`, textLines(own)),
  );
  return block(`authority ${quoted(title)}`, ranked, ordered, textLines(text));
}

export function inForce(from: string | null, to: string | null): string {
  return `effective from ${from ?? ""}${to === null ? "" : ` to ${to}`}`;
}

export function tableBlock(table: Table, say: Criterion): Block {
  const { form, name, type, policy, rows, otherwise } = table;
  const head = form === "table" ? `table ${name}: ${typeText(type, false)}` : `${form} ${name}`;
  const value = (of: number): string => valueText(of, type, "value") ?? String(of);
  const given = rows.flatMap((row) => {
    const [first = "", ...below] = say(`- ${value(row.value)} if`, row.criterion);
    return [first, ...below, ...textLines(row).map(indented)];
  });
  return block(
    head,
    textLines(table),
    policy === "points added up" ? [] : [policy],
    given,
    otherwise === null ? [] : [`- ${value(otherwise)} otherwise`],
  );
}

export function serviceBlock({ name, key, items }: Service, facts: readonly Fact[]): Block {
  const asked = facts.filter(({ askedFor }) => askedFor === key);
  const fields = asked.flatMap((fact) => block(`${fact.name}: ${typeText(fact.type, fact.orNone)}`, factLines(fact)));
  return block(
    `service ${name}`,
    items.map((item) =>
      `${item.name}    ${item.codes.map(({ system, code }) => `${system} ${code}`).join(", ")}`.trimEnd(),
    ),
    asked.length === 0 ? [] : block("asked for", fields),
  );
}
