import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type Change, changeQuery, type Outcome, problemText } from "../../api/index.ts";
import { readReviewView, type ReviewView } from "../parts.ts";

/** The number of the change in the address; `NaN` of what is none. */
export function useChangeId(): number {
  const { change } = useParams({ strict: false });
  return typeof change === "string" && /^\d{1,9}$/.test(change) ? Number(change) : Number.NaN;
}

export const useReviewView = (): ReviewView => readReviewView(useSearch({ strict: false }));

/** Changes what of the review is on screen; a part is a step of the browser's history, a move is not. */
export function useLook(): (change: Partial<ReviewView>) => void {
  const navigate = useNavigate();
  const id = useChangeId();
  return (change) =>
    void navigate({
      to: "/reviews/$change",
      params: { change: `${id}` },
      search: (before: Readonly<Record<string, unknown>>) => ({ ...readReviewView(before), ...change }),
      replace: change.part === undefined,
    });
}

export interface Acting {
  readonly act: (work: () => Promise<Outcome<Change>>) => void;
  readonly busy: boolean;
  /** Why the last thing asked for was not done. */
  readonly problem: string | null;
}

/** Does something with a change and shows it as it is after that. */
export function useActing(id: number): Acting {
  const queries = useQueryClient();
  const acting = useMutation({
    mutationFn: (work: () => Promise<Outcome<Change>>) => work(),
    onSuccess: (outcome) => {
      if (outcome.ok) queries.setQueryData(changeQuery(id).queryKey, outcome.value);
      void queries.invalidateQueries({ queryKey: ["changes"] });
    },
  });
  const { data } = acting;
  return {
    act: acting.mutate,
    busy: acting.isPending,
    problem: data === undefined || data.ok ? null : problemText(data.problem),
  };
}

/** The change in the address, asked for again every few seconds. */
export const useChange = (id: number) => useQuery({ ...changeQuery(id), enabled: !Number.isNaN(id) });
