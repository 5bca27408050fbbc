import { queryOptions } from "@tanstack/react-query";
import { setQuery } from "../api/index.ts";
import { type CasesTested, testCases } from "../worker/index.ts";

/** One set after the other, so that the page stays quick. */
let last: Promise<unknown> = Promise.resolve();

/** How many cases and examples of a draft come out as expected, worked out in this browser. */
export const testedQuery = (set: string) =>
  queryOptions({
    queryKey: ["tested", set],
    staleTime: 30_000,
    retry: false,
    queryFn: ({ client }): Promise<CasesTested> => {
      const mine = last.then(async () =>
        testCases((await client.fetchQuery({ ...setQuery(set), staleTime: 0 })).files),
      );
      last = mine.catch(() => undefined);
      return mine;
    },
  });
