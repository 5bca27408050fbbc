import type { CaseFact } from "../../engine/values/index.ts";
import { useStudio } from "../session/index.ts";
import type { FactView } from "../worker/index.ts";
import { hasValue } from "./firstStatement.ts";
import { useDraft } from "./useDraft.ts";

export type FactState = "documented" | "asked" | "never asked";

export function stateOf(fact: CaseFact): FactState {
  if (fact.statements.length > 0) return "documented";
  return fact.asked ? "asked" : "never asked";
}

/** The draft of one fact. A statement whose value is still to be typed is not written yet. */
export function useFactDraft(fact: FactView, path: string) {
  const { caseChanges } = useStudio();
  return useDraft<CaseFact>({
    path,
    stated: fact.stated,
    unstated: { fact: fact.name, statements: [], asked: false, remark: null },
    write: (next, merge) => {
      const written = { ...next, statements: next.statements.filter(({ value }) => hasValue(value)) };
      if (next.statements.length > 0 && written.statements.length === 0) return;
      const of = fact.request === null ? {} : { request: fact.request.index };
      void caseChanges.change(path, { kind: "fact", fact: written, ...of }, fact.name, merge);
    },
  });
}
