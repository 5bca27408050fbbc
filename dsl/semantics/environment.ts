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
  /** Names whose declaration has a fault that has been told; what uses them is not blamed. By key. */
  readonly faulty: ReadonlyMap<string, string>;
  /** Names word by word, for finding those that begin a phrase. */
  readonly words: NameTree;
  /** Equal for environments in which every phrase reads the same. */
  readonly signature: string;
}

export function environment({
  names,
  services,
  scales,
  faulty,
}: Pick<Environment, "names" | "services" | "scales" | "faulty">): Environment {
  const all = [[...names.values()], [...services.values()], [...scales.values()], [...faulty]];
  return { names, services, scales, faulty, words: nameTree(names.values()), signature: JSON.stringify(all) };
}

interface NameTree {
  readonly next: ReadonlyMap<string, NameTree>;
  /** The name that ends here. */
  readonly named: Named | null;
}

function nameTree(names: Iterable<Named>): NameTree {
  const root: GrowingTree = { next: new Map(), named: null };
  for (const named of names) {
    let tree = root;
    for (const word of named.key.split(" ")) tree = branch(tree, word);
    tree.named = named;
  }
  return root;
}

interface GrowingTree {
  readonly next: Map<string, GrowingTree>;
  named: Named | null;
}

function branch(tree: GrowingTree, word: string): GrowingTree {
  const known = tree.next.get(word);
  if (known) return known;
  const grown: GrowingTree = { next: new Map(), named: null };
  tree.next.set(word, grown);
  return grown;
}

/** A declared name at the start of a phrase and the words after it. */
export interface Beginning {
  readonly named: Named;
  readonly nameSpan: Span;
  readonly rest: readonly Word[];
}

/** Every declared name that the words begin with, longest first. All are tried: none is preferred for its length. */
export function beginnings(words: readonly Word[], environment: Environment): readonly Beginning[] {
  const found: Beginning[] = [];
  const start = words[0]?.span.start ?? 0;
  let tree: NameTree | undefined = environment.words;
  for (const [index, word] of words.entries()) {
    tree = word.quoted ? undefined : tree.next.get(wordKey(word.text));
    if (!tree) break;
    if (tree.named)
      found.unshift({ named: tree.named, nameSpan: { start, end: word.span.end }, rest: words.slice(index + 1) });
  }
  return found;
}

/** Whether the words begin with a name whose declaration has a fault. */
export function beginsFaulty(words: readonly Word[], { faulty }: Environment): boolean {
  if (faulty.size === 0) return false;
  const keys = words.map((word) => wordKey(word.text));
  return keys.some((_, index) => faulty.has(keys.slice(0, index + 1).join(" ")));
}
