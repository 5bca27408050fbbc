import { replaceEqualDeep } from "@tanstack/react-query";
import { nothing } from "./nothing.ts";
import type { ProofNews, Proofs } from "./protocol.ts";

/** Tells of each part only when it is another one, and of each guideline likewise, so that little crosses to the page. */
export function createNews(): (part: Partial<Proofs>) => ProofNews {
  let told = nothing;
  return (part) => {
    const before = told;
    told = replaceEqualDeep(before, { ...before, ...part });
    const { boards, coverage, ...others } = told;
    return {
      ...changedIn(before, others),
      ...(boards === before.boards ? {} : { boards: changedEntries(before.boards, boards) }),
      ...(coverage === before.coverage ? {} : { coverage: changedEntries(before.coverage, coverage) }),
    };
  };
}

/** What is known with the news in place. */
export function withNews(proofs: Proofs, { boards = {}, coverage = {}, ...others }: ProofNews): Proofs {
  return {
    ...proofs,
    ...others,
    boards: withEntries(proofs.boards, boards),
    coverage: withEntries(proofs.coverage, coverage),
  };
}

function changedIn(before: Proofs, parts: Omit<Proofs, "boards" | "coverage">): Partial<Proofs> {
  const known = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(Object.entries(parts).filter(([name, part]) => known.get(name) !== part));
}

type ByPath<T> = Readonly<Record<string, T>>;

function changedEntries<T>(before: ByPath<T>, now: ByPath<T>): ByPath<T | null> {
  const gone = Object.keys(before).filter((path) => now[path] === undefined);
  const changed = Object.entries(now).filter(([path, value]) => before[path] !== value);
  return Object.fromEntries([...changed, ...gone.map((path) => [path, null] as const)]);
}

/** The same object while nothing in it changes. */
function withEntries<T>(known: ByPath<T>, changed: ByPath<T | null>): ByPath<T> {
  if (Object.keys(changed).length === 0) return known;
  const entries = Object.entries({ ...known, ...changed });
  return Object.fromEntries(entries.flatMap(([path, value]) => (value === null ? [] : [[path, value] as const])));
}
