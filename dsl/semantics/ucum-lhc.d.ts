/** The part of @lhncbc/ucum-lhc we use; the package ships no types. */
declare module "@lhncbc/ucum-lhc" {
  export class UcumLhcUtils {
    static getInstance(): UcumLhcUtils;
    validateUnitString(unit: string): { status: "valid" | "invalid" | "error" };
    convertUnitTo(
      from: string,
      value: number,
      to: string,
    ): { status: "succeeded" | "failed" | "error"; toVal: number | null };
  }
}
