import type { QueryClient } from "@tanstack/react-query";
import { sessionQuery, setQuery, setsQuery } from "../api/index.ts";

/** Asks who works here, for the sets, and for the one in the address, before anything is drawn. */
export async function readAhead(queries: QueryClient, search: string): Promise<void> {
  const name = new URLSearchParams(search).get("set");
  await Promise.all([
    queries.prefetchQuery(sessionQuery),
    queries.prefetchQuery(setsQuery),
    ...(name === null ? [] : [queries.prefetchQuery({ ...setQuery(name), staleTime: 1000 })]),
  ]);
}
