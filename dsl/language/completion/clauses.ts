import {
  type AnalysedPart,
  clausesBelow,
  type Environment,
  type FactType,
  nameKey,
  policies,
} from "../../semantics/index.ts";
import { type DeclarationKind, partLines } from "../reading/index.ts";
import type { Proposal } from "./completion.ts";
import { factEntries } from "./example.ts";
import { helped } from "./margin.ts";
import type { Above } from "./place.ts";

/** The lines that may stand below a declaration, its own first, and the facts of an example. */
export function clauseStarts(
  below: DeclarationKind,
  above: Above,
  environment: Environment,
  around: Around | null,
): readonly Proposal[] {
  const part = around?.part;
  const written = around ? writtenIn(around) : nothingWritten;
  const allowed = below === "unknown" ? [] : clausesBelow[below].filter((kind) => mayStand(kind, written));
  const own = allowed.filter((kind) => !remarks.has(kind));
  const proposals = [...own, ...allowed.filter((kind) => remarks.has(kind))].flatMap((kind) => forms[kind] ?? []);
  return [
    ...(above === "list" ? [bullet] : []),
    ...(above === "when" ? [plain("requires")] : []),
    ...(below === "authority" ? [levels] : []),
    ...(below === "example" ? factEntries(environment) : []),
    ...(below === "table" ? rowStarts(part, environment, written) : []),
    ...proposals,
    ...(above === "criterion" || above === "when" ? joining : []),
  ];
}

/** A declaration, and where in the file the line begins that is being written in it. */
export interface Around {
  readonly part: AnalysedPart;
  readonly start: number;
}

interface Written {
  /** Its text in lower case, up to its first line's end and whole. */
  readonly head: string;
  readonly clauses: ReadonlySet<string>;
}

const nothingWritten: Written = { head: "", clauses: new Set() };

/** The first words of the lines that a declaration has, but for the one that is being written. */
function writtenIn({ part, start }: Around): Written {
  const lines = partLines(part)
    .lines.map(({ segments }) => segments.flatMap(({ tokens }) => tokens))
    .filter(([first]) => first?.startOffset !== start - part.chunk.start);
  const clauses = lines.map(([first]) => first?.image.toLowerCase().replaceAll(/\s+/g, " ") ?? "");
  return { head: part.chunk.text.split(/[\r\n]/, 1)[0]?.toLowerCase() ?? "", clauses: new Set(clauses) };
}

const once: Readonly<Partial<Record<string, readonly string[]>>> = {
  as: ["as", "effective"],
  "as number": ["as"],
  source: ["source"],
  "applies when": ["applies when"],
  "asked for": ["asked for"],
  changes: ["changes"],
  "counted once": ["counted once per", "counted once"],
  effective: ["as"],
  needs: ["reviewer attests"],
  "reviewer attests": ["reviewer attests", "needs"],
};

/** Neither said already nor ruled out by what is. */
function mayStand(kind: string, { head, clauses }: Written): boolean {
  if (kind === "counted once" && head !== "" && !/:\s*list\b/.test(head)) return false;
  if ((kind === "as" || kind === "effective") && clauses.has("effective") && head.startsWith("define")) return true;
  if (kind === "effective" && head.startsWith("guideline")) return !clauses.has("effective");
  return !(once[kind] ?? []).some((word) => clauses.has(word));
}

/** Rows with a value of the table's type, and which of them counts. */
function rowStarts(
  part: AnalysedPart | undefined,
  { names }: Environment,
  { head, clauses }: Written,
): readonly Proposal[] {
  const name =
    part?.chunk.text
      .split(/[\r\n]/, 1)[0]
      ?.replace(/^\w+\s+/, "")
      .replace(/:.*$/, "") ?? "";
  const named = names.get(nameKey(name));
  const value = named?.kind === "table" ? firstValue(named.form, named.type) : "1";
  if (head.startsWith("score")) return [row(value)];
  const ruled = policies.some((policy) => [...clauses].some((clause) => policy.startsWith(clause) && clause !== ""));
  return [row(value), otherwise(value), ...(ruled ? [] : policies.map(line))];
}

function firstValue(form: string, type: FactType): string {
  if (form === "schedule") return "6 months";
  if (type.kind === "one of") return type.options[0] ?? "1";
  if (type.kind === "scale") return type.grades[0] ?? "1";
  if (type.kind === "yes or no") return "yes";
  return type.kind === "number" && type.unit ? `1 ${type.unit.word}` : "1";
}

/** What may stand below every declaration. */
const remarks: ReadonlySet<string> = new Set(["cite", "note", "such as", "read as"]);

/** Connectives that carry the criterion above on. */
const joining: readonly Proposal[] = ["OR", "AND"].map((label) => ({
  label,
  kind: "connective",
  insert: `${label} `,
  ...helped(label),
}));

const levels: Proposal = {
  label: "evidence for",
  kind: "keyword",
  insert: "evidence for ${1:treatment}: ${2:systematic review, randomized trial}",
  snippet: true,
  detail: "Levels of evidence by question, the strongest first.",
};

const bullet: Proposal = { label: "-", kind: "keyword", insert: "- ", detail: "One criterion of the list above." };

const row = (value: string): Proposal => ({
  label: "- … if",
  kind: "keyword",
  insert: `- \${1:${value}} if \${0}`,
  snippet: true,
  detail: "A row: its points or its value, and when it applies.",
});

const otherwise = (value: string): Proposal => ({
  label: "- … otherwise",
  kind: "keyword",
  insert: `- \${1:${value}} otherwise`,
  snippet: true,
  detail: "The value when no row applies; the last row.",
});

const line = (label: string): Proposal => ({ label, kind: "keyword", ...helped(label) });

function plain(label: string): Proposal {
  return { label, kind: "keyword", insert: `${label} `, ...helped(label) };
}

function snippet(label: string, insert: string): Proposal {
  return { label, kind: "keyword", insert, snippet: true, ...helped(label) };
}

const wording: Proposal = {
  label: '"wording"',
  kind: "keyword",
  insert: '"${1:published wording}"',
  snippet: true,
  detail: "The published words, as they may stand in a letter.",
};

/** Clauses by the kind of their tree; what an author writes freely has none. */
const forms: Readonly<Partial<Record<string, Proposal>>> = {
  as: plain("as"),
  "waived if": plain("waived if"),
  "but not if": plain("but not if"),
  when: snippet("when", "when ${1:condition}\n  requires ${2:criterion}"),
  "limited to": plain("limited to"),
  "reviewer attests": snippet("reviewer attests", 'reviewer attests "${1:what the reviewer states}"'),
  needs: plain("needs"),
  "counted once": plain("counted once per"),
  "applies when": plain("applies when"),
  effective: snippet("effective", "effective from ${1:2024-01-01}"),
  source: snippet("source", 'source "${1:document}", ${2:pages}'),
  "adopted by": plain("adopted by"),
  "rests on": snippet("rests on", "rests on ${1:level 1b} for ${2:treatment}"),
  "asked for": snippet("asked for", "asked for\n  ${1:name}: ${2:whole number}"),
  use: snippet("use", 'use "${1:title of another guideline}"'),
  changes: snippet("changes", 'changes "${1:title of the guideline}"'),
  expect: plain("expect"),
  "changed because": snippet("changed because", 'changed because "${1:why}"'),
  "taken away because": snippet("taken away because", 'taken away because "${1:why}"'),
  wording,
  cite: plain("cite"),
  note: snippet("note", 'note "${1}"'),
  "such as": snippet("such as", 'such as "${1}"'),
  "read as": snippet("read as", 'read as "${1}" because "${2}"'),
};
