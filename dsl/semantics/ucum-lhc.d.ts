/** The part of @lhncbc/ucum-lhc we use; the package ships no types. */
declare module "@lhncbc/ucum-lhc" {
  export interface UcumUnit {
    readonly magnitude_: number | null;
    readonly dim_: { readonly dimVec_: readonly number[] | null } | null;
    /** No multiple of its base: degrees Celsius, pH. */
    readonly isSpecial_: boolean;
    /** Defined by a procedure and comparable with itself alone: international units. */
    readonly isArbitrary_: boolean;
    readonly moleExp_: number;
    readonly equivalentExp_: number;
  }
  export class UcumLhcUtils {
    static getInstance(): UcumLhcUtils;
    validateUnitString(unit: string): { status: "valid" | "invalid" | "error" };
    getSpecifiedUnit(unit: string, valConv: "validate"): { unit: UcumUnit | null };
    convertUnitTo(
      from: string,
      value: number,
      to: string,
    ): { status: "succeeded" | "failed" | "error"; toVal: number | null };
  }
}
