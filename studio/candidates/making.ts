import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Candidate, candidatesQuery, makeCandidateCase, problemText, setQuery } from "../api/index.ts";
import { useShow, useStudio } from "../session/index.ts";
import type { Workspace } from "../store/index.ts";

/** Makes a candidate a case of the draft and opens it; else why not. */
export function useMaking({ id }: Candidate, close: () => void) {
  const queries = useQueryClient();
  const { workspace } = useStudio();
  const show = useShow();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const make = async (caseText: string | null, record: string | null) => {
    setBusy(true);
    const outcome = await makeCandidateCase(id, {
      ...(caseText === null ? {} : { case: caseText }),
      ...(record === null ? {} : { decision: record }),
    });
    if (outcome.ok) await readAgain(queries, workspace);
    setBusy(false);
    if (!outcome.ok) return setProblem(problemText(outcome.problem));
    close();
    show({ file: outcome.value.path, case: outcome.value.path, tab: "why" });
  };
  return { make, problem, busy };
}

/** The new file is there before it is shown. Without an answer it comes with the next poll. */
async function readAgain(queries: QueryClient, workspace: Workspace): Promise<void> {
  await queries.invalidateQueries({ queryKey: setQuery(workspace.set).queryKey });
  const stored = queries.getQueryData(setQuery(workspace.set).queryKey);
  if (stored !== undefined) workspace.mergeListing(stored.files);
  void queries.invalidateQueries({ queryKey: candidatesQuery(workspace.set).queryKey });
}
