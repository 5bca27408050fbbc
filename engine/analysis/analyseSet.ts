import type { GuidelineSet } from "../set/index.ts";
import { guidelineQuestions } from "./guidelineQuestions.ts";
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
  return { asked, unread: set.unread, kept };
}

function readsOf(set: GuidelineSet): readonly Read[] {
  return set.guidelines.flatMap(({ path }) => {
    const reading = set.readings.get(path);
    return reading?.kind === "guideline" ? [reading.analysis] : [];
  });
}
