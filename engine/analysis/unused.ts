import type { Analysis, Guideline, Span, Use } from "../../dsl/index.ts";
import { asked, foundIn } from "./asked.ts";
import { isOwn } from "./parts.ts";
import { type Asked, proved } from "./question.ts";

/** A guideline as it was read: what its declarations name. */
export type Read = Pick<Analysis, "parts" | "value">;

interface Declared {
  readonly what: string;
  readonly name: string;
  readonly key: string;
  readonly span: Span;
}

/**
 * What is declared and asked for by no criterion, row or calculation, here or in another guideline of the set. A value in an example is no
 * question; an expectation is one. A guideline that recommends nothing is there for others to take from.
 */
export function unused(read: Read, others: readonly Read[]): readonly Asked[] {
  const { value: guideline } = read;
  if (guideline.services.length === 0) return [];
  const names = new Set([read, ...others].flatMap(({ parts }) => parts.flatMap(usesIn)));
  return declaredIn(guideline).map(({ what, name, key, span }) => {
    const about = { span, name };
    if (names.has(`${what} ${key}`)) return asked("unused declaration", about, proved, guideline.file);
    return foundIn("unused declaration", guideline.file, about, {
      message: `Nothing asks for the ${words[what] ?? what} \`${name}\`.`,
      hint: "Whoever reads it looks in vain for where it counts. Use it, or take it out.",
    });
  });
}

/** `fact age`, `definition adult`. */
function usesIn({ resolved }: Analysis["parts"][number]): readonly string[] {
  if (resolved.acceptances.length > 0) return [];
  const isExample = resolved.examples.length > 0;
  return resolved.uses.flatMap((use) => (isExample && isGiven(use) ? [] : [`${kindOf(use)} ${use.key}`]));
}

const isGiven = ({ kind }: Use): boolean => kind === "fact" || kind === "list";

const kindOf = ({ kind }: Use): string => (kind === "subset" ? "definition" : kind);

const words: Readonly<Record<string, string>> = { calculated: "calculated number", table: "table of values" };

function declaredIn({
  facts,
  lists,
  subsets,
  codeLists,
  calculations,
  definitions,
  tables,
}: Guideline): readonly Declared[] {
  const as = (what: string, all: readonly Omit<Declared, "what">[]): readonly Declared[] =>
    all.map(({ name, key, span }) => ({ what, name, key, span }));
  return [
    ...as("fact", facts),
    ...as("list", lists),
    ...as("definition", [...subsets, ...definitions]),
    ...as("code list", codeLists),
    ...as(
      "calculated",
      calculations.filter(({ declared }) => declared),
    ),
    ...as("table", tables),
  ].filter(isOwn);
}
