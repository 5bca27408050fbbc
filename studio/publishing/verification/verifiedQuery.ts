import { queryOptions } from "@tanstack/react-query";
import { verifyInBrowser } from "./verifyInBrowser.ts";

/** A release never changes, and may be retired meanwhile: what this browser found of it stays for a while. */
export const verifiedQuery = (set: string, version: string) =>
  queryOptions({
    queryKey: ["verified", set, version],
    queryFn: () => verifyInBrowser(set, version),
    staleTime: 5 * 60_000,
    retry: false,
  });
