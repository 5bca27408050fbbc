import { replaceEqualDeep } from "@tanstack/react-query";
import type { Analysis, AnalysisNews } from "./protocol.ts";

/** Tells of each analysis only what differs from the one before, so that little crosses to the main thread. */
export function createNews(): (analysis: Analysis) => AnalysisNews {
  let told: Analysis | undefined;
  return (analysis) => {
    const next = replaceEqualDeep(told, analysis);
    const news = told === undefined ? next : changedParts(told, next);
    told = next;
    return news;
  };
}

function changedParts(before: Analysis, next: Analysis): AnalysisNews {
  const known = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(Object.entries(next).filter(([name, part]) => known.get(name) !== part));
}
