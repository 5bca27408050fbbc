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
  return parts.flatMap(({ resolved, declaration }, index) =>
    resolved.recommendations
      .filter((recommendation) => recommendation.citation === null)
      .map(() => ({ index, problem: withoutCitation(declaration) })),
  );
}

function withoutCitation(declaration: Declaration): Problem {
  const span = declaration.kind === "recommendation" ? declaration.service.span : declaration.span;
  return problem("W0313", span, "This recommendation does not say where it is published.", {
    severity: "warning",
    hint: 'Add `cite page 178` below it, or say the pages once for all below `guideline`: `source "...", pages 177-179`.',
  });
}
