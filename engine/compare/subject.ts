import { answerOf, type CaseAnswer, caseAnswers, type Settled } from "./answers.ts";
import { TestWords } from "./inWords.ts";
import type { Renames, Sameness, Side } from "./matching/index.ts";
import { type Move, Moves } from "./moves.ts";
import { Stated } from "./openings.ts";
import { ask, assumesTheSame, formulasOf, type Question, type Subject } from "./question.ts";
import { type ComparedAs, verdictOf } from "./verdict.ts";
import { Telling, type When } from "./when.ts";
import { Witnesses } from "./witness.ts";

/** From one answer to another, the moves between their outcomes taken together. */
export interface Transition {
  readonly from: CaseAnswer;
  readonly to: CaseAnswer;
  /** `possible`: some move was found. `impossible`: proved of all. `not proved`: neither, because. */
  readonly state: "possible" | "impossible" | "not proved";
  readonly because: string | null;
  readonly moves: readonly Move[];
  /** Of decided answers. */
  readonly when: When | null;
  /** The facts that make the difference by not being documented. */
  readonly missing: readonly string[];
}

/** What became of what a service or a definition answers. */
export interface SubjectCompared {
  readonly verdict: ComparedAs;
  /** Of what is not proved. */
  readonly because: string | null;
  /** Every two different answers, and those of one answer whose outcomes moved. None where both versions are the same. */
  readonly transitions: readonly Transition[];
}

export interface Comparing {
  /** Nodes that the diagrams of one service or definition may take. */
  readonly budget: number;
  readonly shouldStop: () => boolean;
}

export const unchanged: SubjectCompared = { verdict: "same", because: null, transitions: [] };

export function compareSubject(of: Sameness, subject: Subject, renames: Renames, options: Comparing): SubjectCompared {
  if (of.asTheyStand(formulasOf(subject, "before", of.before.program), formulasOf(subject, "now", of.now.program)))
    return unchanged;
  if (options.shouldStop()) return notProved("The comparison was stopped.");
  const question = ask(of, subject, options.budget);
  if (question === null) return notProved(tooLarge(options.budget));
  const stated = new Stated(of);
  const moves = new Moves(
    question,
    stated,
    new Witnesses(of, subject, renames, options.shouldStop),
    options.shouldStop,
  );
  const isOverSame = isOverTheSame(of, question);
  if (isOverSame && moves.isSame) return unchanged;
  const all = moves.all();
  const ruling = isOverSame && !moves.hasLearned ? all.filter(isDecided) : all;
  const verdict = verdictOf(ruling, { before: reachable(question, "before"), now: reachable(question, "now") });
  const words = new TestWords(of);
  const telling = new Telling(of, subject, question, words, options.budget);
  return {
    verdict,
    because: verdict === "not proved" ? (all.find(({ state }) => state === "open")?.because ?? null) : null,
    transitions: transitionsOf(all, { telling, words }),
  };
}

/**
 * Both versions ask of the same quantities, under the same assumptions. Then completions say it all: what holds of each of them
 * holds of every case.
 */
function isOverTheSame(of: Sameness, { space, before, now }: Question): boolean {
  const support = new Set([...before.values(), ...now.values()].flatMap((node) => space.supportOf(node)));
  const changed = [...of.quantities.stricter.keys(), ...of.quantities.apart];
  const refused = before.get("contradictory") === now.get("contradictory");
  return (assumesTheSame(of) || refused) && changed.every((name) => !support.has(name));
}

function reachable(question: Question, side: Side): readonly Settled[] {
  return [...question[side]].flatMap(([each, region]) => (question.space.canBe(region) === false ? [] : [each]));
}

const isDecided = ({ from, to }: Move): boolean => from !== "not documented" && to !== "not documented";

function transitionsOf(all: readonly Move[], told: Told): readonly Transition[] {
  return caseAnswers.flatMap((from) =>
    caseAnswers.flatMap((to) => {
      const own = all.filter((move) => answerOf(move.from) === from && answerOf(move.to) === to);
      const isNone = own.every(({ state }) => state === "impossible");
      return own.length === 0 || (isNone && (from === to || !isOfMatrix(from) || !isOfMatrix(to)))
        ? []
        : [transition({ from, to }, own, told)];
    }),
  );
}

/** Of the others nothing is told where nothing moves. */
const isOfMatrix = (answer: CaseAnswer): boolean => answer !== "not addressed" && answer !== "contradictory";

interface Told {
  readonly telling: Telling;
  readonly words: TestWords;
}

type Ends = Pick<Transition, "from" | "to">;

function transition({ from, to }: Ends, own: readonly Move[], { telling, words }: Told): Transition {
  const found = own.filter(({ state }) => state === "found");
  const unsure = own.find(({ state }) => state === "open");
  const isOpen = from === "not documented" || to === "not documented";
  const missing = found.slice(0, 1).flatMap(({ open }) => open.map((name) => words.fact(name)));
  return {
    from,
    to,
    state: found.length > 0 ? "possible" : unsure === undefined ? "impossible" : "not proved",
    because: found.length > 0 ? null : (unsure?.because ?? null),
    moves: own.filter(({ state }) => state !== "impossible"),
    when: isOpen || own.every(({ state }) => state === "impossible") ? null : telling.when(from, to),
    missing: [...new Set(missing)],
  };
}

function notProved(because: string): SubjectCompared {
  return { verdict: "not proved", because, transitions: [] };
}

function tooLarge(budget: number): string {
  return `It combines its facts in too many ways: the diagrams of both versions do not fit into ${budget.toLocaleString("en")} nodes.`;
}
