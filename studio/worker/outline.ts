import { type Analysis, outline } from "../../dsl/index.ts";
import type { GuidelineView } from "./protocol.ts";

/** What a guideline declares, as far as it could be read. */
export function guidelineView(path: string, analysis: Analysis): GuidelineView {
  const { source, title } = analysis.value;
  return {
    path,
    title,
    source: source === null ? null : [source.title, source.locator].filter((part) => part !== null).join(", "),
    outline: outline(analysis).filter(({ kind }) => kind !== "guideline"),
  };
}
