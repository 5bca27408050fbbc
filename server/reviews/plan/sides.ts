import type { Diagnostic } from "../../../dsl/index.ts";
import { type GuidelineSet, type PlaceInSet, placesInSet, readSet, type SetFile } from "../../../engine/set/index.ts";
import type { PlacedDiagnostic } from "../../protocol/index.ts";

/** What a plan is made of: the files of a round, and of the release before. Plain data, so that it crosses to a worker. */
export interface PlanInput {
  readonly digest: string;
  readonly files: readonly SetFile[];
  /** `null`: there is no release before. */
  readonly base: { readonly version: string; readonly digest: string; readonly files: readonly SetFile[] } | null;
  readonly engine: string;
}

/** The round and what is before it, read. */
export interface Sides {
  readonly input: PlanInput;
  readonly now: GuidelineSet;
  readonly before: GuidelineSet | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly placeOf: (file: string, span: Diagnostic["span"]) => PlaceInSet;
}

export function readSides(input: PlanInput): Sides {
  const { value: now, diagnostics } = readSet(input.files);
  const before = input.base === null ? null : readSet(input.base.files, now).value;
  return { input, now, before, diagnostics, placeOf: placesInSet(now) };
}

export function placed(
  { code, severity, message, file, span, hint }: Diagnostic,
  placeOf: Sides["placeOf"],
): PlacedDiagnostic {
  return { code, severity, message, ...placeOf(file, span), ...(hint === undefined ? {} : { hint }) };
}

/** Told while a plan is made. */
export type Tell = (doing: string, done: number, of: number | null) => void;
