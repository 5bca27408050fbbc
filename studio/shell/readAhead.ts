import type { QueryClient } from "@tanstack/react-query";
import { setQuery, setsQuery } from "../api/index.ts";

/** Asks for the sets, and for the one in the address or else the first, before anything is drawn. */
export async function readAhead(queries: QueryClient, search: string): Promise<void> {
  const named = new URLSearchParams(search).get("set");
  const listing = queries.prefetchQuery(setsQuery);
  if (named === null) await listing;
  const name = named ?? queries.getQueryData(setsQuery.queryKey)?.sets[0]?.name;
  if (name !== undefined) await queries.prefetchQuery({ ...setQuery(name), staleTime: 1000 });
}
