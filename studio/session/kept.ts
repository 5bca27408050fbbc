import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

/** What it becomes, from what it is now; `null`: there is none. */
type Change<T> = (now: T | null) => T | null;

/**
 * Something that outlives the tab it was made in, by a key, until the page is left; nothing of it goes to the disk. At first
 * `null`.
 */
export function useKept<T>(key: string): readonly [T | null, (change: Change<T>) => void] {
  const queries = useQueryClient();
  const kept = useQuery<T | null>({
    queryKey: ["kept", key],
    queryFn: () => null,
    enabled: false,
    initialData: null,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  }).data;
  const change = useCallback(
    (to: Change<T>) => void queries.setQueryData<T | null>(["kept", key], (now) => to(now ?? null)),
    [queries, key],
  );
  return [kept ?? null, change];
}

/** The same for what is kept by something other than what shows it. */
export function keep(queries: QueryClient, key: string, value: object): void {
  queries.setQueryDefaults(["kept"], { gcTime: Number.POSITIVE_INFINITY });
  queries.setQueryData(["kept", key], value);
}
