import { type Assignment, FALSE, type NodeId, type Space, TOO_LARGE } from "../logic/index.ts";

/** What came of making a case of values that the logic allows. */
export type Attempt<Shown> =
  | { readonly kind: "shown"; readonly shown: Shown }
  /** These of the quantities cannot have their values together. `proved`: no case gives them so; else none was found. */
  | { readonly kind: "impossible"; readonly quantities: readonly string[]; readonly proved: boolean }
  /** A case was made, and does not come out as claimed. */
  | { readonly kind: "not shown" };

export type Search<Shown> =
  | { readonly kind: "found"; readonly shown: Shown }
  /** Proved: no case shows it. */
  | { readonly kind: "none" }
  | { readonly kind: "not found"; readonly because: string };

/** Attempts after which a search gives up; most claims are shown by the first. */
const mostAttempts = 40;

/**
 * Looks for a case that shows what a node of the space claims. The space takes quantities to be independent, cases do not: what
 * `attempt` proves impossible is learned by the space, for this search and for all later ones, and the search goes on with what is left.
 */
export function search<Shown>(
  space: Space,
  node: NodeId,
  attempt: (assignment: Assignment) => Attempt<Shown>,
): Search<Shown> {
  return new Searching(space, node, attempt).run();
}

class Searching<Shown> {
  readonly #space: Space;
  readonly #attempt: (assignment: Assignment) => Attempt<Shown>;
  /** Without what was tried in vain. */
  #left: NodeId;
  #tried = 0;
  #inVain = 0;

  constructor(space: Space, node: NodeId, attempt: (assignment: Assignment) => Attempt<Shown>) {
    this.#space = space;
    this.#left = node;
    this.#attempt = attempt;
  }

  run(): Search<Shown> {
    for (let next = this.#next(); next !== null; next = this.#next()) {
      if (this.#tried === mostAttempts) return this.#notFound();
      this.#tried += 1;
      const attempted = this.#attempt(next);
      if (attempted.kind === "shown") return { kind: "found", shown: attempted.shown };
      this.#leaveOut(next, attempted);
    }
    const possibly = this.#space.all([this.#space.possible, this.#left]);
    if (possibly === TOO_LARGE) return { kind: "not found", because: "What it rests on has too many combinations." };
    return possibly === FALSE && this.#inVain === 0 ? { kind: "none" } : this.#notFound();
  }

  #next(): Assignment | null {
    return this.#space.satisfying(this.#left).next().value ?? null;
  }

  #leaveOut(tried: Assignment, attempted: Exclude<Attempt<Shown>, { kind: "shown" }>): void {
    if (attempted.kind === "impossible") {
      const together = only(tried, attempted.quantities);
      if (attempted.proved && together.size > 0) return this.#space.forbid(together);
      this.#drop(together.size > 0 ? together : tried);
    } else this.#drop(tried);
  }

  #drop(tried: Assignment): void {
    this.#inVain += 1;
    this.#left = this.#space.all([this.#left, this.#space.not(this.#space.where(tried))]);
  }

  #notFound(): Search<Shown> {
    const times = this.#tried === 1 ? "One combination" : `${this.#tried} combinations`;
    return {
      kind: "not found",
      because: `${times} of values would show it, and none could be made into a case.`,
    };
  }
}

function only(assignment: Assignment, quantities: readonly string[]): Assignment {
  return new Map(quantities.flatMap((id) => (assignment.has(id) ? [[id, assignment.get(id) ?? []] as const] : [])));
}
