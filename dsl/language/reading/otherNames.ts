import { type Use, wordKey } from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import { fieldOf, type Mark, type SymbolKind } from "./marks.ts";

/** The marks of a phrase with the names that stand in it behind the one it begins with: `is in lumbar radiculopathy`. */
export function withOtherNames(
  marks: readonly Mark[],
  words: readonly Word[],
  uses: ReadonlyMap<number, Use>,
): readonly Mark[] {
  const others = words.slice(1).flatMap(({ span, text }): readonly Mark[] => {
    const use = wordKey(text) === "it" ? undefined : uses.get(span.start);
    const kind = use && symbolKind(use);
    return use && kind ? [{ kind: "name", ...use.span, symbol: { kind, key: use.key } }] : [];
  });
  if (others.length === 0) return marks;
  const all = others.reduce<readonly Mark[]>(
    (rest, other) => [...rest.flatMap((mark) => besides(mark, other, words)), other],
    marks,
  );
  return all.toSorted((a, b) => a.start - b.start);
}

/** Lists are declared with `fact`, some of their entries with `define`; a field is named within its list. */
function symbolKind({ kind, key }: Use): SymbolKind | null {
  if (kind === "code list") return kind;
  if (fieldOf(key)) return "field";
  if (kind === "list" || kind === "fact") return "fact";
  const defined = kind === "subset" || kind === "calculated" || kind === "table";
  return defined ? "definition" : null;
}

/** What is left of a mark on both sides of a name within it, cut at the words. */
function besides(mark: Mark, name: Mark, words: readonly Word[]): readonly Mark[] {
  if (mark.end <= name.start || name.end <= mark.start) return [mark];
  const within = words.filter(({ span }) => mark.start <= span.start && span.end <= mark.end);
  const sides = [
    within.filter(({ span }) => span.end <= name.start),
    within.filter(({ span }) => name.end <= span.start),
  ];
  return sides.flatMap((side): readonly Mark[] => {
    const [first, last] = [side[0], side.at(-1)];
    return first && last ? [{ ...mark, start: first.span.start, end: last.span.end }] : [];
  });
}
