import type { GuidelineInSet } from "../../determine/index.ts";
import { type CountedTest, ended, type NotCounted, type Steps, type TestableSet, testsOf } from "../index.ts";
import { differenceOf } from "./differing.ts";
import { Killing } from "./killing.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import { placesOf } from "./places.ts";
import { type Shown, show } from "./showing.ts";
import { type Variant, variantOf } from "./variants.ts";

export interface MutationOptions {
  /** Nodes that the comparison of a guideline with one mistake may need. */
  readonly budget: number;
  /** Drafts of a case that may be tried to show one mutant. */
  readonly steps: number;
  /** Places in criteria that may be gone through, once for each mutant of their guideline: the rest is undecided. */
  readonly work: number;
  /** Whether the mutants of a guideline are wanted, by its file. */
  readonly isAsked: (file: string) => boolean;
  /** Asked between mutants, and while a case is looked for. */
  readonly shouldStop: () => boolean;
  readonly progress: (done: number, of: number) => void;
}

/** What became of one mutant. */
export type Fate =
  /** A case or example whose expectation a person or a text gave fails with it. */
  | { readonly kind: "killed"; readonly by: Pick<CountedTest, "path"> & { readonly case: string } }
  /** Proved: no case comes out otherwise. */
  | { readonly kind: "equivalent" }
  | { readonly kind: "undecided"; readonly because: string }
  | { readonly kind: "survived"; readonly witness: Shown; readonly of: GuidelineInSet }
  /** It does not compile, or leaves no case possible: its author would see that at once. */
  | { readonly kind: "not viable" };

export interface MutantMet {
  readonly mutant: Mutant;
  readonly fate: Fate;
}

export interface Mutation {
  readonly met: readonly MutantMet[];
  /** Cases and examples that were not asked. */
  readonly notCounted: readonly NotCounted[];
  /** Whether it was stopped before every mutant was looked at; the rest is undecided. */
  readonly stopped: boolean;
}

const usually: MutationOptions = {
  budget: 100_000,
  steps: 2_000,
  work: 20_000_000,
  isAsked: () => true,
  shouldStop: () => false,
  progress: () => {},
};

/** Makes every mistake there is an operator for, one at a time, and looks whether a test of the set fails. */
export function mutate(set: TestableSet, options: Partial<MutationOptions> = {}): Mutation {
  return ended(mutating(set, options));
}

/** As `mutate`, a mutant a step. */
export function* mutating(set: TestableSet, options: Partial<MutationOptions> = {}): Steps<Mutation> {
  const whole = { ...usually, ...options };
  const mutants = mutantsOf(set.guidelines).filter(({ file }) => whole.isAsked(file));
  const { counted, notCounted } = testsOf(set);
  const meeting = new Meeting(new Killing(set, counted), whole);
  const met: MutantMet[] = [];
  let stopped = false;
  let work = whole.work;
  for (const mutant of mutants) {
    whole.progress(met.length, mutants.length);
    stopped ||= whole.shouldStop();
    work -= sizeOf(mutant);
    const isLeftOut = stopped || work < 0;
    met.push({ mutant, fate: isLeftOut ? (stopped ? notLookedAt : tooMuch) : meeting.fateOf(mutant) });
    yield;
  }
  whole.progress(mutants.length, mutants.length);
  return { met, notCounted, stopped };
}

function sizeOf({ edits }: Mutant): number {
  return [...edits.keys()].reduce((sum, { guideline }) => sum + placesOf(guideline).length, 0);
}

const tooMuch: Fate = {
  kind: "undecided",
  because: "it was not looked at: the guideline is too large for so many mutants",
};

const notLookedAt: Fate = { kind: "undecided", because: "it was stopped before" };

/** Quantities of one fact are taken to be independent while it is open, so that a case may tell apart what no fact can. */
const onlyInPart = "no case that documents all of it shows it, but one that leaves facts open might";

class Meeting {
  readonly #killing: Killing;
  readonly #options: MutationOptions;

  constructor(killing: Killing, options: MutationOptions) {
    this.#killing = killing;
    this.#options = options;
  }

  fateOf({ edits }: Mutant): Fate {
    const variants = new Map<GuidelineInSet, Variant>();
    for (const [own, edit] of edits) {
      const variant = variantOf(own, edit);
      if (variant === null) return { kind: "not viable" };
      variants.set(own, variant);
    }
    const killer = this.#killing.killerOf(variants);
    if (killer !== null) return { kind: "killed", by: { path: killer.path, case: killer.case.title } };
    return this.#unkilled(variants);
  }

  /** One text may mean something in several guidelines: it must make no difference in any of them. */
  #unkilled(variants: ReadonlyMap<GuidelineInSet, Variant>): Fate {
    let because: string | null = null;
    for (const [own, variant] of servicesFirst(variants)) {
      const difference = differenceOf(own, variant, this.#options.budget);
      if (difference.kind === "undecided") {
        because ??= difference.because;
        continue;
      }
      const shown = show(own, variant, difference, this.#options);
      if (shown.kind === "found") return { kind: "survived", witness: shown.shown, of: own };
      if (shown.kind === "not found") because ??= shown.because;
      if (shown.kind === "none" && difference.claims.length > 0) because ??= onlyInPart;
    }
    return because === null ? { kind: "equivalent" } : { kind: "undecided", because };
  }
}

/** A case asks for a service: it can only show what a guideline that decides on services makes of a text. */
function servicesFirst(
  variants: ReadonlyMap<GuidelineInSet, Variant>,
): readonly (readonly [GuidelineInSet, Variant])[] {
  return [...variants].toSorted(([a], [b]) => Number(isSilent(a)) - Number(isSilent(b)));
}

const isSilent = ({ guideline }: GuidelineInSet): boolean => guideline.services.length === 0;
