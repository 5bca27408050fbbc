import { type Problem, problem } from "../diagnostic/index.ts";
import type { Placed } from "./declare.ts";
import type { Expression } from "./model.ts";
import type { Part } from "./part.ts";

/** Limits that ask nothing of the request: giving less of it could not meet them. */
export function limitsOfTheRecord(parts: readonly Part[]): readonly Placed[] {
  const asked = new Set(
    parts.flatMap(({ resolved }) =>
      resolved.facts.flatMap(({ key, askedFor }) => (askedFor === null ? [] : [`${askedFor} · ${key}`])),
    ),
  );
  const definitions = new Map(
    parts.flatMap(({ resolved }) => resolved.definitions.map(({ key, criterion }) => [key, criterion] as const)),
  );
  return parts.flatMap(({ resolved }, index) =>
    resolved.recommendations.flatMap(({ service, kind, criterion, limits }) =>
      [...limits, ...(kind === "limited to" ? [criterion] : [])]
        .filter((limit) => !asks(limit, (fact) => asked.has(`${service} · ${fact}`), definitions))
        .map((limit) => ({ index, problem: asksTheRecord(limit) })),
    ),
  );
}

/** Whether a fact asked for is tested, definitions followed, each once whatever circles they make; tables are trusted to. */
function asks(
  of: Expression,
  isAsked: (fact: string) => boolean,
  definitions: ReadonlyMap<string, Expression>,
): boolean {
  const followed = new Set<string>();
  const visit = (expression: Expression): boolean => {
    switch (expression.kind) {
      case "test":
        return isAsked(expression.test.fact);
      case "list test":
        return false;
      case "table test":
      case "interval test":
        return true;
      case "criterion": {
        const meaning = followed.has(expression.definition) ? undefined : definitions.get(expression.definition);
        followed.add(expression.definition);
        return meaning !== undefined && visit(meaning);
      }
      case "not":
        return visit(expression.operand);
      case "by date":
        return expression.versions.some(({ criterion }) => visit(criterion));
      case "qualified":
        return [expression.criterion, ...expression.waivers, ...expression.exceptions].some(visit);
      default:
        return expression.operands.some(visit);
    }
  };
  return visit(of);
}

function asksTheRecord({ span, text }: Expression): Problem {
  return problem("W0351", span, `\`${text}\` asks nothing of the request, so less of it could not be given.`, {
    severity: "warning",
    hint: "`limited to` is about what the service is `asked for` with, such as `use is sleep`. What the record must show belongs to the criteria: `imaging only if ...`.",
  });
}
