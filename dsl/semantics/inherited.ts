import type { Declaration, DeclarationOf } from "../syntax/index.ts";
import type { AnalysedPart, InheritedPart, SharedFile } from "./analysis.ts";
import type { Environment } from "./environment.ts";
import type { Link } from "./links.ts";
import { placedIn } from "./placed.ts";
import { nameKey, runText } from "./names.ts";
import { reasonOf, takesAway } from "./reasons.ts";
import { resolve } from "./resolve.ts";

/** The guideline that a `changes` line names. */
export interface Base {
  readonly link: Link;
  readonly from: SharedFile;
}

/** A declaration with its text. */
export type Stated = Pick<AnalysedPart, "chunk" | "declaration">;

export type Sourced = Pick<InheritedPart, "file" | "chunk" | "parsed" | "declaration">;

/** All that an overlay may change: what its base declares, and what that one takes over itself. */
export function statedByBase(base: Base | null): readonly Sourced[] {
  if (base === null) return [];
  const { parts, inherited, source } = base.from;
  const own = parts.map(({ chunk, parsed, declaration }) => ({ file: source.name, chunk, parsed, declaration }));
  return [...inherited, ...own].filter(({ declaration }) => isPassedOn(declaration));
}

/** Examples test the base itself; an order of authority is the set's. */
function isPassedOn(declaration: Declaration): boolean {
  return !["example", "authority", "unknown"].includes(declaration.kind) && !takesAway(declaration);
}

/** What stays of the base beside the overlay's own declarations. */
export function staying(base: readonly Sourced[], own: readonly Stated[]): readonly Sourced[] {
  if (base.length === 0) return [];
  const names = new Set(own.flatMap(({ declaration }) => nameOf(declaration) ?? []));
  return base.filter((one) =>
    one.declaration.kind === "recommendation"
      ? !own.some((other) => replaces(other, one))
      : !names.has(nameOf(one.declaration) ?? ""),
  );
}

/** The name a declaration gives, as names are compared; `null` for those that give none. */
export function nameOf(declaration: Declaration): string | null {
  return "name" in declaration ? nameKey(runText(declaration.name)) : null;
}

/** `changed because`: instead of all that the base says of the service in this way. `taken away because`: of these words. */
export function replaces(own: Stated, base: Stated): boolean {
  const [one, other] = [own.declaration, base.declaration];
  if (one.kind !== "recommendation" || other.kind !== "recommendation") return false;
  if (one.relation !== other.relation || nameKey(runText(one.service)) !== nameKey(runText(other.service)))
    return false;
  if (reasonOf(one, "changed because") !== null) return true;
  return takesAway(one) && nameKey(criterionText(one, own)) === nameKey(criterionText(other, base));
}

/** The words of a recommendation's criterion, single-spaced. */
export function criterionText(
  { criterion }: DeclarationOf<"recommendation">,
  { chunk }: Pick<Stated, "chunk">,
): string {
  return chunk.text.slice(criterion.span.start, criterion.span.end).replaceAll(/\s+/g, " ");
}

/** What stays of the base, read with the names of the overlay: a fact that is changed changes every phrase about it. */
export function resolveInherited(
  stay: readonly Sourced[],
  environment: Environment,
  previous: { readonly inherited: readonly InheritedPart[]; readonly environment: Environment } | undefined,
): readonly InheritedPart[] {
  const same = previous?.environment.signature === environment.signature;
  const known = new Map(same ? previous.inherited.map((part) => [part.parsed, part]) : []);
  return stay.map((one) => {
    const before = known.get(one.parsed);
    if (before?.chunk.start === one.chunk.start && before.file === one.file) return before;
    const resolved = resolve(one.declaration, one.chunk.text, environment, one.parsed.problems.length > 0);
    return { ...one, resolved, placed: placedIn(one.file, resolved, one.chunk.start) };
  });
}
