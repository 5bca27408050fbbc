import { definitionOf, everyNode, type Formula, type GuidelineProgram, settledOutcomes } from "../../ir/index.ts";
import type { NodeId, Space } from "../../logic/index.ts";

/** What a guideline is asked for: the outcome of a service, or a definition that no service rests on. */
export interface Subject {
  readonly kind: "service" | "criterion";
  readonly key: string;
}

export function subjectsOf(program: GuidelineProgram): readonly Subject[] {
  const { services, criteria } = program;
  const reached = definitionsReached(
    program,
    services.flatMap((each) => [each.addressed, each.exclusion, each.criteria, each.within]),
  );
  return [
    ...services.map(({ service }): Subject => ({ kind: "service", key: service })),
    ...[...criteria.keys()].flatMap((key): readonly Subject[] =>
      reached.has(key) ? [] : [{ kind: "criterion", key }],
    ),
  ];
}

/** The definitions that formulas rest on, however far round. */
function definitionsReached(program: GuidelineProgram, formulas: readonly Formula[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const collect = (of: readonly Formula[]): void => {
    for (const node of everyNode(of)) if (node.kind === "criterion") reached.add(node.definition);
  };
  collect(formulas);
  for (const key of reached) collect([definitionOf(program, key)]);
  return reached;
}

/** True in the completions that give the subject each of its answers; one of them is, in every completion. */
export function answersIn(space: Space, program: GuidelineProgram, { kind, key }: Subject): readonly NodeId[] {
  if (kind === "service") return settledOutcomes.map((outcome) => space.outcome(program, key, outcome));
  const met = space.formula(program, definitionOf(program, key));
  return [met, space.not(met)];
}
