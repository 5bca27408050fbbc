import { queryOptions } from "@tanstack/react-query";
import type {
  CandidateCaseRequest,
  CandidateList,
  ComparisonRequest,
  Decided,
  DecisionRequest,
  DeterminationList,
  DeterminationRecord,
  DeterminationRequest,
  ThenAndNowAnswer,
  Written,
} from "../../server/protocol/index.ts";
import type { Outcome } from "./problem.ts";
import { orThrow } from "./queries.ts";
import { jsonBody, requestJson, requestPlaced } from "./request.ts";

const path = "/api/determinations";
const post = <T>(to: string, body: unknown): Promise<Outcome<T>> => requestJson<T>(to, jsonBody("POST", body));

/** A determination by a release: its id, and its record as it was answered and as that reads. */
export interface MadeDetermination {
  readonly id: string;
  /** `precept/determination/1`, byte for byte as it replays. */
  readonly text: string;
  readonly record: DeterminationRecord;
}

/** Determines a case with the release in force at its service date, or with the one that is named. */
export async function determineCase(
  of: Omit<DeterminationRequest, "detail" | "serviceDate">,
): Promise<Outcome<MadeDetermination>> {
  const answer = await requestPlaced<DeterminationRecord>(path, jsonBody("POST", of));
  if (!answer.ok) return answer;
  const { location, text, value } = answer.value;
  return { ok: true, value: { id: location.slice(location.lastIndexOf("/") + 1), text, record: value } };
}

export const decideOn = (determination: string, decision: DecisionRequest) =>
  post<Decided>(`${path}/${encodeURIComponent(determination)}/decisions`, decision);

/** What reviewers decided on a case with this digest, by whichever release, the latest first. */
export const decisionsQuery = (set: string, caseDigest: string) =>
  queryOptions({
    queryKey: ["decisions", set, caseDigest],
    queryFn: () => {
      const asked = new URLSearchParams({ set, case: caseDigest, decided: "yes", limit: "1000" });
      return orThrow(requestJson<DeterminationList>(`${path}?${asked}`));
    },
    staleTime: 30_000,
    retry: false,
  });

/** One case under two editions; the server notes nothing of it. */
export const compareEditions = (of: ComparisonRequest) => post<ThenAndNowAnswer>(`${path}/comparison`, of);

/** What reviewers decided otherwise in a set, the latest first. */
export const candidatesQuery = (set: string) =>
  queryOptions({
    queryKey: ["candidates", set],
    queryFn: () => orThrow(requestJson<CandidateList>(`/api/candidates?set=${encodeURIComponent(set)}`)),
    staleTime: 30_000,
    retry: false,
  });

export const makeCandidateCase = (id: number, given: CandidateCaseRequest) =>
  post<Written>(`/api/candidates/${id}/case`, given);
