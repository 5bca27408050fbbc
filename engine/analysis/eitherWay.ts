import { type Formula, operandsOf } from "../ir/index.ts";
import { everyFormula, type NodeId } from "../logic/index.ts";
import type { Flaw } from "./asked.ts";
import type { PartSpace } from "./partSpace.ts";

/** A criterion that is decided on a case although none of its parts is. */
export interface EitherWay {
  /** The quantity that may be left open. */
  readonly quantity: string;
  /** About the other quantities: where they are so, it is decided whatever this one is. */
  readonly node: NodeId;
  readonly met: boolean;
  readonly flaw: Flaw;
}

/** `null`: there is no such case; `undefined`: not known. */
export function eitherWay(tried: PartSpace): EitherWay | null | undefined {
  const { formula } = tried.part;
  if ((formula.kind !== "all" && formula.kind !== "any") || formula.table !== undefined) return null;
  const met = formula.kind === "any";
  let isKnown = true;
  for (const quantity of testedTwice(tried)) {
    const node = decidedByNone(tried, quantity, met);
    const never = tried.never(node);
    if (never === null) isKnown = false;
    if (never === false)
      return {
        quantity,
        node,
        met,
        flaw: { ...flawOf(tried, met), within: (where) => tried.never(node, tried.not(where)) === true },
      };
  }
  return isKnown ? null : undefined;
}

/** `any` is met though no operand is met for sure; `all` fails though no operand fails for sure. */
function decidedByNone({ space, part, root }: PartSpace, quantity: string, met: boolean): NodeId {
  const wanted = (of: NodeId): NodeId => (met ? of : space.not(of));
  const decided = (of: NodeId): NodeId => space.decidedWithout(quantity, wanted(of), space.possible);
  const parts = operandsOf(part.formula).map((each) => decided(space.formula(part.program, each)));
  return space.all([decided(root), space.not(space.any(parts))]);
}

function testedTwice({ part: { program, formula } }: PartSpace): readonly string[] {
  const counts = new Map<string, number>();
  for (const operand of operandsOf(formula))
    for (const quantity of quantitiesUnder(program, operand)) counts.set(quantity, (counts.get(quantity) ?? 0) + 1);
  return [...counts].flatMap(([quantity, count]) => (count > 1 ? [quantity] : []));
}

function quantitiesUnder(program: PartSpace["part"]["program"], formula: Formula): ReadonlySet<string> {
  return new Set(everyFormula(program, [formula]).flatMap((each) => (each.kind === "test" ? [each.quantity] : [])));
}

function flawOf({ part }: PartSpace, met: boolean): Flaw {
  const answer = met ? "met" : "not met";
  return {
    message: `\`${part.name}\` can be ${answer} although none of what it ${met ? "takes one of" : "requires"} is known to be ${answer}.`,
    hint: "Whatever the missing fact is, one of the parts decides. A letter can then name none of them.",
  };
}
