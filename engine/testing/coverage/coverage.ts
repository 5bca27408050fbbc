import type { GuidelineInSet } from "../../determine/index.ts";
import type { Formula } from "../../ir/index.ts";
import { type CountedTest, ended, type Steps, type TestableSet, testsOf } from "../index.ts";
import { Possibility } from "./possibility.ts";
import type { Coverage, CoveredCriterion, Obligation, ObligationState, SeenIn } from "./report.ts";
import { type Required, requiredOf } from "./required.ts";
import type { Sight } from "./sight.ts";
import { type Sighting, sightingsOf } from "./sightings.ts";

export interface CoverageOptions {
  /** Nodes that what is asked of one criterion may need. */
  readonly budget: number;
  /** Whether the criteria of a guideline are wanted, by its file. */
  readonly isAsked: (file: string) => boolean;
  /** Asked between obligations. */
  readonly shouldStop: () => boolean;
  readonly progress: (done: number, of: number) => void;
}

const usually: CoverageOptions = {
  budget: 100_000,
  isAsked: () => true,
  shouldStop: () => false,
  progress: () => {},
};

/** What the cases and examples of a set show of its criteria, and what no case can show. */
export function coverage(set: TestableSet, options: Partial<CoverageOptions> = {}): Coverage {
  return ended(covering(set, options));
}

/** As `coverage`, an obligation a step. */
export function* covering(set: TestableSet, options: Partial<CoverageOptions> = {}): Steps<Coverage> {
  const { counted, notCounted } = testsOf(set);
  const { found, stopped } = yield* lookedFor(set, counted, { ...usually, ...options });
  return { criteria: together(found), notCounted, stopped };
}

/** What no case shows yet, though one may; an obligation a step. */
export function* openSights(set: TestableSet, options: Partial<CoverageOptions> = {}): Steps<readonly Missing[]> {
  const { found } = yield* lookedFor(set, testsOf(set).counted, { ...usually, ...options });
  const covered = new Set(found.flatMap((each) => (each.state.kind === "covered" ? [nameOf(each.required)] : [])));
  return found.filter(({ state, required }) => state.kind === "open" && !covered.has(nameOf(required)));
}

/** One thing that cases are to show of a guideline, and what of it none shows: one of each of these alternatives. */
export interface Missing {
  readonly own: GuidelineInSet;
  readonly required: Required;
  readonly missing: readonly (readonly Sight[])[];
}

interface Found extends Missing {
  readonly state: ObligationState;
}

interface LookedFor {
  readonly found: readonly Found[];
  readonly stopped: boolean;
}

function* lookedFor(
  set: TestableSet,
  counted: readonly CountedTest[],
  { budget, isAsked, shouldStop, progress }: CoverageOptions,
): Steps<LookedFor> {
  const asked = set.guidelines
    .flatMap((own) => requiredOf(own).map((required) => ({ own, required })))
    .filter(({ required: { file } }) => isAsked(file));
  const looking = new Looking(sightingsOf(set, counted), budget);
  let stopped = false;
  const found: Found[] = [];
  for (const { own, required } of asked) {
    progress(found.length, asked.length);
    stopped ||= shouldStop();
    const seen = stopped ? { missing: [], state: notLookedAt } : looking.foundOf(own, required);
    found.push({ own, required, ...seen });
    yield;
  }
  progress(asked.length, asked.length);
  return { found, stopped };
}

const notLookedAt: ObligationState = { kind: "undecided", because: "it was stopped before" };

class Looking {
  readonly #sightings: ReadonlyMap<GuidelineInSet, readonly Sighting[]>;
  readonly #budget: number;
  /** Of the criterion asked about last: its obligations come one after the other. */
  #last: { readonly formulas: readonly Formula[]; readonly possibility: Possibility } | null = null;

  constructor(sightings: ReadonlyMap<GuidelineInSet, readonly Sighting[]>, budget: number) {
    this.#sightings = sightings;
    this.#budget = budget;
  }

  foundOf(own: GuidelineInSet, { sights, formulas }: Required): Pick<Found, "missing" | "state"> {
    const seen = sights.map((alternatives) => this.#firstSeeing(own, alternatives));
    const by = seen.filter((each) => each !== null);
    if (by.length === sights.length) return { missing: [], state: { kind: "covered", by } };
    const missing = sights.filter((_, at) => seen[at] === null);
    return { missing, state: this.#possibility(own, formulas).of(missing) };
  }

  #possibility(own: GuidelineInSet, formulas: readonly Formula[]): Possibility {
    const isSame = formulas.every((formula, at) => this.#last?.formulas[at] === formula);
    const possibility = (isSame ? this.#last?.possibility : undefined) ?? new Possibility(own, formulas, this.#budget);
    this.#last = { formulas, possibility };
    return possibility;
  }

  #firstSeeing(own: GuidelineInSet, alternatives: readonly Sight[]): SeenIn | null {
    const found = this.#sightings
      .get(own)
      ?.find((sighting) => alternatives.some((sight) => sight.sees(own.compiled, sighting)));
    return found === undefined ? null : { case: found.test.case.title, path: found.test.path };
  }
}

/** What one guideline takes from another is one text: what is shown in either is shown. */
function together(found: readonly Found[]): readonly CoveredCriterion[] {
  const criteria = Map.groupBy(found, ({ required }) => criterionOf(required));
  return [...criteria.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const { criterion, kind, file, whole } = first.required;
    const obligations = Map.groupBy(all, ({ required }) => nameOf(required));
    return [{ criterion, kind, file, span: whole, obligations: [...obligations.values()].flatMap(oneOf) }];
  });
}

const criterionOf = ({ file, criterion, whole }: Required): string => [file, whole.start, criterion].join("\n");

const nameOf = (required: Required): string => [criterionOf(required), required.span.start, required.what].join("\n");

function oneOf(all: readonly Found[]): readonly Obligation[] {
  const [first] = all;
  if (first === undefined) return [];
  const best = ranked.flatMap((kind) => all.filter(({ state }) => state.kind === kind))[0] ?? first;
  return [{ what: first.required.what, span: first.required.span, state: best.state }];
}

/** Impossible only where it is so everywhere. */
const ranked = ["covered", "open", "undecided", "impossible"] as const;
