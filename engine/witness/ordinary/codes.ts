import { type CodeSystem, codesInWords, type FactType, type Range, readValue } from "../../../dsl/index.ts";
import { holds, one, type ValueSet } from "../../values/index.ts";

/** Codes that any record may hold: low back pain, pain in the knee, diabetes, hypertension; an office visit; and so on. */
const everyday: Readonly<Record<CodeSystem, readonly string[]>> = {
  "ICD-10-CM": ["M54.50", "M25.561", "E11.9", "I10", "J45.909", "R51.9"],
  CPT: ["99213", "97110", "72148", "20610", "36415"],
  HCPCS: ["G0283", "J1030", "A0428", "L0650"],
  "SNOMED CT": ["161891005", "73211009", "38341003"],
  LOINC: ["2703-7", "4548-4", "718-7"],
};

/** Codes of a set: those that are listed by themselves, everyday ones, and those at the ends of ranges. */
export function ordinaryCodes(set: ValueSet, type: FactType & { readonly kind: "code" }): readonly number[] {
  const common = everyday[type.system].flatMap((code) => numberOf(code, type) ?? []).filter((code) => holds(set, code));
  const listed = set.filter(({ low, high }) => low === high).map(({ low }) => low);
  const ends = set.filter(({ low, high }) => low < high).flatMap((range) => near(range));
  const isSmall = set.every(({ low, high }) => high - low < 37 ** 5);
  const all = isSmall ? [...listed, ...ends, ...common] : [...common, ...ends, ...listed];
  return [...new Set(all)].filter((code) => isCode(code, type));
}

/** What a character of a code may be, with none: the first of the codes that begin so is one share of them further on. */
const characters = 37;

function near({ low, high }: Range): readonly number[] {
  const after = Array.from({ length: 40 }, (_, more) => low + more);
  return [low + (high - low + 1) / characters, ...after, high].filter((code) => low <= code && code <= high);
}

function isCode(code: number, type: FactType & { readonly kind: "code" }): boolean {
  const [text, more] = codesInWords(type.system, one(code));
  return text !== undefined && more === undefined && numberOf(text, type) === code;
}

/** `null` for what is not one code of the system. */
function numberOf(text: string, type: FactType): number | null {
  const read = readValue(text, type);
  const range = "parts" in read ? read.parts[0]?.ranges[0] : undefined;
  return range !== undefined && range.low === range.high ? range.low : null;
}
