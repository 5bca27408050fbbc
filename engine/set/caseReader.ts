import type { Checked } from "../../dsl/index.ts";
import { decodeCase } from "../values/case/index.ts";
import type { Case } from "../values/index.ts";
import type { NamedText } from "../values/yaml/index.ts";
import { caseChecker } from "./caseChecks.ts";
import type { GuidelineSet } from "./guidelineSet.ts";

/**
 * Reads cases against a set that stays as it is: each as `readSet` reads it among the files of the set, of which nothing is
 * read again.
 */
export function caseReader(set: GuidelineSet): (text: NamedText) => Checked<Case | null> {
  const check = caseChecker([...set.readings.values()]);
  return (text) => {
    const { value, diagnostics } = decodeCase(text);
    return { value, diagnostics: [...diagnostics, ...(value === null ? [] : (check?.(value) ?? []))] };
  };
}
