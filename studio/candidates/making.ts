import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Candidate, candidatesQuery, makeCandidateCase, problemText, setQuery } from "../api/index.ts";
import { useShow } from "../session/index.ts";

/** Makes a candidate a case of the draft and opens it; else why not. */
export function useMaking({ id, set }: Candidate, close: () => void) {
  const queries = useQueryClient();
  const show = useShow();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const make = async (caseText: string | null, record: string | null) => {
    setBusy(true);
    const outcome = await makeCandidateCase(id, {
      ...(caseText === null ? {} : { case: caseText }),
      ...(record === null ? {} : { decision: record }),
    });
    if (outcome.ok)
      await Promise.all(
        [setQuery, candidatesQuery].map((of) => queries.invalidateQueries({ queryKey: of(set).queryKey })),
      );
    setBusy(false);
    if (!outcome.ok) return setProblem(problemText(outcome.problem));
    close();
    show({ file: outcome.value.path, case: outcome.value.path, tab: "why" });
  };
  return { make, problem, busy };
}
