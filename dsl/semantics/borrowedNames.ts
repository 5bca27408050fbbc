import type { Environment, Named } from "./environment.ts";

/** Names that a guideline takes from others of its set, for its phrases. */
export interface BorrowedNames extends Pick<Environment, "names" | "scales" | "codeLists" | "beyond" | "incomplete"> {
  /** The guidelines that declare them, by key. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** Equal when every phrase reads the same with these names. */
  readonly signature: string;
}

export interface Origin {
  readonly title: string;
  readonly file: string;
}

/** A name as it is told of: ``fact of `Shared definitions` ``. */
export function kindOfBorrowed({ kind }: Pick<Named, "kind">, { title }: Origin): string {
  return `${kind === "subset" ? "definition" : kind} of \`${title}\``;
}
