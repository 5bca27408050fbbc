import type { Decided, DeterminationRecord, MadeDetermination } from "../../api/index.ts";
import { useKept, useStudio } from "../../session/index.ts";

/** What a release says of one service. */
export type Proposal = DeterminationRecord["determinations"][number];

/** What a release says of the open case, and what was decided on it so far. */
export interface Determined {
  readonly made: MadeDetermination;
  /** The case as it was sent. */
  readonly caseText: string;
  /** By service. */
  readonly decisions: ReadonlyMap<string, Decided>;
}

/** The determination of a case by a release, until another is made. */
export function useDetermined(path: string) {
  const { workspace } = useStudio();
  return useKept<Determined>(`determined ${workspace.set} ${path}`);
}

/** With a decision on one service; one on a determination that is no longer shown changes nothing. */
export function withDecision(now: Determined | null, id: string, service: string, decided: Decided): Determined | null {
  if (now?.made.id !== id) return now;
  return { ...now, decisions: new Map(now.decisions).set(service, decided) };
}
