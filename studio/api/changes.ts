import { queryOptions } from "@tanstack/react-query";
import type {
  AcknowledgmentRequest,
  ApprovalRequest,
  Change,
  ChangeList,
  ChangeRequest,
  Comment,
  CommentList,
  CommentRequest,
  DueList,
  History,
  Plan,
  PlanProgress,
  Release,
  ReleaseRequest,
  ResolutionRequest,
  RoundRequest,
  RoundTexts,
  Session,
  WaiverRequest,
} from "../../server/protocol/index.ts";
import type { Outcome } from "./problem.ts";
import { orThrow, pollMilliseconds } from "./queries.ts";
import { jsonBody, type Made, requestJson, requestMade } from "./request.ts";

export const ofSet = (set: string) => `/api/sets/${encodeURIComponent(set)}`;
const ofChange = (id: number) => `/api/changes/${id}`;
export const post = <T>(path: string, body: unknown): Promise<Outcome<T>> =>
  requestJson<T>(path, jsonBody("POST", body));

export const sendToReview = (set: string, of: ChangeRequest) => post<Change>(`${ofSet(set)}/changes`, of);
export const sendAgain = (id: number, of: RoundRequest) => post<Change>(`${ofChange(id)}/rounds`, of);
export const withdraw = (id: number) => post<Change>(`${ofChange(id)}/withdrawal`, {});
export const acknowledge = (id: number, of: AcknowledgmentRequest) =>
  post<Change>(`${ofChange(id)}/acknowledgments`, of);
export const decide = (id: number, of: ApprovalRequest) => post<Change>(`${ofChange(id)}/approvals`, of);
export const waive = (id: number, of: WaiverRequest) => post<Change>(`${ofChange(id)}/waivers`, of);
export const release = (id: number, of: ReleaseRequest) => post<Release>(`${ofChange(id)}/release`, of);
export const comment = (id: number, of: CommentRequest) => post<Comment>(`${ofChange(id)}/comments`, of);
export const resolve = (id: number, of: number, resolution: ResolutionRequest) =>
  requestJson<Comment>(`${ofChange(id)}/comments/${of}/resolution`, jsonBody("PUT", resolution));

/** Where the two files of a release are. */
export function releaseFiles(set: string, version: string) {
  const at = `${ofSet(set)}/releases/${encodeURIComponent(version)}`;
  return { payload: `${at}/payload`, attestation: `${at}/attestation` };
}

/** Who asks, and how they sign. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: () => orThrow(requestJson<Session>("/api/session")),
  staleTime: 60_000,
  retry: false,
});

/** Changes, the newest first. */
export const changesQuery = (set?: string) =>
  queryOptions({
    queryKey: ["changes", set ?? null],
    queryFn: () =>
      orThrow(requestJson<ChangeList>(`/api/changes${set === undefined ? "" : `?set=${encodeURIComponent(set)}`}`)),
    retry: false,
    refetchInterval: pollMilliseconds * 2,
  });

export const changeQuery = (id: number) =>
  queryOptions({
    queryKey: ["change", id],
    queryFn: () => orThrow(requestJson<Change>(ofChange(id))),
    retry: false,
    refetchInterval: pollMilliseconds,
  });

/** How often the studio asks how far a plan is. */
export const planPollMilliseconds = 700;

/** The plan of the newest round, by its digest: asked for again until it is made, never after. */
export const planQuery = (id: number, digest: string) =>
  queryOptions({
    queryKey: ["plan", id, digest],
    queryFn: () => orThrow(requestMade<Plan, PlanProgress>(`${ofChange(id)}/plan`)),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchInterval: ({ state: { data } }) => (data !== undefined && data.made === null ? planPollMilliseconds : false),
  });

/** A round never changes: its texts are read once. */
export const roundTextsQuery = (id: number, round: number) =>
  queryOptions({
    queryKey: ["round texts", id, round],
    queryFn: () => orThrow(requestJson<RoundTexts>(`${ofChange(id)}/rounds/${round}/texts`)),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

export const commentsQuery = (id: number) =>
  queryOptions({
    queryKey: ["comments", id],
    queryFn: () => orThrow(allComments(id)),
    retry: false,
    refetchInterval: pollMilliseconds * 2,
  });

/** Page after page; a change rarely has more than one. */
async function allComments(id: number, after?: number): Promise<Outcome<readonly Comment[]>> {
  const page = await requestJson<CommentList>(
    `${ofChange(id)}/comments${after === undefined ? "" : `?after=${after}`}`,
  );
  if (!page.ok) return page;
  const { comments, next } = page.value;
  if (next === null) return { ok: true, value: comments };
  const rest = await allComments(id, next);
  return rest.ok ? { ok: true, value: [...comments, ...rest.value] } : rest;
}

/** What was written in a set last, newest first. */
export const lastWrittenQuery = (set: string) =>
  queryOptions({
    queryKey: ["last written", set],
    queryFn: () => orThrow(requestJson<History>(`${ofSet(set)}/history`)),
    staleTime: 5000,
    retry: false,
  });

export const dueQuery = queryOptions({
  queryKey: ["due"],
  queryFn: () => orThrow(requestJson<DueList>("/api/due")),
  staleTime: 60_000,
  retry: false,
});

export type PlanMaking = Made<Plan, PlanProgress>;
