import { type Guideline, paraphrase } from "../../../../dsl/index.ts";
import { htmlText } from "../../../words/index.ts";

/** What may be said of a guideline part by part. */
export type PolicyPart =
  | "authority"
  | "codeLists"
  | "lists"
  | "subsets"
  | "calculations"
  | "definitions"
  | "tables"
  | "recommendations"
  | "assumptions";

const nothing: Pick<Guideline, Exclude<PolicyPart, "authority"> | "facts" | "services" | "acceptances" | "examples"> & {
  readonly authority: null;
} = {
  authority: null,
  codeLists: [],
  facts: [],
  lists: [],
  subsets: [],
  calculations: [],
  definitions: [],
  tables: [],
  services: [],
  recommendations: [],
  assumptions: [],
  acceptances: [],
  examples: [],
};

/** A part of a guideline in canonical words, one box for each thing it says; its head is left out. */
export function said(guideline: Guideline, part: PolicyPart): readonly string[] {
  const only = { ...guideline, ...nothing, [part]: guideline[part] };
  const [, ...blocks] = paraphrase(only, "outline", guideline).trimEnd().split("\n\n");
  return blocks.filter((block) => !block.startsWith("scale ")).map(box);
}

/** Lines keep how far they stand in, and what they are. */
function box(block: string): string {
  return `<div class="said">${block.split("\n").map(line).join("")}</div>`;
}

function line(text: string): string {
  const depth = Math.floor((text.length - text.trimStart().length) / 2);
  const { kind, words } = read(text.trim());
  return `<div${kind === null ? "" : ` class="${kind}"`} style="--depth: ${depth}" dir="auto">${htmlText(words)}</div>`;
}

/** Keywords that only a writer needs are left out; wording keeps its quotes. */
function read(words: string): { readonly kind: "wording" | "cite" | "note" | null; readonly words: string } {
  if (words.startsWith('"')) return { kind: "wording", words: `“${words.slice(1, -1)}”` };
  if (words.startsWith('cite "')) return { kind: "cite", words: words.slice(6, -1) };
  if (words.startsWith('note "')) return { kind: "note", words: words.slice(6, -1) };
  return { kind: null, words: words.replace(/^define /, "") };
}
