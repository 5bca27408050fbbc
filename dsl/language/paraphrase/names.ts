import { type FactType, type Guideline, nameKey } from "../../semantics/index.ts";

/** Names as declared and types, by key. Inside `where` the fields of the list come first. */
export interface Names {
  readonly nameOf: (key: string) => string;
  readonly typeOf: (key: string) => FactType | null;
  /** What a phrase about a fact or field begins with: inside `where` it is `its`. */
  readonly subject: (key: string) => string;
}

interface Declared {
  readonly key: string;
  readonly name: string;
  readonly type?: FactType;
}

export function namesIn({ facts, lists, subsets, calculations, definitions, tables, services }: Guideline): Names {
  return lookup(
    [...facts, ...lists, ...calculations, ...subsets, ...definitions, ...tables, ...services, ...itemsOf(services)],
    "",
  );
}

const itemsOf = (services: Guideline["services"]): readonly Declared[] => services.flatMap(({ items }) => items);

/** The names inside `where`: the fields of a list. */
export function namesOfEntry({ lists }: Guideline, list: string): Names {
  return lookup(lists.find(({ key }) => key === list)?.fields ?? [], "its ");
}

function lookup(declared: readonly Declared[], lead: string): Names {
  const byKey = new Map(declared.toReversed().map((one) => [one.key, one]));
  const nameOf = (key: string): string => byKey.get(key)?.name ?? byKey.get(nameKey(key))?.name ?? key;
  return { nameOf, typeOf: (key) => byKey.get(key)?.type ?? null, subject: (key) => `${lead}${nameOf(key)}` };
}
