import type { Word } from "../syntax/index.ts";
import type { Span } from "../source/index.ts";
import { wordKey } from "./names.ts";
import type { Fact } from "./model.ts";
import type { FactType } from "./types.ts";

/** What a name in a criterion may stand for. */
export type Named =
  | {
      readonly kind: "fact";
      readonly name: string;
      readonly key: string;
      readonly type: FactType;
      readonly fact: Pick<Fact, "orNone" | "askedFor">;
    }
  | { readonly kind: "definition"; readonly name: string; readonly key: string };

export interface ServiceName {
  readonly name: string;
  readonly key: string;
  readonly items: readonly string[];
}

/** Everything declared in a guideline, by name. */
export interface Environment {
  readonly names: ReadonlyMap<string, Named>;
  readonly services: ReadonlyMap<string, ServiceName>;
  readonly scales: ReadonlyMap<string, { readonly name: string; readonly grades: readonly string[] }>;
  /** Names by their first word, for finding those that begin a phrase. */
  readonly byFirstWord: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly named: Named }[]>;
  /** Equal for environments in which every phrase reads the same. */
  readonly signature: string;
}

export function environment(
  names: ReadonlyMap<string, Named>,
  services: Environment["services"],
  scales: Environment["scales"],
): Environment {
  const byFirstWord = new Map<string, { words: readonly string[]; named: Named }[]>();
  for (const named of names.values()) {
    const words = named.key.split(" ");
    const first = words[0] ?? "";
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words, named }]);
  }
  const signature = JSON.stringify([[...names.values()], [...services.values()], [...scales.values()]]);
  return { names, services, scales, byFirstWord, signature };
}

/** A declared name at the start of a phrase and the words after it. */
export interface Beginning {
  readonly named: Named;
  readonly nameSpan: Span;
  readonly rest: readonly Word[];
}

/** Every declared name that the words begin with, longest first. All are tried: none is preferred for its length. */
export function beginnings(words: readonly Word[], environment: Environment): readonly Beginning[] {
  const first = words[0];
  if (!first) return [];
  const keys = words.map((word) => (word.quoted ? '"' : wordKey(word.text)));
  const found = (environment.byFirstWord.get(keys[0] ?? "") ?? [])
    .filter(({ words: name }) => name.every((word, index) => keys[index] === word))
    .map(({ words: name, named }) => ({
      named,
      nameSpan: { start: first.span.start, end: words[name.length - 1]?.span.end ?? first.span.end },
      rest: words.slice(name.length),
    }));
  return found.toSorted((a, b) => a.rest.length - b.rest.length);
}
