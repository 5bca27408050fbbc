import type { GuidelineInSet } from "../../determine/index.ts";
import { type SettledOutcome, settledOutcomes } from "../../ir/index.ts";
import { Space } from "../../logic/index.ts";
import { outcomeGoals } from "../../ir/index.ts";
import type { Case, Outcome } from "../../values/index.ts";
import { openSights } from "../coverage/index.ts";
import { ended, type Steps, type TestableSet } from "../index.ts";
import { type MutantMet, mutating } from "../mutation/index.ts";
import { type Chosen, fewestCases } from "./chosen.ts";
import { type Item, mutantItem, obligationItem, toldApart } from "./items.ts";

/** A case that nobody has answered yet, offered as a question. */
export interface Suggestion {
  /** Without an expectation: a person fills it in, and says which text it comes from. */
  readonly case: Case;
  /** The file of the guideline it is about. */
  readonly file: string;
  readonly question: string;
  /** What the guideline may say of such a service at all. */
  readonly answers: readonly Outcome[];
  /** Mutants it would tell apart, and obligations it would close, in words. */
  readonly closes: readonly { readonly kind: Item["kind"]; readonly what: string }[];
}

export interface Suggestions {
  readonly cases: readonly Suggestion[];
  /** What no case was found for. */
  readonly open: readonly { readonly kind: Item["kind"]; readonly what: string; readonly file: string }[];
  readonly stopped: boolean;
}

export interface SuggestOptions {
  readonly isAsked: (file: string) => boolean;
  readonly shouldStop: () => boolean;
  readonly progress: (done: number, of: number) => void;
}

const usually: SuggestOptions = { isAsked: () => true, shouldStop: () => false, progress: () => {} };

/** The fewest cases that were found to close, together, what coverage and mutation leave open. */
export function suggestCases(set: TestableSet, options: Partial<SuggestOptions> = {}): Suggestions {
  return ended(suggesting(set, options));
}

/** As `suggestCases`: a mutant, an obligation and at last a guideline a step. */
export function* suggesting(set: TestableSet, options: Partial<SuggestOptions> = {}): Steps<Suggestions> {
  const whole = { ...usually, ...options };
  const mutation = yield* mutating(set, whole);
  const sights = yield* openSights(set, { isAsked: whole.isAsked, shouldStop: whole.shouldStop });
  const found: Pick<Suggestions, "cases" | "open">[] = [];
  for (const own of set.guidelines) {
    if (own.guideline.services.length === 0 || whole.shouldStop()) continue;
    const survivors = mutation.met.filter(({ fate }) => fate.kind === "survived" && fate.of === own);
    const mutants = survivors.slice(0, mostAtOnce).flatMap((met) => mutantItem(own, met) ?? []);
    const obligations = sights
      .filter((each) => each.own === own)
      .flatMap((each) => each.missing.map((alternatives) => obligationItem(own, each, alternatives)));
    const now = suggestionsFor(own, [...mutants, ...obligations.slice(0, mostAtOnce)]);
    const later = [...survivors.slice(mostAtOnce).map(asOpen), ...obligations.slice(mostAtOnce)];
    const { file } = own.guideline;
    found.push({ ...now, open: [...now.open, ...later.map(({ kind, closes }) => ({ kind, what: closes, file }))] });
    yield;
  }
  return {
    cases: found.flatMap(({ cases }) => cases),
    open: found.flatMap(({ open }) => open),
    stopped: mutation.stopped || whole.shouldStop(),
  };
}

/** Of a guideline, mutants and as many obligations: of more it is told that no case was found, until these are answered. */
const mostAtOnce = 250;

const asOpen = ({ mutant }: MutantMet): Pick<Item, "kind" | "closes"> => ({
  kind: "mutant",
  closes: toldApart(mutant),
});

function suggestionsFor(own: GuidelineInSet, items: readonly Item[]): Pick<Suggestions, "cases" | "open"> {
  const chosen = items.length === 0 ? [] : fewestCases(own, items);
  const shown = new Set(chosen.flatMap(({ shows }) => shows));
  const { file } = own.guideline;
  return {
    cases: chosen.map((each, at) => suggestion(own, items, each, at + 1)),
    open: items.filter((_, at) => !shown.has(at)).map(({ kind, closes }) => ({ kind, what: closes, file })),
  };
}

function suggestion(own: GuidelineInSet, items: readonly Item[], chosen: Chosen, number: number): Suggestion {
  const { title, file } = own.guideline;
  const asked = chosen.case.requests[0]?.service ?? chosen.service;
  const closes = [...new Map(chosen.shows.flatMap((at) => itemAt(items, at)))].map(([what, kind]) => ({ kind, what }));
  return {
    case: { ...chosen.case, id: `suggested-${number}`, title: `${title}: to be answered, ${number}` },
    file,
    question: `What should \`${title}\` say of ${asked} here?`,
    answers: [...outcomesOf(own, chosen.service), "information needed"],
    closes,
  };
}

function itemAt(items: readonly Item[], at: number): readonly (readonly [string, Item["kind"]])[] {
  const item = items[at];
  return item === undefined ? [] : [[item.closes, item.kind]];
}

/** Those that are not proved impossible. */
function outcomesOf({ compiled: { program } }: GuidelineInSet, service: string): readonly SettledOutcome[] {
  const formulas = outcomeGoals(program, service).flatMap(([, goals]) => goals.map(({ formula }) => formula));
  const space = new Space([{ program, formulas }]);
  return settledOutcomes.filter((outcome) => space.canBe(space.outcome(program, service, outcome)) !== false);
}
