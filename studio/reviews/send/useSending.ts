import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import {
  type Change,
  changeQuery,
  problemText,
  RequestError,
  sendAgain,
  sendToReview,
  setQuery,
} from "../../api/index.ts";
import { useStudio } from "../../session/index.ts";
import { isUnsaved } from "../../store/index.ts";

interface Words {
  readonly title: string;
  readonly description: string;
}

/** Saves what is typed, sends the revision that stands then, and opens the review. */
export function useSending(change: Change | null, close: () => void) {
  const { workspace } = useStudio();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const sendSaved = async (words: Words): Promise<string | null> => {
    await workspace.saveAll();
    const unsaved = Object.values(workspace.state.get().files).find(isUnsaved);
    if (unsaved !== undefined) return `${unsaved.path} could not be saved, so nothing was sent.`;
    const { revision } = await queries.fetchQuery({ ...setQuery(workspace.set), staleTime: 0 });
    const outcome = await (change === null
      ? sendToReview(workspace.set, { ...words, revision })
      : sendAgain(change.id, { revision }));
    if (!outcome.ok) return problemText(outcome.problem);
    queries.setQueryData(changeQuery(outcome.value.id).queryKey, outcome.value);
    await queries.invalidateQueries({ queryKey: ["changes"] });
    close();
    void navigate({ to: "/reviews/$change", params: { change: `${outcome.value.id}` } });
    return null;
  };
  const send = async (words: Words) => {
    if (busy) return;
    setBusy(true);
    setProblem(await sendSaved(words).catch(asSentence));
    setBusy(false);
  };
  return { send, busy, problem };
}

function asSentence(error: unknown): string {
  if (error instanceof RequestError) return error.message;
  throw error;
}
