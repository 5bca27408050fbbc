import type {
  Analysis,
  Calculation,
  CodeList,
  Definition,
  Fact,
  List,
  Service,
  Table,
  Text,
} from "../../semantics/index.ts";
import { describeType } from "./describeType.ts";
import { codeBlock, escaped, paragraphs } from "./markdown.ts";
import type { Symbol } from "../reading/index.ts";
import { fieldOf, occurrences } from "../reading/index.ts";

/** A declared name in Markdown: what it is, its wording, what it takes or means, where it is published, how often it is used. */
export function describeSymbol(analysis: Analysis, symbol: Symbol): string {
  return paragraphs([...aboutSymbol(analysis, symbol), useText(analysis, symbol)]);
}

function aboutSymbol(analysis: Analysis, { kind, key }: Symbol): readonly (string | null)[] {
  const { facts, lists, definitions, calculations, tables, services } = analysis.value;
  const isNamed = (thing: { readonly key: string }): boolean => thing.key === key;
  const bare = [title(analysis.environment.names.get(key)?.name ?? key, kind)];
  switch (kind) {
    case "fact":
      return aboutFact(facts.find(isNamed)) ?? aboutList(lists.find(isNamed)) ?? bare;
    case "definition":
      return (
        aboutDefinition(definitions.find(isNamed), analysis.source.text) ??
        aboutCalculation(calculations.find(isNamed)) ??
        aboutTable(tables.find(isNamed), analysis.source.text) ??
        bare
      );
    case "service":
      return aboutService(services.find(isNamed)) ?? bare;
    case "service item":
      return aboutItem(services, key) ?? bare;
    case "scale":
      return aboutScale(analysis, key) ?? bare;
    case "code list":
      return aboutCodeList(analysis.value.codeLists.find(isNamed)) ?? bare;
    case "field":
      return aboutField(analysis, key) ?? bare;
  }
}

const title = (name: string, kind: string): string => `**${escaped(name)}**: ${kind}`;

function aboutFact(fact: Fact | undefined): readonly (string | null)[] | null {
  if (!fact) return null;
  const type = `${describeType(fact.type)}${fact.orNone ? ", or none" : ""}`;
  const needs = fact.needs.map(({ text }) => `Needs ${escaped(text)}.`).join(" ");
  const asked = fact.askedFor === null ? null : `Answered by each request for ${escaped(fact.askedFor)}.`;
  return [title(fact.name, `fact, ${escaped(type)}`), quotation(fact), needs, asked, ...published(fact)];
}

function aboutList(list: List | undefined): readonly (string | null)[] | null {
  if (!list) return null;
  const fields = list.fields.map(({ name, type }) => `- ${escaped(name)}: ${escaped(describeType(type))}`);
  const needs = list.needs.map(({ text }) => `Needs ${escaped(text)}.`).join(" ");
  return [title(list.name, "list, each entry with"), quotation(list), fields.join("\n"), needs, ...published(list)];
}

function aboutDefinition(definition: Definition | undefined, text: string): readonly (string | null)[] | null {
  if (!definition) return null;
  const { kind, span, text: words } = definition.criterion;
  const written = span.file === undefined ? text.slice(span.start, span.end) : words;
  const meaning = codeBlock(kind === "by date" ? written : `as ${written}`);
  return [title(definition.name, "definition"), quotation(definition), meaning, ...published(definition)];
}

function aboutCalculation(calculation: Calculation | undefined): readonly (string | null)[] | null {
  if (!calculation) return null;
  const { name, type, text } = calculation;
  const kind = title(name, `definition, ${escaped(describeType(type))}`);
  return [kind, quotation(calculation), codeBlock(`as ${text}`), ...published(calculation)];
}

function aboutTable(table: Table | undefined, text: string): readonly (string | null)[] | null {
  if (!table) return null;
  const rows = table.rows.flatMap(({ span }) => (span.file === undefined ? [text.slice(span.start, span.end)] : []));
  return [
    title(table.name, `${table.form}, ${escaped(describeType(table.type))}, ${table.policy}`),
    quotation(table),
    rows.length === 0 ? null : codeBlock(rows.join("\n")),
    ...published(table),
  ];
}

const quotation = ({ wording }: Text): string | null => (wording === null ? null : `"${escaped(wording)}"`);

const published = ({ citation, notes }: Text): readonly (string | null)[] => [
  citation === null ? null : `Published: ${escaped(citation)}.`,
  ...notes.map(escaped),
];

function aboutService(service: Service | undefined): readonly string[] | null {
  if (!service) return null;
  const items = service.items.map((item) => `- ${itemLine(item)}`);
  return [title(service.name, "service"), items.join("\n")];
}

function aboutItem(services: readonly Service[], key: string): readonly string[] | null {
  const owner = services.find(({ items }) => items.some((item) => item.key === key));
  const item = owner?.items.find((each) => each.key === key);
  return owner && item ? [title(item.name, `one of the services of ${escaped(owner.name)}`), itemLine(item)] : null;
}

function itemLine({ name, codes }: Service["items"][number]): string {
  const written = codes.map(({ system, code }) => `${system} ${code}`).join(", ");
  return written === "" ? escaped(name) : `${escaped(name)} (${written})`;
}

function aboutField({ environment }: Analysis, key: string): readonly string[] | null {
  const of = fieldOf(key);
  const list = of === null ? undefined : environment.names.get(of.list);
  const field = list && "list" in list ? list.list.fields.find((one) => one.key === of?.field) : undefined;
  if (!list || !field) return null;
  const type = `${describeType(field.type)}${field.fact.orNone ? ", or none" : ""}`;
  return [title(field.name, `field, ${escaped(type)}`), `Of every entry of ${escaped(list.name)}.`];
}

function aboutScale({ environment }: Analysis, key: string): readonly string[] | null {
  const scale = environment.scales.get(key);
  return scale ? [title(scale.name, "scale"), `From lowest to highest: ${escaped(scale.grades.join(", "))}.`] : null;
}

function aboutCodeList(list: CodeList | undefined): readonly (string | null)[] | null {
  if (!list) return null;
  const bySystem = [...Map.groupBy(list.codes, ({ system }) => system)];
  const held = bySystem.map(([system, codes]) => `- ${system}: ${escaped(codes.map(({ text }) => text).join(", "))}`);
  return [title(list.name, "list of codes"), quotation(list), held.join("\n"), ...published(list)];
}

function useText(analysis: Analysis, symbol: Symbol): string {
  const uses = occurrences(analysis, symbol).filter(({ declares }) => !declares).length;
  if (uses === 0) return symbol.kind === "service item" ? "" : "Not used.";
  return uses === 1 ? "Used once." : `Used ${uses} times.`;
}
