import { queryOptions } from "@tanstack/react-query";
import { verifyInBrowser } from "./verifyInBrowser.ts";

/** A release never changes: what this browser found of it stays. */
export const verifiedQuery = (set: string, version: string) =>
  queryOptions({
    queryKey: ["verified", set, version],
    queryFn: () => verifyInBrowser(set, version),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
