import { type GuidelineInSet, judge, type Scene } from "../../determine/index.ts";
import type { Known } from "../../evaluate/index.ts";
import type { CountedTest, TestingSet } from "../index.ts";

/** One guideline as one test sees it. */
export interface Sighting {
  readonly test: CountedTest;
  readonly information: Known;
  /** The service of the guideline that is asked for. */
  readonly service: string;
}

/** By guideline, the tests that come by it: it governs, or it is asked and says that it does not speak of the request. */
export function sightingsOf(
  set: TestingSet,
  tests: readonly CountedTest[],
): ReadonlyMap<GuidelineInSet, readonly Sighting[]> {
  const seen = new Map<GuidelineInSet, Sighting[]>(set.guidelines.map((own) => [own, []]));
  for (const test of tests)
    for (const { scene, service } of addressees(set, test)) {
      const own = set.guidelines.find(({ guideline }) => guideline === scene.guideline);
      if (own !== undefined) seen.get(own)?.push({ test, information: scene.information, service: service.key });
    }
  return seen;
}

interface Addressee {
  readonly scene: Scene;
  readonly service: { readonly key: string };
}

function addressees(set: TestingSet, { case: of, example }: CountedTest): readonly Addressee[] {
  const asked = example === null ? set : { name: set.name, guidelines: [example] };
  return of.requests.flatMap((request) => {
    const { governing, silent, outOfScope } = judge(asked, of, request);
    return [...(governing === null ? [] : [governing]), ...silent, ...outOfScope];
  });
}
