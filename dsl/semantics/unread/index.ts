import type { Fix, Problem } from "../../diagnostic/index.ts";
import type { Span } from "../../source/index.ts";
import type { Word } from "../../syntax/index.ts";
import type { Environment } from "../environment.ts";
import type { Reading } from "../reading.ts";
import { amountFirst } from "./amountFirst.ts";
import { askedOfTheCase } from "./askedOfTheCase.ts";
import { bareAmount } from "./bareAmount.ts";
import { betweenBounds } from "./betweenBounds.ts";
import { valuesJoinedByOr } from "./choices.ts";
import { lowerCaseConnective } from "./connectives.ts";
import { datesApart } from "./datesApart.ts";
import { denied } from "./denied.ts";
import { bareDocumented, documentedAmount, documentedNoFact } from "./documented.ts";
import { afterEmptyWords } from "./emptyLead.ts";
import { leadingEmptyWords } from "./emptyWords.ts";
import { otherJoint } from "./joints.ts";
import { lastMonths } from "./lastMonths.ts";
import { listWithoutItems } from "./list.ts";
import { listedCriteria } from "./listedCriteria.ts";
import { misplacedClause } from "./misplacedClause.ts";
import { noneOfChoice } from "./noneOfChoice.ts";
import { ofEntries } from "./ofEntries.ts";
import { plainAnswer } from "./plainAnswer.ts";
import { entryAgainstDate } from "./entryDates.ts";
import { rewordedPhrase } from "./reworded.ts";
import { spokenAmount } from "./spokenAmount.ts";
import { strictMonths } from "./strictMonths.ts";
import { strangeTest } from "./strangeTest.ts";
import { trialInOneBreath } from "./trials.ts";
import { twoOfEntry } from "./twoOfEntry.ts";
import { unknownName } from "./unknownName.ts";
import { lowerCaseUnless } from "./unless.ts";
import { withinOf } from "./withinOf.ts";

export { askedOfTheCase, ofEntries };

/**
 * What to say of a phrase that has no clean reading: the likeliest cause first. `faulty` are the readings of the right
 * shape whose literals do not fit; the one that faults the fewest words explains best.
 */
export function unread(
  words: readonly Word[],
  faulty: readonly Reading[],
  environment: Environment,
): readonly Problem[] {
  const plain = faulty.find(({ problems }) => problems.every(({ code }) => saysItAll.has(code)));
  if (plain) return plain.problems;
  if (words.length <= mostWordsTried) {
    const known =
      ofWhole(words, environment) ?? behindEmptyWords(words, environment) ?? atBeginning(words, environment);
    if (known) return [known];
  }
  const undocumented = faulty.length > 0 ? documentedNoFact(words) : null;
  if (undocumented) return [undocumented];
  const likeliest = faulty.toSorted((a, b) => faultedWidth(a) - faultedWidth(b) || names(b) - names(a))[0];
  if (likeliest) return likeliest.problems;
  return [strangeTest(words, environment) ?? unknownName(words, environment)];
}

/** Phrases that are well formed but for one thing, which their reading names: nothing else is the matter with them. */
const saysItAll: ReadonlySet<string> = new Set(["E0220", "E0224", "E0225", "E0226", "E0227", "E0229", "E0410"]);

/** Slips that leave a trace of their own, in order of trial. */
const likelyCauses: readonly ((words: readonly Word[], environment: Environment) => Problem | null)[] = [
  askedOfTheCase,
  plainAnswer,
  listWithoutItems,
  lowerCaseUnless,
  betweenBounds,
  lastMonths,
  strictMonths,
  withinOf,
  valuesJoinedByOr,
  lowerCaseConnective,
  listedCriteria,
  otherJoint,
  misplacedClause,
  trialInOneBreath,
  bareAmount,
  spokenAmount,
  documentedAmount,
  bareDocumented,
  noneOfChoice,
  amountFirst,
];

/** Slips that the beginning of the phrase alone would explain. */
const causesAtBeginning: typeof likelyCauses = [
  denied,
  rewordedPhrase,
  datesApart,
  twoOfEntry,
  ofEntries,
  entryAgainstDate,
  leadingEmptyWords,
];

function firstOf(causes: typeof likelyCauses, words: readonly Word[], environment: Environment): Problem | null {
  return causes.map((cause) => cause(words, environment)).find((found) => found !== null) ?? null;
}

const ofWhole = firstOf.bind(null, likelyCauses);
const atBeginning = firstOf.bind(null, causesAtBeginning);

/** `on heart failure therapy for at least six weeks`: what is wrong behind the words that say nothing, told with them. */
function behindEmptyWords(words: readonly Word[], environment: Environment): Problem | null {
  const start = words[0]?.span.start ?? 0;
  for (const rest of afterEmptyWords(words)) {
    const found = ofWhole(rest, environment);
    const end = rest[0]?.span.start ?? start;
    if (found) return { ...found, fixes: found.fixes.map((fix) => withoutLead(fix, { start, end })) };
  }
  return null;
}

/** The fix as it is, and the words before it taken away. */
function withoutLead(fix: Fix, lead: Span): Fix {
  return { ...fix, edits: [{ span: lead, text: "" }, ...fix.edits] };
}

/** A longer phrase lists values between commas; trying what would read if it were cut anywhere is not worth the time. */
const mostWordsTried = 100;

/** A reading in which more of the words are declared names explains better. */
const names = ({ others = [] }: Reading): number => others.length;

const faultedWidth = ({ problems }: Reading): number =>
  problems.reduce((sum, { span }) => sum + span.end - span.start, 0);
