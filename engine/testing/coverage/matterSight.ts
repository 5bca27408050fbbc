import type { CompiledGuideline, Known, Verdict } from "../../evaluate/index.ts";
import type { Formula } from "../../ir/index.ts";
import type { NodeId } from "../../logic/index.ts";
import { holds, lowest } from "../../values/index.ts";
import { openStretches } from "../index.ts";
import { isAlwaysKnown } from "./alwaysKnown.ts";
import type { Condition } from "./conditions.ts";
import type { Asked, Sight, SightClaim } from "./sight.ts";

/**
 * A case on which a condition has an answer and matters by itself: if it held, the criterion would be decided one way, if it
 * failed the other, whatever else the case leaves open.
 */
export function matterSight(id: string, { formula, given }: Condition, answer: Verdict): Sight {
  const [held, failed] = [given(true), given(false)];
  const sees: Sight["sees"] = (compiled, { information }) =>
    compiled.answer(formula, information) === answer && areOpposite(compiled, held, failed, information);
  const decided = { held, failed, condition: formula };
  return {
    id,
    sees,
    needs: (asked) => {
      if (answer === "not documented" && formula.kind === "test" && asked.program.assumptions.length === 0)
        return openClaims(asked, decided).map(({ node }) => [node]);
      const wanted = conditionNodes(asked, formula, answer);
      return waysToMatter(asked, decided).map((node) => wanted.map((each) => asked.space.all([each, node])));
    },
    claims: (asked) =>
      answer === "not documented" ? openClaims(asked, decided) : sureClaims(asked, decided, answer === "met"),
  };
}

function areOpposite(compiled: CompiledGuideline, held: Formula, failed: Formula, known: Known): boolean {
  const one = compiled.answer(held, known);
  if (one !== "met" && one !== "not met") return false;
  return compiled.answer(failed, known) === (one === "met" ? "not met" : "met");
}

interface Decided {
  readonly condition: Formula;
  readonly held: Formula;
  readonly failed: Formula;
}

/** Some completion must have the condition met, or fail, or one of the case must have the first and one the other. */
function conditionNodes({ space, program }: Asked, formula: Formula, answer: Verdict): readonly NodeId[] {
  const node = space.formula(program, formula);
  if (answer === "met") return [node];
  if (answer === "not met") return [space.not(node)];
  const isOpen = space.supportOf(node).some((quantity) => !isAlwaysKnown(program, quantity));
  return isOpen ? [node, space.not(node)] : [space.any([])];
}

/** Where the condition decides: by holding it meets the criterion, or it fails it. */
function waysToMatter({ space, program }: Asked, { held, failed }: Decided): readonly [NodeId, NodeId] {
  const [ifHeld, ifFailed] = [held, failed].map((each) => space.formula(program, each));
  const [one = 0, other = 0] = [ifHeld, ifFailed];
  return [space.all([one, space.not(other)]), space.all([space.not(one), other])];
}

function sureClaims(asked: Asked, decided: Decided, isMet: boolean): readonly SightClaim[] {
  const node = asked.space.formula(asked.program, decided.condition);
  const wanted = isMet ? node : asked.space.not(node);
  return waysToMatter(asked, decided).map((way) => ({
    node: asked.space.all([wanted, way]),
    open: new Set(),
    between: null,
  }));
}

/** One quantity of the condition is undocumented, or has one of two values, and all else is as it must be. */
function openClaims(asked: Asked, decided: Decided): readonly SightClaim[] {
  const { space, program } = asked;
  const node = space.formula(program, decided.condition);
  const possible = space.possibleIn(program);
  const quantities = space.supportOf(node).filter((quantity) => !isAlwaysKnown(program, quantity));
  const ways = waysToMatter(asked, decided);
  const undocumented = quantities.flatMap((quantity) =>
    ways.map((way): SightClaim => {
      const isOpen = space.openWithout(quantity, node, possible);
      return {
        node: space.all([isOpen, space.decidedWithout(quantity, way, possible)]),
        open: new Set([quantity]),
        between: null,
      };
    }),
  );
  return [...undocumented, ...quantities.flatMap((quantity) => betweenClaims(asked, decided, quantity))];
}

/**
 * Only of one test: of what has several, a value between two is hardly ever what makes it open. Whatever more a case leaves open,
 * it leaves one of these; so that they, with the quantity undocumented, are all ways there are.
 */
function betweenClaims(asked: Asked, decided: Decided, id: string): readonly SightClaim[] {
  const { space, program } = asked;
  const { condition } = decided;
  const quantity = program.quantities.find((each) => each.id === id);
  if (condition.kind !== "test" || quantity === undefined) return [];
  const possible = space.possibleIn(program);
  const cells = space.variables.find((variable) => variable.quantity === id)?.cells ?? [];
  if (cells.length === 2) return [];
  const isMet = (cell: number): boolean => holds(condition.values, lowest(cells[cell] ?? []) ?? 0);
  const least = openStretches(quantity, cells, isMet).filter((stretch) => stretch.cells.length === 2);
  return least.flatMap((stretch) =>
    waysToMatter(asked, decided).map((way): SightClaim => {
      const at = stretch.cells.map((cell) => space.given(space.all([possible, way]), id, cell));
      return { node: space.all(at), open: new Set(), between: { quantity: id, values: stretch.ends } };
    }),
  );
}
