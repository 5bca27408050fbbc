import type { GuidelineSet } from "../set/index.ts";
import { acceptancesOfNothing, withAcceptances } from "./acceptances.ts";
import { conflictsBetween } from "./conflictsBetween.ts";
import { guidelineQuestions } from "./guidelineQuestions.ts";
import { partsOf } from "./parts.ts";
import type { Asked } from "./question.ts";
import { KeptAnswers } from "./units.ts";
import type { Read } from "./unused.ts";

export interface AnalysisOptions {
  /** Nodes that the diagrams of one criterion, table or service may need. */
  readonly budget: number;
  /** The board before an edit: what asks the same as then is not asked again. */
  readonly previous?: ProofBoard;
  /** Asked again and again; once it says so, what was not asked yet stays open. */
  readonly shouldStop: () => boolean;
  /** After each guideline: how many of all are done. */
  readonly progress: (done: number, all: number) => void;
}

/** What was asked of a set without any case, what is proved, what was found and what is open. */
export interface ProofBoard {
  /** By guideline, in the order of their paths. */
  readonly asked: readonly Asked[];
  /** Paths of guidelines that are not understood, so that nothing is known of them. */
  readonly unread: readonly string[];
  /** For the next analysis. */
  readonly kept: KeptAnswers;
}

const usually: AnalysisOptions = { budget: 20_000, shouldStop: () => false, progress: () => undefined };

export function analyseSet(set: GuidelineSet, options: Partial<AnalysisOptions> = {}): ProofBoard {
  const { budget, previous, shouldStop, progress } = { ...usually, ...options };
  const kept = new KeptAnswers(previous?.kept, shouldStop);
  const reads = readsOf(set);
  const asked = reads.flatMap((read, at) => {
    const others = reads.filter((each) => each !== read);
    const answers = guidelineQuestions(read, others, kept, budget);
    progress(at + 1, reads.length);
    return answers;
  });
  const between = shouldStop()
    ? []
    : conflictsBetween(
        reads.map(({ value }) => value),
        budget,
      );
  const answers = [...asked, ...keptBetween(reads, between)];
  return { asked: [...answers, ...neededNoMore(reads, answers)], unread: set.unread, kept };
}

/** The guideline that comes later may keep it. */
function keptBetween(reads: readonly Read[], between: readonly Asked[]): readonly Asked[] {
  return between.flatMap((each) => {
    const own = reads.find(({ value }) => value.file === each.question.subject.file);
    return own === undefined ? [each] : withAcceptances(partsOf(own.value), [each]);
  });
}

function neededNoMore(reads: readonly Read[], answers: readonly Asked[]): readonly Asked[] {
  return reads.flatMap(({ value }) => {
    if (value.acceptances.length === 0) return [];
    const own = answers.filter(({ question }) => question.subject.file === value.file);
    return acceptancesOfNothing(partsOf(value), own);
  });
}

function readsOf(set: GuidelineSet): readonly Read[] {
  return set.guidelines.flatMap(({ path }) => {
    const reading = set.readings.get(path);
    return reading?.kind === "guideline" ? [reading.analysis] : [];
  });
}
