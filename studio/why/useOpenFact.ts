import { useShow, useStudio } from "../session/index.ts";

/** Shows a fact of the open case in its form. */
export function useOpenFact(): (fact: string) => void {
  const show = useShow();
  const { wantedFact } = useStudio();
  return (fact) => {
    wantedFact.set(() => fact);
    show({ tab: "facts" });
  };
}
