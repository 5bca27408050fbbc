import { nameKey } from "../../dsl/index.ts";
import { type GuidelinesInForce, judge, requestedService } from "../determine/index.ts";
import type { SetCase } from "../set/index.ts";
import type { Case, RequestedService } from "../values/index.ts";
import type { CaseAnswer } from "./answers.ts";
import { answered } from "./counts.ts";

/** One request of a case of the set, by both versions. */
export interface RequestCompared {
  readonly case: { readonly title: string; readonly path: string };
  readonly request: RequestedService;
  readonly from: CaseAnswer;
  readonly to: CaseAnswer;
}

/** Every request of the cases, by both versions. */
export function compareRequests(
  cases: readonly SetCase[],
  before: GuidelinesInForce,
  now: GuidelinesInForce,
): readonly RequestCompared[] {
  return cases.flatMap(({ path, case: of }) =>
    of.requests.map((request) => ({
      case: { title: of.title, path },
      request,
      from: answerTo(before, of, request),
      to: answerTo(now, of, request),
    })),
  );
}

/** Those that ask for a service, as a guideline of either version declares it. */
export function requestsFor(
  { guideline: title, service }: { readonly guideline: string; readonly service: string },
  requests: readonly RequestCompared[],
  versions: readonly GuidelinesInForce["guidelines"][],
): readonly RequestCompared[] {
  const declaring = versions.flatMap((guidelines) => guidelines.filter(({ guideline }) => guideline.title === title));
  const key = nameKey(service);
  return requests.filter(({ request }) =>
    declaring.some(({ guideline }) => requestedService(guideline, request)?.key === key),
  );
}

function answerTo(guidelines: GuidelinesInForce, of: Case, request: RequestedService): CaseAnswer {
  const { outcome, contradicts } = judge(guidelines, of, request);
  return answered(contradicts.length > 0 ? "contradictory" : outcome);
}
