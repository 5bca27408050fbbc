import { replaceEqualDeep } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useRef } from "react";
import { type Store, useStore, type WorkFile, type Workspace } from "../store/index.ts";
import type { Analysis, Analyst } from "../worker/index.ts";
import type { Proofs, Prover } from "../worker/proof/index.ts";
import type { CaseChanges } from "./caseChanges.ts";

/** A place in a file that the editor is asked to show. Every request is a new object. */
export interface Place {
  readonly path: string;
  readonly start: number;
  readonly end?: number;
}

/** The open guideline set with everything that works on it. */
export interface Studio {
  readonly title: string;
  readonly workspace: Workspace;
  readonly analyst: Analyst;
  readonly prover: Prover;
  readonly caseChanges: CaseChanges;
  /** The fact the form is asked to open, by name; the form takes it off again. */
  readonly wantedFact: Store<string | null>;
  /** The code whose explanation is open. */
  readonly explained: Store<string | null>;
  /** The place last asked for, e.g. by the outline or a diagnostic. */
  readonly place: Store<Place | null>;
  /** False while the server does not answer. */
  readonly online: boolean;
}

const StudioContext = createContext<Studio | null>(null);

export function StudioProvider({ studio, children }: { readonly studio: Studio; readonly children: ReactNode }) {
  return <StudioContext value={studio}>{children}</StudioContext>;
}

export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (studio === null) throw new Error("useStudio outside a StudioProvider");
  return studio;
}

/** A part of the newest analysis; parts that did not change keep their identity from one analysis to the next. */
export function useAnalysis<T>(select: (analysis: Analysis | null) => T): T {
  return useStore(useStudio().analyst.state, (state) => select(state.analysis));
}

/** Whether some guideline has an error, so that what it asks and decides may be missing from what is shown. */
export function useHasUnreadGuideline(): boolean {
  return useAnalysis(
    (analysis) =>
      analysis?.diagnostics.some(({ severity, file }) => severity === "error" && file.endsWith(".guideline")) ?? false,
  );
}

/** A part of what is proved; parts that did not change keep their identity. */
export function useProofs<T>(select: (proofs: Proofs, working: boolean) => T): T {
  return useStore(useStudio().prover.state, ({ proofs, working }) => select(proofs, working));
}

/** A part of a file; renders again only when a value in that part is another one. */
export function useFile<T extends object>(path: string | undefined, select: (file: WorkFile) => T): T | undefined {
  const last = useRef<T | undefined>(undefined);
  return useStore(useStudio().workspace.state, ({ files }) => {
    const file = path === undefined ? undefined : files[path];
    last.current = file === undefined ? undefined : replaceEqualDeep(last.current, select(file));
    return last.current;
  });
}
