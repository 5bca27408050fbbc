import { queryOptions } from "@tanstack/react-query";
import type { Leaf, SignedHead } from "../../engine/attestation/index.ts";
import type {
  AuditPage,
  AuditVerification,
  DueList,
  PlanProgress,
  ReleaseList,
  RetirementRequest,
  RollbackAnswer,
  RollbackRequest,
  YearlyReviewRequest,
} from "../../server/protocol/index.ts";
import { ofSet, planPollMilliseconds, post, releaseFiles } from "./changes.ts";
import type { Outcome } from "./problem.ts";
import { orThrow } from "./queries.ts";
import { jsonBody, requestBytes, requestJson, requestMade } from "./request.ts";

export const releasesQuery = (set: string) =>
  queryOptions({
    queryKey: ["releases", set],
    queryFn: () => orThrow(requestJson<ReleaseList>(`${ofSet(set)}/releases`)),
    retry: false,
  });

/** The bytes of what is signed of a release, which never change. */
export const attestationQuery = (set: string, version: string) =>
  queryOptions({
    queryKey: ["attestation", set, version],
    queryFn: () => orThrow(requestBytes(releaseFiles(set, version).attestation)),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

interface LogStretch {
  readonly entries: readonly Leaf[];
  readonly next: number | null;
}

/** Every entry of the log, the oldest first. */
export const logQuery = queryOptions({
  queryKey: ["log"],
  queryFn: () => orThrow(logEntries()),
  retry: false,
});

/** What was signed of the log last; there is none before anything was published. */
export const logHead = () => requestJson<SignedHead>("/api/log/head");

export async function logEntries(from = 0): Promise<Outcome<readonly Leaf[]>> {
  const stretch = await requestJson<LogStretch>(`/api/log/entries?from=${from}`);
  if (!stretch.ok) return stretch;
  const { entries, next } = stretch.value;
  if (next === null) return { ok: true, value: entries };
  const rest = await logEntries(next);
  return rest.ok ? { ok: true, value: [...entries, ...rest.value] } : rest;
}

/** Goes back to an earlier release, or says what that would change, or how far working that out is. */
export const rollBack = (set: string, of: RollbackRequest) =>
  requestMade<RollbackAnswer, PlanProgress>(`${ofSet(set)}/rollback`, jsonBody("POST", of));

/** What going back to `version` would change of `latest`: asked for again until it is worked out. */
export const rollbackQuery = (set: string, version: string, latest: string) =>
  queryOptions({
    queryKey: ["rollback", set, version, latest],
    queryFn: () => orThrow(rollBack(set, { version, dryRun: true })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchInterval: ({ state: { data } }) => (data !== undefined && data.made === null ? planPollMilliseconds : false),
  });

export const retire = (set: string, version: string, of: RetirementRequest) =>
  post<object>(`${ofSet(set)}/releases/${encodeURIComponent(version)}/retirement`, of);

export const reviewYearly = (set: string, of: YearlyReviewRequest) => post<DueList>(`${ofSet(set)}/yearly-reviews`, of);

interface AuditWanted {
  /** Only of this set. */
  readonly set: string | undefined;
  /** Only entries before this one. */
  readonly before: number | undefined;
}

export const auditQuery = ({ set, before }: AuditWanted) =>
  queryOptions({
    queryKey: ["audit", set ?? null, before ?? null],
    queryFn: () => orThrow(requestJson<AuditPage>(`/api/audit?${auditSearch({ set, before })}`)),
    retry: false,
  });

function auditSearch({ set, before }: AuditWanted): URLSearchParams {
  return new URLSearchParams({
    ...(set === undefined ? {} : { set }),
    ...(before === undefined ? {} : { before: `${before}` }),
  });
}

export const auditVerificationQuery = queryOptions({
  queryKey: ["audit", "verification"],
  queryFn: () => orThrow(requestJson<AuditVerification>("/api/audit/verification")),
  retry: false,
});
