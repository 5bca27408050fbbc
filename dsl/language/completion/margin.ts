import type { Environment } from "../../semantics/index.ts";
import { helpOn } from "../describe/index.ts";
import type { Proposal } from "./completion.ts";

/** What may begin a declaration: its keyword, with places to fill in, or a service. */
export function atMargin({ services }: Environment): readonly Proposal[] {
  return [
    ...snippets.map(([label, insert]) => declaration(label, insert)),
    ...[...services.values()].flatMap(({ name }) => relations.map((relation) => recommendation(name, relation))),
  ];
}

const relations = [
  "if",
  "only if",
  "red flag if",
  "limited to",
  "excluded if",
  "is covered",
  "is covered if",
  "is not covered",
  "is not covered if",
  "otherwise not addressed",
] as const;

const snippets: readonly (readonly [string, string])[] = [
  ["fact", "fact ${1:name}: ${2:yes or no}"],
  ["define", "define ${1:name}\n  as ${0}"],
  ["service", "service ${1:name}\n  ${2:what can be asked for}    CPT ${3:72141}"],
  ["example", 'example "${1:title}"\n  ${2:fact}: ${3:value}\n  expect ${4:service}: ${5:information needed}'],
  ["codes", "codes ${1:name}: ${2:ICD-10-CM} ${3:M54.16}"],
  ["scale", "scale ${1:name}: ${2:0, 1, 2, 3, 4, 5}"],
  ["score", "score ${1:name}\n  - ${2:1} if ${0}"],
  ["table", "table ${1:name}: ${2:whole number}\n  first that applies\n  - ${3:9} if ${0}\n  - 1 otherwise"],
  ["schedule", "schedule ${1:name}\n  first that applies\n  - ${2:24 months} if ${0}\n  - 120 months otherwise"],
  ["always", "always ${1:criterion}"],
  ["never", "never ${1:criterion}"],
  ["accept", 'accept ${1:gap} where ${2:criterion} because "${3:reason}"'],
  ["authority", 'authority "${1:title}"\n  1. ${2:MTUS}\n  2. ${3:ACOEM} when silent'],
  ["guideline", 'guideline "${1:title}"\n  source "${2:document}", ${3:pages}\n  effective from ${4:2024-01-01}'],
];

function declaration(label: string, insert: string): Proposal {
  return { label, kind: "snippet", insert, snippet: true, ...helped(label) };
}

function recommendation(service: string, relation: (typeof relations)[number]): Proposal {
  const label = `${service} ${relation}`;
  return { label, kind: "service", insert: `${label} `, ...helped(relation) };
}

export function helped(keyword: string): { readonly detail?: string } {
  const detail = helpOn(keyword);
  return detail === null ? {} : { detail };
}
