import { type Analysis, analyse, format, type Guideline, paraphrase, render, type Text } from "../../../dsl/index.ts";
import { lower } from "../../../engine/ir/index.ts";
import { meaningText } from "../meaningText.ts";

/** Other texts that mean the same, by how they come about. */
const rewritings: Readonly<Record<string, (text: string, guideline: Guideline) => string>> = {
  sentences: (_, guideline) => paraphrase(guideline, "sentences"),
  outline: (_, guideline) => paraphrase(guideline, "outline"),
  format: (text) => format(text),
};

export const rewritingNames = Object.keys(rewritings);

/**
 * What a guideline says, its compiled meaning first, as plain data to compare. Criteria are compared by what they come to, what
 * else it declares word for word.
 */
export function saidBy(guideline: Guideline): unknown {
  return { meaning: meaningText(lower(guideline), guideline.facts), declared: plain(declaredIn(guideline)) };
}

/** The text said otherwise, what is wrong with it, and what it says then. */
export function rewritten(name: string, { source, value }: Pick<Analysis, "source" | "value">) {
  const text = rewritings[name]?.(source.text, value) ?? "";
  const again = analyse({ name: source.name, text });
  const errors = again.diagnostics
    .filter(({ severity }) => severity === "error")
    .map((diagnostic) => render(diagnostic, text));
  return {
    text,
    errors,
    laidOut: format(text),
    says: saidBy(again.value),
    again: rewritings[name]?.(text, again.value),
  };
}

/** Declarations without their criteria, which are said in other words. */
function declaredIn(guideline: Guideline) {
  const { title, source, adoptedBy, effective, facts, lists, codeLists, authority, examples } = guideline;
  return {
    title,
    source,
    adoptedBy,
    effective,
    facts,
    lists,
    codeLists,
    authority,
    examples,
    tables: guideline.tables.map(({ rows, ...table }) => ({
      ...table,
      rows: rows.map((row) => ({ ...row, criterion: null })),
    })),
    services: guideline.services,
    texts: [...guideline.definitions, ...guideline.subsets, ...guideline.calculations, ...guideline.assumptions].map(
      textOf,
    ),
    recommendations: guideline.recommendations.map(({ kind, service, ...text }) => ({
      kind,
      service,
      ...textOf(text),
    })),
    acceptances: guideline.acceptances.map(({ problem, because, ...text }) => ({ problem, because, ...textOf(text) })),
  };
}

const textOf = ({ wording, citation, notes }: Text): Text => ({ wording, citation, notes });

/** Where things stand is not what is said; quotes inside a quote become single ones. */
function plain(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll(/["“”„]/g, "'");
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !/^(?:span|text|label)$|Span$/.test(key));
  return Object.fromEntries(kept.map(([key, part]) => [key, plain(part)]));
}
