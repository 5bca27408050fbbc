import { determine } from "../../../engine/determine/index.ts";
import type { Case } from "../../../engine/values/index.ts";
import { caseView } from "../caseView.ts";
import type { CaseView } from "../protocol.ts";
import type { ProofWorker } from "./protocol.ts";
import type { Scene, Version } from "./scene.ts";

/** What is asked about single cases, by the versions worked on last. */
export function worksFor({ scene }: { readonly scene: () => Scene | null }): Pick<ProofWorker, "inBothVersions"> {
  return {
    inBothVersions: (of, against) => {
      const now = scene();
      const before = against === "saved" ? now?.saved : now?.release?.of;
      return now === null || before === undefined ? null : { before: viewOf(of, before), after: viewOf(of, now.typed) };
    },
  };
}

function viewOf(of: Case, { guidelines }: Version): CaseView {
  return caseView(of.id, of, determine(guidelines, of).value, guidelines);
}
