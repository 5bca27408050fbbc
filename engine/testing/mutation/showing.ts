import type { GuidelineInSet } from "../../determine/index.ts";
import { type Assignment, nameIn, type SpacePart } from "../../logic/index.ts";
import type { Case } from "../../values/index.ts";
import {
  type Attempt,
  realise,
  type Realised,
  type Search,
  search,
  type WantedQuantity,
  type WitnessPart,
} from "../../witness/index.ts";
import { alsoSaying } from "./alsoSaying.ts";
import type { Between, Claim } from "./claims.ts";
import type { Difference } from "./differing.ts";
import { saidOf } from "./said.ts";
import type { Subject } from "./subjects.ts";
import type { Variant } from "./variants.ts";

/** A case on which a guideline and the guideline with a mistake come out differently, as the interpreter finds. */
export interface Shown {
  readonly case: Case;
  readonly subject: Subject;
  readonly before: string;
  readonly after: string;
}

export interface ShowingOptions {
  /** Drafts of a case that may be tried for one mistake, all its claims together. */
  readonly steps: number;
  readonly shouldStop: () => boolean;
}

/** Looks for a case that shows a mistake. `none`: proved, there is no such case. */
export function show(
  own: GuidelineInSet,
  variant: Variant,
  { space, parts, claims }: Extract<Difference, { kind: "claims" }>,
  options: ShowingOptions,
): Search<Shown> {
  let last: Search<Shown> = { kind: "none" };
  const counted = counting(options);
  for (const claim of claims) {
    const showing = new Showing(own, variant, parts, claim, counted);
    const found = search(space, claim.node, (assignment) => showing.attempt(assignment));
    if (found.kind === "found") return found;
    if (found.kind === "not found") last = found;
  }
  return last;
}

/** Every draft asks whether to stop: so they are counted. */
function counting({ steps, shouldStop }: ShowingOptions): ShowingOptions {
  let left = steps;
  return { steps, shouldStop: () => --left < 0 || shouldStop() };
}

class Showing {
  readonly #own: GuidelineInSet;
  readonly #variant: Variant;
  readonly #parts: readonly SpacePart[];
  readonly #claim: Claim;
  readonly #options: ShowingOptions;

  constructor(
    own: GuidelineInSet,
    variant: Variant,
    parts: readonly SpacePart[],
    claim: Claim,
    options: ShowingOptions,
  ) {
    this.#own = own;
    this.#variant = variant;
    this.#parts = parts;
    this.#claim = claim;
    this.#options = options;
  }

  attempt(assignment: Assignment): Attempt<Shown> {
    if (this.#options.shouldStop()) return { kind: "not shown" };
    const { between } = this.#claim;
    const made = between === null ? this.#realised(assignment) : this.#undecided(assignment, between);
    if (made.kind === "impossible") return this.#impossible(made);
    const { subject } = this.#claim;
    const before = saidOf(this.#own, subject, made.case);
    const after = saidOf(this.#variant, subject, made.case);
    if (before === null || after === null || before === after) return { kind: "not shown" };
    return { kind: "shown", shown: { case: made.case, subject, before, after } };
  }

  #realised(wanted: Assignment): Realised {
    const request = { id: "witness", title: "Witness", summary: "", service: this.#service() };
    return realise(this.#wantedOf(wanted), request, this.#options);
  }

  /** The record says both: one statement for each value. */
  #undecided(assignment: Assignment, { quantity, values }: Between): Realised {
    const [one, other] = values.map((value) => this.#realised(new Map([...assignment, [quantity, value]])));
    if (one?.kind !== "case" || other?.kind !== "case") return { kind: "impossible", quantities: [], proved: false };
    const fact = this.#parts[0]?.program.quantities.find(({ id }) => id === quantity)?.fact ?? "";
    return { kind: "case", case: alsoSaying(one.case, fact, other.case) };
  }

  /** What is left undocumented is no part of the assignment: that the rest cannot go with it proves nothing of the rest. */
  #impossible(found: { readonly quantities: readonly WantedQuantity[]; readonly proved: boolean }): Attempt<Shown> {
    const { open, between } = this.#claim;
    const names = found.quantities.map(({ part, quantity }) => this.#name(part, quantity));
    const besides = names.some((name) => open.has(name) || name === between?.quantity);
    return { kind: "impossible", quantities: names, proved: found.proved && !besides };
  }

  #name(part: number, quantity: string): string {
    const of = this.#parts[part];
    return of === undefined ? quantity : nameIn(of, quantity);
  }

  #service(): string {
    const { subject } = this.#claim;
    return subject.kind === "service" ? subject.key : (this.#own.guideline.services[0]?.key ?? "");
  }

  /** Of the mistaken guideline only what the other does not ask. */
  #wantedOf(wanted: Assignment): readonly WitnessPart[] {
    const [first, second] = this.#parts;
    if (first === undefined || second === undefined) throw new Error("A guideline is compared with its mistake");
    const own = idsWanted(first, wanted);
    const others = new Map([...wanted].filter(([name]) => !own.has(name)));
    const open = openIn(first, this.#claim.open);
    const left = new Set([...this.#claim.open].filter((name) => !open.has(name)));
    return [
      { guideline: this.#own.guideline, program: first.program, wanted: own, open },
      {
        guideline: this.#variant.guideline,
        program: second.program,
        wanted: idsWanted(second, others),
        open: openIn(second, left),
      },
    ];
  }
}

function openIn(part: SpacePart, names: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(part.program.quantities.flatMap(({ id }) => (names.has(nameIn(part, id)) ? [id] : [])));
}

/** What is wanted by the ids of one program. */
function idsWanted(part: SpacePart, wanted: Assignment): Assignment {
  return new Map(
    part.program.quantities.flatMap(({ id }) => {
      const values = wanted.get(nameIn(part, id));
      return values === undefined ? [] : [[id, values] as const];
    }),
  );
}
