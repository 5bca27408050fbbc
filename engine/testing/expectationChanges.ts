import { nameKey } from "../../dsl/index.ts";
import { exampleAsCase } from "../values/case/index.ts";
import type { Case, Expectation } from "../values/index.ts";
import type { TestableSet } from "./testSet.ts";

/** An expected result of a case or example that is another one than before, or that no person gave. */
export interface ExpectationChange {
  readonly case: string;
  readonly path: string;
  readonly service: string;
  /** In words; `null`: nothing was expected. */
  readonly before: string | null;
  readonly now: string | null;
  /** Who says so now. */
  readonly source: string | null;
  readonly filledInByEngine: boolean;
}

/**
 * Expected results that changed from one version of a set to the next, or are expected no more, and new ones that were filled
 * in by the engine. New ones that a person or a text gives are new tests, and change nothing.
 */
export function expectationChanges(before: TestableSet, now: TestableSet): readonly ExpectationChange[] {
  const earlier = new Earlier(expectedIn(before));
  const changed = expectedIn(now).flatMap((own) => changeOf(earlier.takeFor(own), own));
  return [...changed, ...earlier.left().map(gone)];
}

/** One request of a case or example, and what is expected of it. */
interface Expected {
  /** Of the case: its file, and in a guideline also its title. */
  readonly id: string;
  /** Of the request within its case. */
  readonly asked: string;
  readonly case: string;
  readonly path: string;
  readonly service: string;
  readonly expect: Expectation | null;
}

function expectedIn({ cases, guidelines }: TestableSet): readonly Expected[] {
  return [
    ...cases.flatMap(({ path, case: of }) => requestsOf(of, path, path)),
    ...guidelines.flatMap(({ guideline }) =>
      guideline.examples.flatMap((example) => {
        const of = exampleAsCase(guideline, example);
        return requestsOf(of, guideline.file, `${guideline.file}\n${nameKey(of.title)}`);
      }),
    ),
  ];
}

function requestsOf(of: Case, path: string, id: string): readonly Expected[] {
  const seen = new Map<string, number>();
  return of.requests.map(({ service, expect }) => {
    const count = (seen.get(nameKey(service)) ?? 0) + 1;
    seen.set(nameKey(service), count);
    return { id, asked: `${nameKey(service)}\n${count}`, case: of.title, path, service, expect };
  });
}

/** What was expected before, each taken once: by its file, or else, where a file was renamed, by the title of its case. */
class Earlier {
  readonly #byId: Map<string, Expected>;
  readonly #byTitle: ReadonlyMap<string, readonly Expected[]>;

  constructor(all: readonly Expected[]) {
    this.#byId = new Map(all.map((each) => [`${each.id}\n${each.asked}`, each]));
    this.#byTitle = Map.groupBy(all, titleKey);
  }

  takeFor(own: Expected): Expected | null {
    const renamed = this.#byTitle.get(titleKey(own)) ?? [];
    const found = this.#byId.get(`${own.id}\n${own.asked}`) ?? (renamed.length === 1 ? renamed[0] : undefined);
    if (found === undefined || !this.#byId.delete(`${found.id}\n${found.asked}`)) return null;
    return found;
  }

  left(): readonly Expected[] {
    return [...this.#byId.values()].filter(({ expect }) => expect !== null);
  }
}

const titleKey = ({ case: title, asked }: Expected): string => `${nameKey(title)}\n${asked}`;

function changeOf(before: Expected | null, own: Expected): readonly ExpectationChange[] {
  const [earlier, later] = [expectationInWords(before?.expect ?? null), expectationInWords(own.expect)];
  const { case: title, path, service, expect } = own;
  const isFilledIn = expect?.filledInBy === "engine";
  const isSame = earlier === later && (before?.expect?.filledInBy === "engine") === isFilledIn;
  if (isSame || (earlier === null && !isFilledIn)) return [];
  const source = expect?.source ?? null;
  return [{ case: title, path, service, before: earlier, now: later, source, filledInByEngine: isFilledIn }];
}

function gone({ case: title, path, service, expect }: Expected): ExpectationChange {
  const before = expectationInWords(expect);
  return { case: title, path, service, before, now: null, source: null, filledInByEngine: false };
}

/** `information needed, upheld, failed strengthening not documented` */
function expectationInWords(expect: Expectation | null): string | null {
  if (expect === null) return null;
  const { outcome, review, governing, answers, values = {} } = expect;
  return [
    ...(outcome === null ? [] : [outcome]),
    ...(review === null ? [] : [review]),
    ...(governing === undefined ? [] : [`by ${governing}`]),
    ...Object.entries({ ...answers, ...values }).map(([name, said]) => `${name} ${said}`),
  ].join(", ");
}
