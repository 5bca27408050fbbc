import type { TextEdit } from "../diagnostic/index.ts";
import { type Analysis, analyse, type Environment, nameKey } from "../semantics/index.ts";
import type { Span } from "../source/index.ts";
import { applyEdits } from "./applyEdits.ts";
import type { Symbol } from "./reading/index.ts";
import { fieldKey, fieldOf, markAt, occurrences } from "./reading/index.ts";

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
  const unfit = unfitName(name, symbol.kind) ?? takenBy(analysis, symbol, name);
  if (unfit !== null) return { refused: unfit };
  const { text } = analysis.source;
  const found = occurrences(analysis, symbol);
  const declared = found.find(({ declares }) => declares)?.span ?? { start: 0, end: 0 };
  const edits = found.map(({ span }) => ({
    span,
    text: inNumber(name, text.slice(span.start, span.end), text.slice(declared.start, declared.end)),
  }));
  const harm = harmOf(analysis, edits, renamed(symbol, name));
  return harm === null ? { edits } : { refused: harm };
}

/** The new name for a place where the old one is `written` in the plural: `injections` of `injection`. */
export function inNumber(name: string, written: string, declared: string): string {
  const isPlural = /s$/i.test(written) && !/s$/i.test(declared);
  return isPlural && nameKey(`${name}s`) === nameKey(name) ? `${name}s` : name;
}

/** What the name means once it is another one. */
export function renamed({ kind, key }: Symbol, name: string): Symbol {
  const field = fieldOf(key);
  return { kind, key: field ? fieldKey(field.list, nameKey(name)) : nameKey(name) };
}

/** Why this can be no name; `null` when it can. */
export function unfitName(name: string, kind: Symbol["kind"]): string | null {
  if (name === "") return "A name has at least one word.";
  const sign = (kind === "service item" ? /["“„”:#]/ : /["“„”(),:;#<>=≥≤]/).exec(name)?.[0];
  if (sign) return `A name holds no \`${sign}\`.`;
  const connective = /(?:^|\s)(AND|OR|NOT|UNLESS)(?:\s|$)/.exec(name)?.[1];
  if (connective) return `A name holds no \`${connective}\` in capitals: that joins criteria.`;
  const opening = /^(its|any|no|every|latest)(?:\s|$)/i.exec(name)?.[1];
  if (opening) return `A name does not begin with \`${opening}\`: that asks something of a list.`;
  return null;
}

/** What has the name already; `null` when nothing has. */
export function takenBy({ environment }: Analysis, symbol: Symbol, name: string): string | null {
  const { key } = renamed(symbol, name);
  if (key === symbol.key) return null;
  const field = fieldOf(key);
  if (field) return fieldTaken(environment, field);
  const { names, services, scales, codeLists } = environment;
  const taken = names.get(key) ?? services.get(key) ?? scales.get(key) ?? codeLists.get(key);
  if (!taken) return null;
  const kind = names.get(key)?.kind ?? (services.has(key) ? "service" : scales.has(key) ? "scale" : "code list");
  return `A ${kind} is called \`${taken.name}\` already; capitals and a plural \`s\` make no difference.`;
}

function fieldTaken(
  { names }: Environment,
  { list, field }: { readonly list: string; readonly field: string },
): string | null {
  const named = names.get(list);
  const taken = named && "list" in named ? named.list.fields.find(({ key }) => key === field) : undefined;
  return taken ? `A field of \`${named?.name ?? list}\` is called \`${taken.name}\` already.` : null;
}

/** What the renamed file would say that it did not say before: a new error, or a phrase that means something else. */
function harmOf(analysis: Analysis, edits: readonly TextEdit[], after: Symbol): string | null {
  const { name, text } = analysis.source;
  const read = analyse({ name, text: applyEdits(text, edits) }, analysis, analysis.neighbours);
  const error = newErrorIn(analysis, read);
  if (error !== null) return `The text could not be read any more: ${error}`;
  if (occurrences(read, after).length === edits.length) return null;
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
