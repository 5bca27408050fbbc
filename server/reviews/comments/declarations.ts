import { nameKey, outlineOf } from "../../../dsl/index.ts";

/** A declaration of a guideline: its name, and where its text stands. */
export interface Declared {
  readonly kind: string;
  readonly name: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** What it says beside its name, single-spaced: told apart by this where it is called otherwise. */
  readonly body: string;
}

/** Texts of so many files are kept read: those of the rounds that are looked at now. */
const mostKept = 200;
const kept = new Map<string, readonly Declared[]>();

/** The declarations of a file in order, also of a broken one; none where it is no guideline. */
export function declarationsIn(path: string, text: string): readonly Declared[] {
  if (!path.endsWith(".guideline")) return [];
  const known = kept.get(text);
  if (known !== undefined) return known;
  const found = outlineOf(text).map(({ kind, name, span, nameSpan }) => ({
    kind,
    name,
    key: nameKey(name),
    ...span,
    body: `${text.slice(span.start, nameSpan.start)}…${text.slice(nameSpan.end, span.end)}`.replaceAll(/\s+/g, " "),
  }));
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(text, found);
  return found;
}
