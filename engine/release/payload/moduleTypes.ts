import { describeSet, type FactDescription } from "../../description/index.ts";
import type { PayloadSet } from "./source.ts";

/** `index.d.ts`: the facts of the set by name with what may be said of them, its services, and what comes out. */
export function moduleTypes({ about, set }: PayloadSet): string {
  const { guidelines } = describeSet(set);
  const services = guidelines.flatMap((one) => one.services.map(({ service }) => service));
  const facts = guidelines.flatMap((one) => one.facts);
  const lists = guidelines.flatMap((one) => one.lists);
  return `/** ${commented(`${about.set} ${about.version}: ${about.title}`)} */

/** The services that the set addresses. */
export type Service = ${union(services)};

/** Facts of the record, by name. */
export interface Facts {
${properties(facts.filter(({ askedFor }) => !askedFor))}
${[...Map.groupBy(lists, ({ list }) => list)].map(([list, same]) => listProperty(list, same[0]?.fields ?? [])).join("\n")}
}

/** What a service is asked for with, by name. */
export interface AskedFor {
${properties(facts.filter(({ askedFor }) => askedFor))}
}
${unchanging}`;
}

function properties(facts: readonly FactDescription[]): string {
  return [...Map.groupBy(facts, ({ fact }) => fact)].map(([fact, same]) => property(fact, same)).join("\n");
}

/** Guidelines of one set may declare one fact with other values each. */
function property(fact: string, same: readonly FactDescription[]): string {
  const wording = same.find((one) => one.wording !== null)?.wording ?? null;
  const [first] = same;
  const unit = first === undefined || first.unit === null ? "" : ` (in ${first.unit} or a unit that converts to it)`;
  const said = `${wording ?? first?.type ?? ""}${unit}`;
  return `  /** ${commented(said)} */\n  ${JSON.stringify(fact)}?: Stated<${valuesOf(same)}>;`;
}

function valuesOf(same: readonly FactDescription[]): string {
  return [...new Set(same.map(valueOf))].join(" | ");
}

function valueOf({ type, values }: FactDescription): string {
  if (values !== null) return union(values);
  const known: Readonly<Record<string, string>> = {
    number: "string | number | Interval",
    "whole number": "string | number | Interval",
    calculated: "string | number | Interval",
    age: "string | number | Interval | Born",
    date: "string | Interval",
    "treatment trial": "string | Trial",
  };
  return known[type] ?? "string";
}

function listProperty(list: string, fields: readonly FactDescription[]): string {
  const entry = fields.map((field) => `${JSON.stringify(field.fact)}?: ${valueOf(field)}`).join("; ");
  return `  ${JSON.stringify(list)}?: Listed<{ ${entry} }>;`;
}

function union(words: readonly string[]): string {
  return words.length === 0 ? "never" : [...new Set(words)].map((word) => JSON.stringify(word)).join(" | ");
}

function commented(text: string): string {
  return text.replaceAll("*/", "* /").replace(/\s+/gu, " ");
}

/** The same for every set. */
const unchanging = `
/** \`{ from: "57 mmHg", to: "59 mmHg" }\`; one end may be left open. */
export interface Interval {
  from?: string | number;
  to?: string | number;
}

/** A date of birth, where an age is asked for: \`1951-07\`. */
export interface Born {
  born: string;
}

export interface Trial {
  response?: "failed" | "partially succeeded" | "succeeded" | "not tolerated" | "contraindicated" | "not tried";
  lasted?: string | Interval;
  from?: string;
  to?: string;
}

export type EvidenceKind = "test result" | "objective finding" | "patient report" | "opinion" | "attestation";

/** What in the record backs a value. */
export interface Evidence {
  document?: string;
  kind?: EvidenceKind;
  date?: string;
  author?: string;
  page?: string | number;
  quote?: string;
}

/** One thing the record says. */
export interface Statement<Value> {
  value: Value;
  evidence?: Evidence;
}

/** Someone looked, and the record does not say. */
export interface NotDocumented {
  "not documented": string | null;
}

/** A fact that is left out was never asked, which is not "no". */
export type Stated<Value> =
  | Value
  | Statement<Value>
  | NotDocumented
  | readonly (Statement<Value> | NotDocumented)[];

/** \`complete\`: the record holds no further entry. */
export interface Listed<Entry> {
  complete: "yes" | "no" | boolean;
  entries: readonly (Entry & { evidence?: Evidence })[];
}

export interface Request {
  /** A service by its name; another one is not addressed. */
  service: Service | (string & {});
  /** \`CPT 72141\` */
  code?: string;
  "asked for"?: AskedFor;
  administrator?: { decision: "approved" | "denied" | "modified"; guideline?: string };
  decision?: { review: Review; reason?: string };
}

/** A case: the facts of one person's request. Dates are ISO, \`2014-05-14\`. */
export interface Case {
  schema: "precept/case/1";
  case: string;
  summary?: string;
  review?: { reviewer?: string; statement?: string };
  dates: { "request date": string; "service date": string };
  documents?: Record<string, { title: string; date?: string; author?: string }>;
  facts?: Facts;
  requests: readonly Request[];
}

export type Outcome =
  | "criteria met"
  | "criteria not met"
  | "information needed"
  | "modified"
  | "excluded"
  | "not addressed";

export type Review = "upheld" | "overturned" | "overturned in part";

export type Answer = "met" | "not met" | "not documented";

export interface Finding {
  id: string;
  role: string;
  criterion: string;
  answer: Answer;
  label?: string;
  wording?: string;
  reason?: string;
  reasonText?: string;
  citation?: string;
  fact?: string;
  evidence: readonly (Evidence & { value: string })[];
  weakerEvidence: readonly (Evidence & { value: string; shortfall?: string })[];
  /** Ids. */
  parts: readonly string[];
}

export interface Determination {
  service: string;
  outcome: Outcome;
  review?: Review;
  possibleOutcomes: readonly Outcome[];
  governing: { guideline: string; service: string; source: { title: string; locator: string | null } | null } | null;
  findings: readonly Finding[];
  decidedBy: readonly { fact: string; text: string }[];
  stillMatters: readonly string[];
  ways: readonly (readonly { fact: string; needed: string; text: string; towards: Outcome }[])[];
  rationale: string;
}

export interface DeterminationRecord {
  schema: "precept/determination/1";
  set: string;
  version: string;
  digest: string;
  caseDigest: string;
  serviceDate: string;
  asOf?: string;
  determinations: readonly Determination[];
}

export interface Refusal {
  schema: "precept/refusal/1";
  problems: readonly { message: string; code?: string; file?: string; line?: number; column?: number }[];
}

export interface Letter {
  schema: "precept/letter/1";
  format: "md" | "html";
  text: string;
}

/** A day whose guidelines are asked, instead of the service date: \`2014-05-14\`. */
export interface Options {
  asOf?: string;
}

/** \`of\`: a case, or the text of a case file (YAML or JSON). */
export function determine(of: Case | string, options?: Options): DeterminationRecord | Refusal;

/** The record as canonical JSON text: the same bytes every time. */
export function record(of: Case | string, options?: Options): string;

export function letter(of: Case | string, options: Options & { format: "md" | "html" }): Letter | Refusal;

/** What can be asked of the set and what it asks of a case. */
export function description(): unknown;

/** The manifest of this release. */
export const manifest: { set: string; version: string; title: string; meaning: string };
`;
