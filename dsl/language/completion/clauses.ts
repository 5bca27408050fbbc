import { clausesBelow, type Environment, policies } from "../../semantics/index.ts";
import type { DeclarationKind } from "../reading/index.ts";
import type { Proposal } from "./completion.ts";
import { factEntries } from "./example.ts";
import { helped } from "./margin.ts";
import type { Above } from "./place.ts";

/** The lines that may stand below a declaration, its own first, and the facts of an example. */
export function clauseStarts(below: DeclarationKind, above: Above, environment: Environment): readonly Proposal[] {
  const allowed = below === "unknown" ? [] : clausesBelow[below];
  const own = allowed.filter((kind) => !remarks.has(kind));
  const proposals = [...own, ...allowed.filter((kind) => remarks.has(kind))].flatMap((kind) => forms[kind] ?? []);
  return [
    ...(above === "list" ? [bullet] : []),
    ...(above === "when" ? [plain("requires")] : []),
    ...(below === "authority" ? [levels] : []),
    ...(below === "example" ? factEntries(environment) : []),
    ...(below === "table" ? [row, otherwise, ...policies.map(plain)] : []),
    ...proposals,
    ...(above === "criterion" || above === "when" ? joining : []),
  ];
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

const row: Proposal = {
  label: "- … if",
  kind: "keyword",
  insert: "- ${1:1} if ${0}",
  snippet: true,
  detail: "A row: its points or its value, and when it applies.",
};

const otherwise: Proposal = {
  label: "- … otherwise",
  kind: "keyword",
  insert: "- ${1:1} otherwise",
  snippet: true,
  detail: "The value when no row applies; the last row.",
};

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
