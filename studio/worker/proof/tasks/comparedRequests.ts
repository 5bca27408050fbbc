import { judge, requestedService } from "../../../../engine/determine/index.ts";
import type { Case, Outcome, RequestedService } from "../../../../engine/values/index.ts";
import { nameKey } from "../../../../dsl/index.ts";
import type { ComparedAnswer, CoveringCase, ServiceComparison } from "../protocol.ts";
import type { Version } from "../scene.ts";

/** One request of a case of the set, by both versions. */
export interface RequestCompared {
  readonly case: CoveringCase;
  readonly request: RequestedService;
  readonly from: ComparedAnswer;
  readonly to: ComparedAnswer;
}

/** Every request of the cases as they are typed, by both versions. */
export function comparedRequests(before: Version, typed: Version): readonly RequestCompared[] {
  return typed.set.cases.flatMap(({ path, case: of }) =>
    of.requests.map((request) => ({
      case: { title: of.title, path },
      request,
      from: answered(before, of, request),
      to: answered(typed, of, request),
    })),
  );
}

/** Those that ask for a service, as a guideline of either version declares it. */
export function requestsFor(
  { guideline: title, service }: Pick<ServiceComparison, "guideline" | "service">,
  requests: readonly RequestCompared[],
  versions: readonly Version[],
): readonly RequestCompared[] {
  const declaring = versions.flatMap(({ inForce }) => inForce.filter(({ guideline }) => guideline.title === title));
  const key = nameKey(service);
  return requests.filter(({ request }) =>
    declaring.some(({ guideline }) => requestedService(guideline, request)?.key === key),
  );
}

function answered({ guidelines }: Version, of: Case, request: RequestedService): ComparedAnswer {
  const { outcome, contradicts } = judge(guidelines, of, request);
  return contradicts.length > 0 ? "contradictory" : answers[outcome];
}

const answers: Readonly<Record<Outcome, ComparedAnswer>> = {
  "criteria met": "met",
  modified: "met",
  "criteria not met": "not met",
  excluded: "not met",
  "information needed": "not documented",
  "not addressed": "not addressed",
};
