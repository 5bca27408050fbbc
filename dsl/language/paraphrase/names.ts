import { type CodeList, type FactType, type Guideline, nameKey } from "../../semantics/index.ts";

/** Names as declared and types, by key. Inside `where` the fields of the list come first. */
export interface Names {
  readonly nameOf: (key: string) => string;
  readonly typeOf: (key: string) => FactType | null;
  /** What a phrase about a fact or field begins with: inside `where` it is `its`. */
  readonly subject: (key: string) => string;
  /** `the reflex root`, `its first side`: a fact of the case or a field of the entry. */
  readonly other: (key: string, ofCase: boolean) => string;
  readonly codeLists: readonly CodeList[];
}

interface Declared {
  readonly key: string;
  readonly name: string;
  readonly type?: FactType;
}

export function namesIn(guideline: Guideline): Names {
  const { facts, lists, subsets, calculations, definitions, tables, services } = guideline;
  const named = [
    ...facts,
    ...lists,
    ...calculations.filter(({ declared }) => declared),
    ...subsets,
    ...definitions,
    ...tables,
    ...services,
  ];
  const names = lookup([...named, ...itemsOf(services)]);
  return {
    ...names,
    subject: names.nameOf,
    other: (key) => withArticle(names.nameOf(key)),
    codeLists: guideline.codeLists,
  };
}

const itemsOf = (services: Guideline["services"]): readonly Declared[] => services.flatMap(({ items }) => items);

/** The names inside `where`: the fields of a list. What a treatment came to is said of it itself. */
export function namesOfEntry(guideline: Guideline, list: string): Names {
  const names = lookup(guideline.lists.find(({ key }) => key === list)?.fields ?? []);
  const subject = (key: string): string =>
    key === "course" && names.typeOf(key)?.kind === "treatment trial" ? "it" : `its ${names.nameOf(key)}`;
  return {
    ...names,
    subject,
    other: (key, ofCase) => (ofCase ? namesIn(guideline).other(key, true) : subject(key)),
    codeLists: guideline.codeLists,
  };
}

const withArticle = (name: string): string => (/^the /i.test(name) ? name : `the ${name}`);

function lookup(declared: readonly Declared[]): Pick<Names, "nameOf" | "typeOf"> {
  const byKey = new Map(declared.toReversed().map((one) => [one.key, one]));
  const nameOf = (key: string): string => byKey.get(key)?.name ?? byKey.get(nameKey(key))?.name ?? key;
  return { nameOf, typeOf: (key) => byKey.get(key)?.type ?? null };
}
