import { queryOptions } from "@tanstack/react-query";
import type { GuidelineSetFolder } from "../../server/protocol/index.ts";
import { listSets, readRelease, readStoredSet } from "./calls.ts";
import { type Outcome, type Problem, problemText } from "./problem.ts";
import type { Tagged } from "./request.ts";

/** A problem on its way through TanStack Query, which speaks in errors. */
export class RequestError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problemText(problem));
    this.problem = problem;
  }
}

/** The value, or the problem thrown. */
export async function orThrow<T>(answer: Promise<Outcome<T>>): Promise<T> {
  const outcome = await answer;
  if (!outcome.ok) throw new RequestError(outcome.problem);
  return outcome.value;
}

/** How often the studio asks whether somebody else saved something, and whether a silent server is back. */
export const pollMilliseconds = 4000;

export const setsQuery = queryOptions({
  queryKey: ["sets"],
  staleTime: 60_000,
  queryFn: () => orThrow(listSets()),
  retry: false,
  refetchInterval: (query) => (query.state.status === "error" ? pollMilliseconds : false),
});

const known = new Map<string, Tagged<GuidelineSetFolder>>();

/** While nothing changed, the server answers with nothing and the set stays the same object. */
async function readSetAgain(set: string): Promise<GuidelineSetFolder> {
  const read = await orThrow(readStoredSet(set, known.get(set) ?? null));
  known.set(set, read);
  return read.value;
}

export const setQuery = (set: string) =>
  queryOptions({
    queryKey: ["set", set],
    queryFn: () => readSetAgain(set),
    retry: false,
    refetchInterval: pollMilliseconds,
    refetchOnWindowFocus: true,
  });

/** A release never changes: it is read once. */
export const releaseQuery = (set: string, version: string | undefined) =>
  queryOptions({
    queryKey: ["release", set, version],
    queryFn: () => orThrow(readRelease(set, version ?? "")),
    enabled: version !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
