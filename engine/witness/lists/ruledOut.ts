import { HIGHEST } from "../../../dsl/index.ts";
import type { Case } from "../../values/index.ts";
import type { ListAsk } from "../posed.ts";
import type { Work } from "../wanted.ts";
import { type Counting, waysOfCounting } from "./imagined.ts";
import { type Requirement, requirementsOf } from "./requirements.ts";
import { testsOfField } from "./entryTests.ts";

/**
 * Whether no list whatever satisfies the asks: no number of entries of each way of counting gives every requirement as many as it
 * must have and no more than it may. A smallest such list has no entry that no requirement needs, so none is longer than all that
 * must be there together, and all of these are tried.
 */
export function isListRuledOut(asks: readonly ListAsk[], dates: Case["dates"], work: Work): boolean {
  const requirements = asks.flatMap(requirementsOf);
  if (requirements.some(({ low, high }) => low > high)) return true;
  const ways = waysOfCounting(asks, requirements, dates, work);
  return ways !== null && new Filling(requirements, ways, work).isImpossible;
}

/** Whether that is so on all dates: entries are counted from one date, in one unit, if from any. */
export function isOnAnyDates(asks: readonly ListAsk[]): boolean {
  const fields = new Set(asks.flatMap(({ reduction }) => reduction.list.fields.map(({ key }) => key)));
  return [...fields].every((field) => {
    const tests = testsOfField(asks, field).map(({ quantity: { part, anchor, window } }) =>
      JSON.stringify([part, anchor, window]),
    );
    const anchored = testsOfField(asks, field).some(
      ({ quantity: { anchor, window } }) => anchor !== undefined || window !== undefined,
    );
    return !anchored || new Set(tests).size === 1;
  });
}

/** Looking at one number of entries of each way is so much of a step. */
const share = 0.05;

class Filling {
  readonly #requirements: readonly Requirement[];
  readonly #ways: readonly Counting[];
  readonly #work: Work;
  #isComplete = true;
  readonly #tried = new Set<string>();

  constructor(requirements: readonly Requirement[], ways: readonly Counting[], work: Work) {
    this.#work = work;
    this.#requirements = requirements;
    this.#ways = ways.filter((way) => way.every((verdict, at) => verdict === "not met" || this.#room(at) > 0));
  }

  get isImpossible(): boolean {
    return !this.#canFill(this.#requirements.map(() => ({ sure: 0, possible: 0 }))) && this.#isComplete;
  }

  #room(at: number): number {
    return this.#requirements[at]?.high ?? HIGHEST;
  }

  /** The first requirement that lacks an entry gets one of each kind that it may have. */
  #canFill(counts: readonly { readonly sure: number; readonly possible: number }[]): boolean {
    const lacking = this.#requirements.findIndex(({ low }, at) => (counts[at]?.sure ?? 0) < low);
    if (lacking < 0) return true;
    this.#isComplete &&= this.#work.take(share);
    if (!this.#isComplete || this.#wasTried(counts)) return false;
    return this.#ways.some((way) => {
      if (way[lacking] !== "met") return false;
      const more = counts.map(({ sure, possible }, at) => ({
        sure: sure + (way[at] === "met" ? 1 : 0),
        possible: possible + (way[at] === "not met" ? 0 : 1),
      }));
      return more.every(({ possible }, at) => possible <= this.#room(at)) && this.#canFill(more);
    });
  }

  #wasTried(counts: readonly { readonly sure: number; readonly possible: number }[]): boolean {
    const key = counts.map(({ sure, possible }) => `${sure}/${possible}`).join();
    if (this.#tried.has(key)) return true;
    this.#tried.add(key);
    return false;
  }
}
