import type { TextEdit } from "../diagnostic/index.ts";
import { type Analysis, analyse, nameKey } from "../semantics/index.ts";
import type { Span } from "../source/index.ts";
import { applyEdits } from "./applyEdits.ts";
import type { Symbol } from "./reading/index.ts";
import { markAt, occurrences } from "./reading/index.ts";

export type Renaming =
  | { readonly edits: readonly TextEdit[] }
  /** Why not, as a sentence to show. */
  | { readonly refused: string };

/** The name at `offset` as it stands there; null where there is none that can be renamed. */
export function renameTarget(
  analysis: Analysis,
  offset: number,
): { readonly span: Span; readonly name: string } | null {
  const mark = markAt(analysis, offset);
  if (!mark?.symbol || !occurrences(analysis, mark.symbol).some(({ declares }) => declares)) return null;
  const { start, end } = mark;
  return { span: { start, end }, name: analysis.source.text.slice(start, end) };
}

/** Gives the name at `offset` another one everywhere in this file, unless that would change or break what is said. */
export function rename(analysis: Analysis, offset: number, newName: string): Renaming {
  const symbol = markAt(analysis, offset)?.symbol;
  if (!symbol || !renameTarget(analysis, offset))
    return { refused: "No name that is declared in this file stands here." };
  const name = newName.trim().replaceAll(/\s+/g, " ");
  const unfit = unfitName(name) ?? takenBy(analysis, symbol, name);
  if (unfit !== null) return { refused: unfit };
  const edits = occurrences(analysis, symbol).map(({ span }) => ({ span, text: name }));
  const harm = harmOf(analysis, edits, { ...symbol, key: nameKey(name) });
  return harm === null ? { edits } : { refused: harm };
}

/** Why this can be no name; `null` when it can. */
export function unfitName(name: string): string | null {
  if (name === "") return "A name has at least one word.";
  const sign = /["“„”(),:;#<>=≥≤]/.exec(name)?.[0];
  if (sign) return `A name holds no \`${sign}\`.`;
  const connective = /(?:^|\s)(AND|OR|NOT|UNLESS)(?:\s|$)/.exec(name)?.[1];
  if (connective) return `A name holds no \`${connective}\` in capitals: that joins criteria.`;
  const opening = /^(its|any|no|every|latest)(?:\s|$)/i.exec(name)?.[1];
  if (opening) return `A name does not begin with \`${opening}\`: that asks something of a list.`;
  return null;
}

/** What has the name already; `null` when nothing has. */
export function takenBy({ environment }: Analysis, symbol: Symbol, name: string): string | null {
  const key = nameKey(name);
  if (key === symbol.key) return null;
  const { names, services, scales, codeLists } = environment;
  const taken = names.get(key) ?? services.get(key) ?? scales.get(key) ?? codeLists.get(key);
  if (!taken) return null;
  const kind = names.get(key)?.kind ?? (services.has(key) ? "service" : scales.has(key) ? "scale" : "code list");
  return `A ${kind} is called \`${taken.name}\` already; capitals and a plural \`s\` make no difference.`;
}

/** What the renamed file would say that it did not say before: a new error, or a phrase that means something else. */
function harmOf(analysis: Analysis, edits: readonly TextEdit[], renamed: Symbol): string | null {
  const { name, text } = analysis.source;
  const after = analyse({ name, text: applyEdits(text, edits) }, analysis);
  const error = newErrorIn(analysis, after);
  if (error !== null) return `The text could not be read any more: ${error}`;
  if (occurrences(after, renamed).length === edits.length) return null;
  return `With this name a phrase would be read in another way.`;
}

/** The message of an error that the text did not have before; `null` when there is none. */
export function newErrorIn(before: Analysis, after: Analysis): string | null {
  const known = new Map(Object.entries(Object.groupBy(errorsOf(before), (code) => code)));
  for (const { code, severity, message } of after.diagnostics)
    if (severity === "error" && !known.get(code)?.pop()) return message;
  return null;
}

const errorsOf = ({ diagnostics }: Analysis): readonly string[] =>
  diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
