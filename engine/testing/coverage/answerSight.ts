import { agreedOutcome, type CompiledGuideline } from "../../evaluate/index.ts";
import { type Formula, type SettledOutcome, settledOutcomes } from "../../ir/index.ts";
import type { NodeId } from "../../logic/index.ts";
import type { Answer } from "../../values/index.ts";
import { isAlwaysKnown } from "./alwaysKnown.ts";
import type { Asked, Sight, SightClaim } from "./sight.ts";

/** A case on which a criterion comes out so. */
export function answerSight(id: string, formula: Formula, answer: Answer): Sight {
  const sees: Sight["sees"] = (compiled, { information }) => compiled.answer(formula, information) === answer;
  const node = ({ space, program }: Asked): NodeId => space.formula(program, formula);
  if (answer === "not documented")
    return {
      id,
      sees,
      needs: (asked) => [[node(asked), asked.space.not(node(asked)), ...mayBeOpen(asked, [node(asked)])]],
      claims: (asked) => openClaims(asked, [node(asked)]),
    };
  const wanted = (asked: Asked): NodeId => (answer === "met" ? node(asked) : asked.space.not(node(asked)));
  return { id, sees, needs: (asked) => [[wanted(asked)]], claims: (asked) => sure(wanted(asked)) };
}

/** A case on which a service has the outcome. */
export function outcomeSight(id: string, service: string, outcome: SettledOutcome): Sight {
  const node = ({ space, program }: Asked): NodeId => space.outcome(program, service, outcome);
  return {
    id,
    sees: (compiled, seen) => outcomeSeen(compiled, service, seen) === outcome,
    needs: (asked) => [[node(asked)]],
    claims: (asked) => sure(node(asked)),
  };
}

/** A case on which the outcome of a service is open. */
export function informationNeeded(id: string, service: string): Sight {
  const nodes = ({ space, program }: Asked): readonly NodeId[] =>
    settledOutcomes.map((outcome) => space.outcome(program, service, outcome));
  return {
    id,
    sees: (compiled, seen) => outcomeSeen(compiled, service, seen) === "information needed",
    needs: (asked) => {
      const all = nodes(asked);
      return all.map((node) => [node, asked.space.not(node), ...mayBeOpen(asked, [node])]);
    },
    claims: (asked) => openClaims(asked, nodes(asked)),
  };
}

function outcomeSeen(compiled: CompiledGuideline, key: string, { information, service }: Parameters<Sight["sees"]>[1]) {
  return service === key ? agreedOutcome(compiled.outcomes(key, information)) : null;
}

const sure = (node: NodeId): readonly SightClaim[] => [{ node, open: new Set(), between: null }];

/** Where one quantity alone, left undocumented, keeps one of the functions open. */
function openClaims({ space, program }: Asked, nodes: readonly NodeId[]): readonly SightClaim[] {
  const possible = space.possibleIn(program);
  return nodes.flatMap((node) =>
    space
      .supportOf(node)
      .filter((quantity) => !isAlwaysKnown(program, quantity))
      .map((quantity) => ({
        node: space.openWithout(quantity, node, possible),
        open: new Set([quantity]),
        between: null,
      })),
  );
}

/** False where only what every case tells decides. */
function mayBeOpen({ space, program }: Asked, nodes: readonly NodeId[]): readonly NodeId[] {
  const isOpen = nodes.some((node) => space.supportOf(node).some((quantity) => !isAlwaysKnown(program, quantity)));
  return isOpen ? [] : [space.any([])];
}
