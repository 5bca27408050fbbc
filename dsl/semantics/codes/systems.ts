import type { Word } from "../../syntax/index.ts";
import type { CodeSystem } from "../types.ts";
import { loincDigit, snomedDigit } from "./checkDigits.ts";

/** What the codes of a system look like (AMA, CMS, NCHS, SNOMED International, Regenstrief). */
export interface CodeShape {
  readonly example: string;
  /** A whole code, in capitals; a dot may stand where the system writes one. */
  readonly pattern: RegExp;
  /** What may stand before a `*`. */
  readonly beginning: RegExp;
  /** Characters of the longest code without its dot. */
  readonly width: number;
  /** Whether codes that begin alike mean alike, so that ranges and `*` have a meaning. */
  readonly ordered: boolean;
  /** The last digit of a code, computed from the others; `null` for systems without one. */
  readonly lastDigit: ((others: string) => string) | null;
}

export const codeShapes: Readonly<Record<CodeSystem, CodeShape>> = {
  CPT: {
    example: "72141",
    pattern: /^\d{4}[0-9AFMTU]$/,
    beginning: /^\d{1,4}$/,
    width: 5,
    ordered: true,
    lastDigit: null,
  },
  HCPCS: {
    example: "E1390",
    pattern: /^[A-V]\d{4}$/,
    beginning: /^[A-V]\d{0,3}$/,
    width: 5,
    ordered: true,
    lastDigit: null,
  },
  "ICD-10-CM": {
    example: "M50.12",
    pattern: /^[A-Z]\d[0-9AB](?:\.?[0-9A-Z]{1,4})?$/,
    beginning: /^[A-Z](?:\d(?:[0-9AB](?:\.?[0-9A-Z]{0,3})?)?)?$/,
    width: 7,
    ordered: true,
    lastDigit: null,
  },
  "SNOMED CT": {
    example: "161891005",
    pattern: /^\d{6,18}$/,
    beginning: /^\d+$/,
    width: 18,
    ordered: false,
    lastDigit: snomedDigit,
  },
  LOINC: {
    example: "2703-7",
    pattern: /^\d{1,7}-\d$/,
    beginning: /^\d+-?$/,
    width: 8,
    ordered: false,
    lastDigit: loincDigit,
  },
};

export const codeSystems: readonly CodeSystem[] = ["CPT", "HCPCS", "ICD-10-CM", "SNOMED CT", "LOINC"];

/** The system named at `index`, and how many words name it: `SNOMED CT` are two. */
export function systemAt(
  words: readonly Word[],
  index: number,
): { readonly system: CodeSystem; readonly size: number } | null {
  for (const system of codeSystems) {
    const size = system.split(" ").length;
    const said = words.slice(index, index + size).map((word) => word.text.toLowerCase());
    if (said.join(" ") === system.toLowerCase()) return { system, size };
  }
  return null;
}

const named: Readonly<Record<CodeSystem, RegExp>> = {
  CPT: /^CPT(?:\s*:)?\s/i,
  HCPCS: /^HCPCS(?:\s*:)?\s/i,
  "ICD-10-CM": /^ICD-10-CM(?:\s*:)?\s/i,
  "SNOMED CT": /^SNOMED CT(?:\s*:)?\s/i,
  LOINC: /^LOINC(?:\s*:)?\s/i,
};

/** `ICD-10-CM M54.16` and `ICD-10-CM: M54.16` as the system and the rest; no system where none is named. */
export function splitSystem(text: string): { readonly system: CodeSystem | null; readonly rest: string } {
  const written = text.trim();
  const system = codeSystems.find((name) => named[name].test(written)) ?? null;
  return { system, rest: system === null ? written : written.slice(system.length).replace(/^\s*:?\s*/, "") };
}
