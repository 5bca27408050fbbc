import { interpret } from "../evaluate/index.ts";
import type { Assignment } from "../logic/index.ts";
import { requestedService } from "../determine/index.ts";
import type { SetGuideline } from "../set/index.ts";
import type { Case, RequestedService, ValueSet } from "../values/index.ts";
import { reduceCase } from "../values/reduce/index.ts";
import { type Attempt, realise, type WantedQuantity } from "../witness/index.ts";
import type { Settled } from "./answers.ts";
import type { Renames, Sameness, Side } from "./matching/index.ts";
import type { Opening } from "./openings.ts";
import type { Subject } from "./question.ts";

/** A case that shows a move: replayed by the interpreter in both versions, with what its completions come to in each. */
export interface Witness {
  readonly case: Case;
  readonly before: readonly Settled[];
  readonly now: readonly Settled[];
  /** Of a version that is not in force on the service date of the case: a day on which it is, as of which it was asked. */
  readonly asOf: Readonly<Record<Side, string | null>>;
}

/** Drafts of cases that may be reduced, for one case, one move, and all of a subject: most take a few. */
const stepsOfOne = 600;
const stepsOfMove = 1_500;
const mostSteps = 6_000;

/** Makes cases that two versions of a guideline are both asked about. */
export class Witnesses {
  readonly #of: Sameness;
  readonly #subject: Subject;
  readonly #renamed: ReadonlyMap<string, string>;
  readonly #shouldStop: () => boolean;
  #steps = 0;
  #stepsOfMove = 0;

  constructor(of: Sameness, subject: Subject, renames: Renames, shouldStop: () => boolean) {
    this.#of = of;
    this.#subject = subject;
    this.#renamed = new Map([...renames].map(([key, { key: now }]) => [now, key]));
    this.#shouldStop = shouldStop;
  }

  /** Whether making cases has taken all the work that one move, or all of a service or definition, may take. */
  get isSpent(): boolean {
    return this.#steps >= mostSteps || this.#stepsOfMove >= stepsOfMove;
  }

  /** The next cases are for another move. */
  beginMove(): void {
    this.#stepsOfMove = 0;
  }

  /** A case of these values that leaves open what the opening says, if it comes out as wanted. */
  attempt(assignment: Assignment, opening: Opening, isShown: (witness: Witness) => boolean): Attempt<Witness> {
    const wanted = (side: Side): ReadonlyMap<string, ValueSet> => this.#wanted(side, assignment, opening);
    const open = (side: Side): ReadonlySet<string> => this.#open(side, opening);
    const realised = realise(
      [
        { ...asWritten(this.#of.before.of), wanted: wanted("before"), open: open("before") },
        { ...asWritten(this.#of.now.of), wanted: wanted("now"), open: open("now") },
      ],
      this.#request(),
      { renamed: this.#renamed, steps: stepsOfOne, shouldStop: () => this.#counted() },
    );
    if (realised.kind === "impossible") return this.#impossible(realised, open);
    const shown = this.replayed(realised.case);
    return isShown(shown) ? { kind: "shown", shown } : { kind: "not shown" };
  }

  replayed(of: Case): Witness {
    const asked = this.#askedInBoth(of);
    return {
      case: asked,
      before: this.#comesTo("before", asked),
      now: this.#comesTo("now", asked),
      asOf: { before: asOf(this.#of.before.of, asked), now: asOf(this.#of.now.of, asked) },
    };
  }

  /** Asked before each step. */
  #counted(): boolean {
    this.#steps += 1;
    this.#stepsOfMove += 1;
    return this.isSpent || this.#shouldStop();
  }

  #request() {
    const { kind, now } = this.#subject;
    const [first] = this.#of.now.of.guideline.services;
    const service = kind === "service" ? now : (first?.key ?? now);
    return { id: `witness-${now}`, title: `A case for ${now}`, summary: "", service };
  }

  #wanted(side: Side, assignment: Assignment, opening: Opening): ReadonlyMap<string, ValueSet> {
    const open = new Set(opening[side]);
    return new Map(
      this.#quantities(side).flatMap(({ name, id }) => {
        const values = open.has(name) ? undefined : assignment.get(name);
        return values === undefined ? [] : [[id, values] as const];
      }),
    );
  }

  #open(side: Side, opening: Opening): ReadonlySet<string> {
    const open = new Set(opening[side]);
    return new Set(this.#quantities(side).flatMap(({ name, id }) => (open.has(name) ? [id] : [])));
  }

  /** Of each quantity its shared name, and its id in the guideline as it is written. */
  #quantities(side: Side): readonly { readonly name: string; readonly id: string }[] {
    const { written } = this.#of[side];
    return [...this.#of.quantities[side]].map(([id, name]) => ({ name, id: written.get(id) ?? id }));
  }

  /** What is open is no part of the values tried: of that nothing is learned. */
  #impossible(
    { quantities, proved }: { readonly quantities: readonly WantedQuantity[]; readonly proved: boolean },
    open: (side: Side) => ReadonlySet<string>,
  ): Attempt<Witness> {
    const sides = quantities.map(({ part, quantity }) => ({ side: part === 0 ? "before" : "now", quantity }) as const);
    if (sides.some(({ side, quantity }) => open(side).has(quantity)))
      return { kind: "impossible", quantities: [], proved: false };
    const names = sides.flatMap(({ side, quantity }) =>
      this.#quantities(side).flatMap(({ name, id }) => (id === quantity ? [name] : [])),
    );
    return { kind: "impossible", quantities: [...new Set(names)], proved };
  }

  /** A service that is called otherwise in one version is asked for by both names. */
  #askedInBoth(of: Case): Case {
    const [request] = of.requests;
    if (request === undefined || this.#subject.kind === "definition") return of;
    const missing = (["before", "now"] as const).filter((side) => this.#requestFor(side, of) === null);
    const more = missing.map((side): RequestedService => ({ ...request, service: this.#itemOf(side), code: null }));
    return more.length === 0 ? of : { ...of, requests: [...of.requests, ...more] };
  }

  #itemOf(side: Side): string {
    const service = this.#of[side].of.guideline.services.find(({ key }) => key === this.#subject[side]);
    return service?.items[0]?.name ?? service?.name ?? this.#subject[side];
  }

  #requestFor(side: Side, { requests }: Case): RequestedService | null {
    const { guideline } = this.#of[side].of;
    return requests.find((each) => requestedService(guideline, each)?.key === this.#subject[side]) ?? null;
  }

  #comesTo(side: Side, of: Case): readonly Settled[] {
    const { guideline, compiled } = this.#of[side].of;
    const request = (this.#subject.kind === "service" ? this.#requestFor(side, of) : null) ?? of.requests[0];
    if (request === undefined) throw new Error("A witness asks for something");
    const known = reduceCase(guideline, compiled.program, of, request).value;
    const answers = interpret(compiled.program);
    if (this.#subject.kind === "service") {
      const possible = answers.outcomes(this.#subject[side], known);
      return possible.length === 0 ? ["contradictory"] : possible;
    }
    const answer = answers.answer(this.#subject[side], known);
    return answer === "not documented" ? ["met", "not met"] : [answer];
  }
}

function asOf({ guideline: { effective } }: SetGuideline, { dates }: Case): string | null {
  const day = dates["service date"];
  const isInForce = (effective.from ?? day) <= day && day <= (effective.to ?? day);
  return isInForce ? null : (effective.from ?? effective.to);
}

function asWritten({ guideline, compiled }: SetGuideline) {
  return { guideline, program: compiled.program };
}
