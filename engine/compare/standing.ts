import { localFirst, placeIn } from "../determine/index.ts";
import type { SetGuideline } from "../set/index.ts";
import type { OwnService, Pair } from "./matching/index.ts";

/** Which guidelines are asked about a request before one of them answers, in both versions of a set. */
export class Standings {
  readonly #before: readonly SetGuideline[];
  readonly #now: readonly SetGuideline[];
  /** Of each guideline the number of its pair. */
  readonly #numbers: ReadonlyMap<SetGuideline, number>;

  /** `before` and `now`: all guidelines of each version, in the order of their set. */
  constructor(pairs: readonly Pair<SetGuideline>[], before: readonly SetGuideline[], now: readonly SetGuideline[]) {
    this.#before = before;
    this.#now = now;
    this.#numbers = new Map(
      pairs.flatMap(({ before, now }, at) =>
        [before, now].flatMap((each) => (each === null ? [] : [[each, at] as const])),
      ),
    );
  }

  /** Why another guideline may answer for a service now, as a sentence; `null`: the same ones are asked, in the same order. */
  change({ before, now }: { readonly before: OwnService; readonly now: OwnService }): string | null {
    const [earlier, later] = [this.#asked(this.#before, before), this.#asked(this.#now, now)];
    if (JSON.stringify(earlier) === JSON.stringify(later)) return null;
    return earlier.length + later.length > 2
      ? "Other guidelines of the set speak of it too, and which of them is asked first, or how they rank, has changed."
      : "How its guideline stands in the order of authority has changed.";
  }

  #asked(all: readonly SetGuideline[], own: OwnService): readonly unknown[] {
    const guidelines = inPlace(all);
    const orders = guidelines.flatMap(({ guideline }) => (guideline.authority === null ? [] : [guideline]));
    return guidelines
      .filter((each) => each === own.of || speaksOf(each, own))
      .map((each) => [
        this.#numbers.get(each),
        each === own.of ? null : each.guideline.effective,
        orders.map(
          ({ authority, effective }) =>
            authority && [effective, ranksOf(authority), placeIn(authority, each.guideline)],
        ),
        orders.length === 0 ? [] : (each.guideline.levels ?? []).map(({ key, level }) => [key, level]),
      ]);
  }
}

function inPlace(all: readonly SetGuideline[]): readonly SetGuideline[] {
  const order = localFirst(all).map(({ guideline }) => guideline);
  const place = (each: SetGuideline): number => order.indexOf(each.guideline);
  return all.toSorted((one, other) => place(one) - place(other));
}

/** Whether a request for the service may come to another guideline too. */
function speaksOf({ guideline }: SetGuideline, { service }: OwnService): boolean {
  const own = requestsFor(service);
  return guideline.services.some((each) => [...requestsFor(each)].some((request) => own.has(request)));
}

function requestsFor({ key, items }: OwnService["service"]): ReadonlySet<string> {
  const codes = items.flatMap((item) => item.codes.map(({ system, code }) => `${system} ${code}`));
  return new Set([key, ...items.map((item) => item.key), ...codes]);
}

function ranksOf({ ranks, evidence }: NonNullable<SetGuideline["guideline"]["authority"]>): unknown {
  return [
    ranks.map(({ names, when }) => [names.map(({ key }) => key), when]),
    evidence.map(({ key, levels }) => [key, levels]),
  ];
}
