import { useShow, useStudio, useView } from "../session/index.ts";

/** Shows a fact of the open case in its form; `null` of a case that is no file of the set and has no form. */
export function useOpenFact(): ((fact: string) => void) | null {
  const show = useShow();
  const { witness } = useView();
  const { wantedFact } = useStudio();
  if (witness !== undefined) return null;
  return (fact) => {
    wantedFact.set(() => fact);
    show({ tab: "facts" });
  };
}
