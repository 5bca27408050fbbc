import { type Problem, problem } from "../diagnostic/index.ts";
import type { Chunk, Declaration } from "../syntax/index.ts";
import type { Placed } from "./declare.ts";
import type { Resolved } from "./resolve.ts";

/** One declaration with its text, tree and meaning. */
export interface Part {
  readonly chunk: Chunk;
  readonly declaration: Declaration;
  readonly resolved: Resolved;
}

/** What only shows in the whole guideline: a missing head, definitions that turn in circles, recommendations without a citation. */
export function wholeProblems(parts: readonly Part[]): readonly Placed[] {
  return [...headProblems(parts), ...circles(parts), ...uncited(parts)];
}

function headProblems(parts: readonly Part[]): readonly Placed[] {
  const heads = parts.flatMap(({ declaration }, index) =>
    declaration.kind === "guideline" ? [{ index, span: declaration.title?.span ?? declaration.span }] : [],
  );
  const [first, ...others] = heads;
  if (!first) {
    const start = parts[0]?.declaration.span.start ?? 0;
    const missing = problem("E0308", { start, end: start }, "This file does not say which guideline it is.", {
      hint: 'Begin it with `guideline "Title"` and its `source`.',
    });
    return parts.length === 0 ? [] : [{ index: 0, problem: missing }];
  }
  return others.map(({ index, span }) => ({
    index,
    problem: problem("E0309", span, "A second guideline begins here.", {
      hint: "One file holds one guideline; put this one in a file of its own.",
    }),
  }));
}

/** `define a as b`, `define b as a` */
function circles(parts: readonly Part[]): readonly Placed[] {
  const uses = new Map<string, readonly string[]>();
  for (const { resolved } of parts)
    for (const { key } of resolved.definitions)
      uses.set(
        key,
        resolved.uses.filter((use) => use.kind === "definition").map((use) => use.key),
      );
  return parts.flatMap(({ resolved }, index) =>
    resolved.definitions.flatMap((definition) => {
      const circle = pathTo(definition.key, definition.key, uses, new Set());
      return circle ? [{ index, problem: circular(definition.span, circle) }] : [];
    }),
  );
}

/** Names passed through on the way from `from` back to `target`. */
function pathTo(
  target: string,
  from: string,
  uses: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): readonly string[] | null {
  for (const next of uses.get(from) ?? []) {
    if (next === target) return [from, next];
    if (seen.has(next)) continue;
    seen.add(next);
    const rest = pathTo(target, next, uses, seen);
    if (rest) return [from, ...rest];
  }
  return null;
}

function circular(span: Problem["span"], circle: readonly string[]): Problem {
  return problem("E0312", span, `\`${circle[0] ?? ""}\` is defined by itself.`, {
    hint: `${circle.map((key) => `\`${key}\``).join(" needs ")}. Say one of them in facts.`,
  });
}

/** Every recommendation leads to its published text: its own `cite`, or a `source` with pages or a section. */
function uncited(parts: readonly Part[]): readonly Placed[] {
  const header = parts.find(({ resolved }) => resolved.header)?.resolved.header;
  if (!header || header.source?.locator) return [];
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
    hint: 'Add `cite page 178` below it, or pages to the guideline: `source "...", pages 177-179`.',
  });
}
