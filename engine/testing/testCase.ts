import { nameKey } from "../../dsl/index.ts";
import {
  type GuidelinesInForce,
  type Judgement,
  judge,
  type NamedAnswer,
  namedAnswer,
  reviewOf,
  type Scene,
  valueAgainst,
} from "../determine/index.ts";
import type { Case, Expectation, RequestedService } from "../values/index.ts";
import { inWords } from "./inWords.ts";
import type { Compared, OutcomeSeen, TestedCase, TestedRequest } from "./report.ts";

/** What a case is tested against. */
export interface TestingSet extends GuidelinesInForce {
  /** Guidelines that have an error: what they would say of a request is not known. */
  readonly unread?: readonly string[];
}

/** What a set says of every request of a case, against what the case expects. `path`: of its file. */
export function testCase(set: TestingSet, of: Case, path: string, kind: TestedCase["kind"]): TestedCase {
  const requests = of.requests.map((request) => testRequest(set, of, request));
  const status = statusOf(requests);
  return { case: of.title, path, kind, status, ok: status === "passed", ...inWords(requests), requests };
}

function testRequest(set: TestingSet, of: Case, request: RequestedService): TestedRequest {
  const { service, expect } = request;
  if (expect === null) return { service, source: null, outcome: null, review: null, governing: null, answers: [] };
  const judgement = judge(set, of, request);
  const review = reviewOf(judgement.outcome, request.administrator);
  return {
    service,
    source: expect.source,
    outcome:
      expect.outcome === null ? null : compared<OutcomeSeen>(expect.outcome, outcomeSeen(judgement, set.unread ?? [])),
    review: expect.review === null ? null : compared(expect.review, review),
    governing: governingOf(judgement, expect),
    answers: [...answersOf(judgement, expect), ...valuesOf(judgement, expect)],
  };
}

/** Out of every guideline's scope is not the same as in the hands of one that cannot be read. */
function outcomeSeen({ governing, outcome, contradicts }: Judgement, unread: readonly string[]): OutcomeSeen {
  if (contradicts.length > 0) return "contradictory";
  return governing === null && unread.length > 0 ? "not determined" : outcome;
}

/** Titles are compared as names are. */
function governingOf({ governing }: Judgement, { governing: expected }: Expectation): TestedRequest["governing"] {
  if (expected === undefined) return null;
  const actual = governing?.scene.guideline.title ?? null;
  return compared(expected, actual !== null && nameKey(actual) === nameKey(expected) ? expected : actual);
}

/** Where names are looked up: the guideline that governs first, then those that apply but say nothing, or do not apply. */
function scenesOf({ governing, silent, outOfScope }: Judgement): readonly Scene[] {
  return [...(governing === null ? [] : [governing]), ...silent, ...outOfScope].map(({ scene }) => scene);
}

function firstOf<T>(scenes: readonly Scene[], seen: (scene: Scene) => T | null): T | null {
  for (const scene of scenes) {
    const found = seen(scene);
    if (found !== null) return found;
  }
  return null;
}

/** A case that contradicts its guideline is refused, and has no answers. */
function answersOf(judgement: Judgement, { answers }: Expectation): TestedRequest["answers"] {
  return Object.entries(answers).map(([criterion, expected]) => {
    const seen = firstOf(scenesOf(judgement), (scene) => namedAnswer(scene, criterion)) ?? "not declared";
    const actual = judgement.contradicts.length > 0 ? "contradictory" : seen;
    return { criterion, ...compared<NamedAnswer | "not declared" | "contradictory">(expected, actual) };
  });
}

/** What scores, tables and calculated numbers come to, both sides in the same words. */
function valuesOf(judgement: Judgement, { values = {} }: Expectation): TestedRequest["answers"] {
  return Object.entries(values).map(([criterion, said]) => {
    const seen = firstOf(scenesOf(judgement), (scene) => valueAgainst(scene, criterion, said));
    const actual = judgement.contradicts.length > 0 ? "contradictory" : (seen?.actual ?? "not declared");
    return { criterion, ...compared(seen?.expected ?? said, actual) };
  });
}

function compared<T>(expected: T, actual: T): Compared<T> {
  return { expected, actual, ok: expected === actual };
}

function statusOf(requests: readonly TestedRequest[]): TestedCase["status"] {
  const compared = requests
    .flatMap(({ outcome, review, governing, answers }) => [outcome, review, governing, ...answers])
    .filter((each) => each !== null);
  if (compared.length === 0) return "without expectation";
  return compared.every(({ ok }) => ok) ? "passed" : "failed";
}
