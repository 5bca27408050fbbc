/** Anchors: dates every case has in full. `request date` and `service date` are given; others may be added by name. */
export type Anchor = "request date" | "service date";

export type CodeSystem = "CPT" | "HCPCS" | "ICD-10-CM" | "SNOMED CT" | "LOINC";

export interface Code {
  readonly system: CodeSystem;
  readonly code: string;
}

/** A UCUM unit with the word authors use for it, e.g. `{ word: "weeks", ucum: "wk" }`, `{ word: "mmHg", ucum: "mm[Hg]" }`. */
export interface Unit {
  readonly word: string;
  readonly ucum: string;
}

/** How a treatment trial went, in the order shown to people. */
export const trialResponses = [
  "failed",
  "partially succeeded",
  "succeeded",
  "not tolerated",
  "contraindicated",
  "not tried",
] as const;
export type TrialResponse = (typeof trialResponses)[number];

/** The type of a fact. Number precision is `decimals` digits after the point (`to 0.1` is 1). */
export type FactType =
  | { readonly kind: "yes or no" }
  | { readonly kind: "one of"; readonly options: readonly string[] }
  | { readonly kind: "number"; readonly unit: Unit | null; readonly decimals: number }
  /** A number calculated exactly. Values are half steps of 10^-decimals: 2k is exactly k steps, 2k + 1 between k and k + 1. */
  | { readonly kind: "calculated"; readonly unit: Unit | null; readonly decimals: number }
  | { readonly kind: "whole number" }
  | { readonly kind: "date" }
  | { readonly kind: "age"; readonly at: Anchor }
  | { readonly kind: "scale"; readonly scale: string; readonly grades: readonly string[] }
  | { readonly kind: "code"; readonly system: CodeSystem }
  /** A region, with a side and, in the spine, a level (`sites/space.ts`). */
  | { readonly kind: "body site"; readonly regions: readonly string[] }
  | { readonly kind: "treatment trial" };

/** What may back a fact: in the record, strongest first; and what only the reviewer says. */
export const evidenceKinds = ["test result", "objective finding", "patient report", "opinion", "attestation"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Units of calendar and clock that a duration may be said in. Days and weeks are one family, months and years another. */
export type TimeUnit = "days" | "weeks" | "months" | "years";

/** What evidence must certainly be before a fact counts as documented. */
export type Need =
  | { readonly kind: "evidence kind"; readonly admits: readonly EvidenceKind[]; readonly text: string }
  | {
      readonly kind: "recent";
      readonly amount: number;
      readonly unit: TimeUnit;
      readonly before: Anchor;
      readonly text: string;
    }
  | { readonly kind: "author"; readonly role: string; readonly text: string }
  /** `reviewer attests "..."`: no paper documents the fact, only the reviewer who states this. */
  | { readonly kind: "attestation"; readonly statement: string; readonly text: string };
