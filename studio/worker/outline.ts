import type { Guideline } from "../../dsl/index.ts";
import type { GuidelineView, OutlineEntry } from "./protocol.ts";

/** What a guideline declares, as far as it could be read. */
export function outlineOf(path: string, guideline: Guideline): GuidelineView {
  const { source } = guideline;
  return {
    path,
    title: guideline.title,
    source: source === null ? null : [source.title, source.locator].filter((part) => part !== null).join(", "),
    outline: entries(guideline),
  };
}

function entries(guideline: Guideline): readonly OutlineEntry[] {
  return [
    ...guideline.facts.map(({ name, span }) => entry("fact", name, span.start)),
    ...guideline.definitions.map(({ name, span }) => entry("criterion", name, span.start)),
    ...guideline.services.map(({ name, span }) => entry("service", name, span.start)),
    ...guideline.recommendations.map(({ service, kind, criterion, span }) =>
      entry("recommendation", `${service} ${kind} ${criterion.text}`, span.start),
    ),
    ...guideline.examples.map(({ title, span }) => entry("example", title, span.start)),
  ];
}

function entry(kind: OutlineEntry["kind"], name: string, start: number): OutlineEntry {
  return { kind, name, start };
}
