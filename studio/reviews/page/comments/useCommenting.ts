import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changeQuery, type Comment, commentsQuery, type Outcome, problemText } from "../../../api/index.ts";

/** Writes or resolves a comment and shows it at once. */
export function useCommenting(id: number) {
  const queries = useQueryClient();
  const commenting = useMutation({
    mutationFn: (work: () => Promise<Outcome<Comment>>) => work(),
    onSuccess: () => {
      void queries.invalidateQueries(commentsQuery(id));
      void queries.invalidateQueries(changeQuery(id));
    },
  });
  const { data } = commenting;
  return {
    write: commenting.mutateAsync,
    busy: commenting.isPending,
    problem: data === undefined || data.ok ? null : problemText(data.problem),
  };
}
