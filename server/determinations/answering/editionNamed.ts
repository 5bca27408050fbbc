import { type Edition, editionInForce } from "../../../engine/release/index.ts";

export type NamedEdition<E extends Edition> =
  | { readonly kind: "draft" }
  | { readonly kind: "release"; readonly edition: E }
  | { readonly kind: "none"; readonly problem: string };

/** What a version, a day (ISO) or `draft` names among the releases of a set. */
export function editionNamed<E extends Edition>(editions: readonly E[], name: string, set: string): NamedEdition<E> {
  if (name === "draft") return { kind: "draft" };
  if (/^\d{4}-/.test(name)) {
    const found = editionInForce(editions, name, set);
    return found.problem === null
      ? { kind: "release", edition: found.edition }
      : { kind: "none", problem: found.problem };
  }
  const edition = editions.find(({ version }) => version === name);
  if (edition !== undefined) return { kind: "release", edition };
  return { kind: "none", problem: `There is no release ${name} of \`${set}\`.` };
}
