import { type Problem, problem } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Placed } from "./declare.ts";
import type { Part } from "./part.ts";
import { uncovered } from "./versions.ts";

/** Definitions by date that mean nothing on some day the guideline is in force. */
export function datesWithoutMeaning(parts: readonly Part[]): readonly Placed[] {
  const effective = parts.find(({ resolved }) => resolved.header)?.resolved.header?.effective;
  if (!effective) return [];
  return parts.flatMap(({ resolved }, index) =>
    resolved.definitions.flatMap(({ name, criterion, span }) => {
      const gap = criterion.kind === "by date" ? uncovered(criterion.versions, effective) : null;
      return gap ? [{ index, problem: withoutVersion(name, gap, span) }] : [];
    }),
  );
}

function withoutVersion(name: string, { from, to }: { from: string | null; to: string | null }, span: Span): Problem {
  const when =
    from === null ? `up to ${to}` : to === null ? `from ${from}` : from === to ? `on ${to}` : `from ${from} to ${to}`;
  return problem("E0254", span, `\`${name}\` means nothing ${when}.`, {
    hint: "Every day on which the guideline is in force needs one meaning. Move a date, or say in the guideline's own `effective from` that it is not in force then.",
  });
}
