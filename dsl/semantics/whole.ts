import { type Problem, problem } from "../diagnostic/index.ts";
import type { Declaration } from "../syntax/index.ts";
import { circles } from "./circles.ts";
import { datesWithoutMeaning } from "./datesWithoutMeaning.ts";
import type { Placed } from "./declare.ts";
import { onlyExcluded } from "./onlyExcluded.ts";
import { limitsOfTheRecord } from "./limits.ts";
import type { Part } from "./part.ts";

/** What only shows in the whole guideline: a missing head, definitions that turn in circles, recommendations without a citation. */
export function wholeProblems(own: readonly Part[], inherited: readonly Part[]): readonly Placed[] {
  const parts = [...own, ...inherited.filter(({ declaration }) => declaration.kind !== "guideline")];
  return [
    ...headProblems(parts),
    ...circles(parts),
    ...uncited(parts),
    ...onlyExcluded(parts),
    ...limitsOfTheRecord(parts),
    ...datesWithoutMeaning(parts),
  ];
}

function headProblems(parts: readonly Part[]): readonly Placed[] {
  const heads = parts.flatMap(({ declaration }, index) =>
    declaration.kind === "guideline" ? [{ index, span: declaration.title?.span ?? declaration.span }] : [],
  );
  const [first, ...others] = heads;
  if (!first) {
    const start = parts[0]?.declaration.span.start ?? 0;
    const missing = problem("E0308", { start, end: start }, "This file does not say which guideline it is.", {
      hint: 'Begin it with `guideline "Neck and Upper Back Complaints"` and its `source` on the line below.',
    });
    return [{ index: 0, problem: missing }];
  }
  return others.map(({ index, span }) => ({
    index,
    problem: problem("E0309", span, "A second guideline begins here.", {
      hint: "One file holds one guideline; put this one in a file of its own.",
    }),
  }));
}

/** Every recommendation leads to its published text: its own `cite`, or a `source` with pages or a section. */
function uncited(parts: readonly Part[]): readonly Placed[] {
  const header = parts.find(({ resolved }) => resolved.header)?.resolved.header;
  if (!header || header.source?.locator) return [];
  if (parts.some(({ declaration, parsed }) => declaration.kind === "guideline" && parsed.problems.length > 0))
    return [];
  const all = parts.flatMap(({ resolved, declaration }, index) =>
    resolved.recommendations.map(({ citation }) => ({ index, declaration, cited: citation !== null })),
  );
  const [first, ...others] = all;
  if (first && others.length > 0 && all.every(({ cited }) => !cited))
    return [{ index: first.index, problem: withoutCitation(first.declaration, others.length) }];
  return all
    .filter(({ cited }) => !cited)
    .map(({ index, declaration }) => ({ index, problem: withoutCitation(declaration, 0) }));
}

/** `others`: how many recommendations besides have no citation either, when none has. */
function withoutCitation(declaration: Declaration, others: number): Problem {
  const span = declaration.kind === "recommendation" ? declaration.service.span : declaration.span;
  const message =
    others === 0
      ? "This recommendation does not say where it is published."
      : `This recommendation and the ${others === 1 ? "other" : `${others} others`} do not say where they are published.`;
  return problem("W0313", span, message, {
    severity: "warning",
    hint: 'Say the section or the pages once for all below `guideline`: `source "...", section B`, `source "...", pages 177-179`; or below each recommendation: `cite section B`, `cite page 178`.',
  });
}
