import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { History, RevisionText } from "../../server/protocol/index.ts";
import { setPath } from "./calls.ts";
import { orThrow } from "./queries.ts";
import { requestJson } from "./request.ts";

/** Who changed a file and when, the latest first, page by page. */
export const historyQuery = (set: string, path: string) =>
  infiniteQueryOptions({
    queryKey: ["history", set, path],
    initialPageParam: null as number | null, // the first page has no number
    queryFn: ({ pageParam }) => {
      const before = pageParam === null ? "" : `&before=${pageParam}`;
      return orThrow(requestJson<History>(`${setPath(set)}/history?path=${encodeURIComponent(path)}${before}`));
    },
    getNextPageParam: ({ before }) => before,
    retry: false,
  });

/** A revision never changes: it is read once. */
export const revisionQuery = (set: string, revision: number | null) =>
  queryOptions({
    queryKey: ["revision", set, revision],
    queryFn: () => orThrow(requestJson<RevisionText>(`${setPath(set)}/history/${revision}`)),
    enabled: revision !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
