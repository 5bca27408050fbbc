import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { beginSet, problemText, setsQuery } from "../api/index.ts";
import { useShow } from "../session/index.ts";
import { beginning, type Words } from "./beginning.ts";

/** Asks the server to begin a set, and opens its first guideline. */
export function useBeginning() {
  const queries = useQueryClient();
  const show = useShow();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const begin = async (words: Words) => {
    if (busy) return;
    setBusy(true);
    const { set, path } = beginning(words);
    const outcome = await beginSet(set);
    if (outcome.ok) await queries.refetchQueries(setsQuery);
    setBusy(false);
    if (!outcome.ok) return setProblem(problemText(outcome.problem));
    show({ set: set.name, file: path, case: undefined, dialog: undefined });
  };
  return { begin, busy, problem };
}
