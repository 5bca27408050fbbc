import type { TableForm, Word } from "../syntax/index.ts";
import type { Span } from "../source/index.ts";
import type { ListedCodes } from "./codes/index.ts";
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
  | {
      readonly kind: "calculated";
      readonly name: string;
      readonly key: string;
      readonly type: FactType & { readonly kind: "calculated" };
    }
  | { readonly kind: "definition"; readonly name: string; readonly key: string }
  /** A score, table or schedule; its values are of `type`. */
  | {
      readonly kind: "table";
      readonly name: string;
      readonly key: string;
      readonly form: TableForm;
      readonly type: FactType;
    }
  | { readonly kind: "list"; readonly name: string; readonly key: string; readonly list: ListShape }
  /** A definition that names some entries of a list. */
  | { readonly kind: "subset"; readonly name: string; readonly key: string; readonly list: ListShape };

/** A list and what is known of each of its entries. */
export interface ListShape {
  readonly key: string;
  readonly name: string;
  readonly fields: readonly (Named & { readonly kind: "fact" })[];
}

/** The declaration a name comes from: lists are declared with `fact`, subsets with `define`. */
export function declaredAs({ kind }: Named): "fact" | "definition" {
  return kind === "list" || kind === "fact" ? "fact" : "definition";
}

/** A named set of codes; what it holds is read with its declaration. */
export interface CodeListName {
  readonly name: string;
  readonly key: string;
  readonly codes: readonly ListedCodes[];
}

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
  readonly codeLists: ReadonlyMap<string, CodeListName>;
  /** Names whose declaration has a fault that has been told; what uses them is not blamed. By key. */
  readonly faulty: ReadonlyMap<string, string>;
  readonly hasLists: boolean;
  /** Some names should come from a guideline that cannot be read: what is not known here may be one of them. */
  readonly incomplete: boolean;
  /** What the names taken from other guidelines rest on: no phrase names it, but an example may give it values. */
  readonly beyond: ReadonlyMap<string, Named>;
  /** Inside `where`: the list whose entry is asked about, its fields the only names a phrase begins with. */
  readonly entry: ListShape | null;
  /** Inside `where`: the names of the case, which its fields may be compared with. */
  readonly outer: Environment | null;
  /** Names word by word, for finding those that begin a phrase. */
  readonly words: NameTree;
  /** Equal for environments in which every phrase reads the same. */
  readonly signature: string;
}

export function environment({
  names,
  services,
  scales,
  codeLists,
  faulty,
  incomplete = false,
  beyond = new Map(),
}: Pick<Environment, "names" | "services" | "scales" | "codeLists" | "faulty"> &
  Partial<Pick<Environment, "incomplete" | "beyond">>): Environment {
  const all = [
    [...names.values()],
    [...services.values()],
    [...scales.values()],
    [...codeLists.values()],
    [...faulty],
    incomplete,
    [...beyond.keys()],
  ];
  const words = nameTree(names.values());
  const hasLists = [...names.values()].some(({ kind }) => kind === "list");
  return {
    names,
    services,
    scales,
    codeLists,
    faulty,
    hasLists,
    incomplete,
    beyond,
    entry: null,
    outer: null,
    words,
    signature: JSON.stringify(all),
  };
}

const inExample = new WeakMap<Environment, Environment>();

/** The names that an example may give values to. */
export function exampleEnvironment(own: Environment): Environment {
  if (own.beyond.size === 0) return own;
  const known = inExample.get(own) ?? environment({ ...own, names: new Map([...own.beyond, ...own.names]) });
  inExample.set(own, known);
  return known;
}

const inEntries = new WeakMap<Environment, Map<ListShape, Environment>>();

/** The names that stand after `its` in what `where` asks of an entry of this list. */
export function entryEnvironment(entry: ListShape, outer: Environment): Environment {
  const inEntry = inEntries.get(outer) ?? new Map<ListShape, Environment>();
  inEntries.set(outer, inEntry);
  const known = inEntry.get(entry);
  if (known) return known;
  const names = new Map(entry.fields.map((field) => [field.key, field]));
  const { codeLists } = outer;
  const bare = environment({ names, services: new Map(), scales: new Map(), codeLists, faulty: new Map() });
  const own = { ...bare, entry, outer };
  inEntry.set(entry, own);
  return own;
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

/** Whether the words begin with a name whose declaration has a fault, or may; `no` or `the` may stand before it. */
export function beginsFaulty(words: readonly Word[], { faulty, incomplete }: Environment): boolean {
  if (incomplete) return true;
  if (faulty.size === 0) return false;
  const keys = words.map((word) => wordKey(word.text));
  const first = /^(?:no|not|without|any|the)$/.test(keys[0] ?? "") ? [0, 1] : [0];
  return first.some((start) => keys.some((_, index) => faulty.has(keys.slice(start, index + 1).join(" "))));
}
