import { type Analysis, outline } from "../../dsl/index.ts";
import type { GuidelineView, RequestStart } from "./protocol.ts";

/** What a guideline declares, as far as it could be read. */
export function guidelineView(path: string, analysis: Analysis): GuidelineView {
  const { source, title } = analysis.value;
  return {
    path,
    title,
    source: source === null ? null : [source.title, source.locator].filter((part) => part !== null).join(", "),
    outline: outline(analysis).filter(({ kind }) => kind !== "guideline"),
    firstService: firstService(analysis),
  };
}

function firstService(analysis: Analysis): RequestStart | null {
  const service = analysis.value.services[0];
  if (service === undefined) return null;
  const item = service.items[0];
  const code = item?.codes[0];
  return {
    service: item?.name ?? service.name,
    code: code === undefined ? null : `${code.system} ${code.code}`,
  };
}
