import type { Formula } from "../ir/index.ts";
import type { NodeId } from "../logic/index.ts";
import { type About, asked, type Flaw, foundIn } from "./asked.ts";
import type { Dispensable } from "./dispensable.ts";
import { exceptionNeverApplies } from "./exceptionNeverApplies.ts";
import { decidedAmong, decidedException, decidedFlaw } from "./decidedGroup.ts";
import { implied } from "./impliedCriterion.ts";
import type { PartSpace } from "./partSpace.ts";
import { isGroup, isWithin, type Place, placesIn, takenOut } from "./places.ts";
import type { ProblemName } from "./problems.ts";
import { type Asked, notKnown, proved, restsOn } from "./question.ts";

/** Which question is asked of a place. */
export function questionOf({ role, formula }: Place): ProblemName {
  if (role === "exception" || role === "requirement") return "exception never applies";
  return role === "waiver" || isGroup(formula) ? "branch without effect" : "term without effect";
}

export const aboutPlace = ({ formula, role }: Place): About => ({
  span: formula.span,
  name: role === "exception" && formula.kind === "not" ? formula.operand.text : formula.text,
});

/**
 * Every operand and clause is taken out in turn, the last first and those outside before those inside them. What is found to have no effect
 * stays out, so that of two that make each other needless only the later is told.
 */
export function withoutEffect(tried: PartSpace, file: string): readonly Asked[] {
  const { part } = tried;
  const out: Place[] = [];
  const answers: Asked[] = [];
  let current = part.formula;
  const places = lastFirst(placesIn(part.formula, part.expression));
  const decided = decidedAmong(tried, places);
  for (const place of places) {
    const about = aboutPlace(place);
    const constant = [...decided].find((each) => isWithin(place, each));
    if (constant !== undefined) {
      const rests = asked(questionOf(place), about, restsOn(aboutPlace(constant).name), file);
      answers.push(place === constant ? decidedPlace(tried, place, file) : rests);
      continue;
    }
    if (out.some((each) => isWithin(place, each))) continue;
    const shorter = takenOut(current, place);
    const same = makesNoDifference(tried, place, shorter);
    if (same !== true) {
      answers.push(asked(questionOf(place), about, same === null ? notKnown : proved, file));
      continue;
    }
    out.push(place);
    current = shorter;
    answers.push(needless(tried, place, out, file));
  }
  return answers.toReversed();
}

function decidedPlace(tried: PartSpace, place: Place, file: string): Asked {
  const about = aboutPlace(place);
  const { formula, role } = place;
  const { problem, flaw } =
    role === "exception" && formula.kind === "not"
      ? decidedException(tried, formula.operand)
      : decidedFlaw(tried, formula, about.name);
  return foundIn(problem, file, about, flaw);
}

function needless(tried: PartSpace, place: Place, out: readonly Place[], file: string): Asked {
  const about = aboutPlace(place);
  const constant = tried.constantUnder(place.formula);
  if (constant !== null) return asked(questionOf(place), about, restsOn(constant), file);
  const remaining = place.siblings.filter((each) => !out.some((one) => one.formula === each));
  const { problem, flaw } = dispensable(tried, place, remaining);
  return foundIn(problem, file, about, flaw);
}

/** Neither by itself, nor with all that is out already. */
function makesNoDifference(tried: PartSpace, place: Place, shorter: Formula): boolean | null {
  const alone = tried.same(tried.node(takenOut(tried.part.formula, place)), tried.root);
  return alone === true ? tried.same(tried.node(shorter), tried.root) : alone;
}

function dispensable(tried: PartSpace, place: Place, siblings: readonly Formula[]): Dispensable {
  const without = tried.node(place.parent.kind === "all" ? { ...place.parent, operands: siblings } : place.formula);
  return (
    exceptionNeverApplies(tried, place, without) ??
    implied(tried, place, siblings) ?? { problem: asBranchOrTerm(place), flaw: plainly(tried, place) }
  );
}

const asBranchOrTerm = (place: Place): ProblemName => {
  const name = questionOf(place);
  return name === "exception never applies" ? "branch without effect" : name;
};

function plainly(tried: PartSpace, place: Place): Flaw {
  const { name } = aboutPlace(place);
  const what = place.role === "waiver" ? `Waiving by \`${name}\`` : `\`${name}\``;
  return {
    message: `${what} makes no difference to ${whole(tried)}: without it the same cases meet it.`,
    hint: `${why(tried, tried.node(place.formula), name)} Take it out, or say what it was meant to ask.`,
  };
}

function why(tried: PartSpace, node: NodeId, name: string): string {
  if (tried.never(node) === true) return `\`${name}\` is never met.`;
  if (tried.never(tried.space.not(node)) === true) return `\`${name}\` is always met.`;
  return "What stands beside it says the same already.";
}

export function whole({ part: { kind, name } }: PartSpace): string {
  if (kind === "definition") return `\`${name}\``;
  return kind === "scope" ? "the scope" : "this criterion";
}

function lastFirst(places: readonly Place[]): readonly Place[] {
  return places.toSorted((a, b) => {
    const depth = Math.min(a.path.length, b.path.length);
    for (let at = 0; at < depth; at += 1) {
      const apart = (b.path[at] ?? 0) - (a.path[at] ?? 0);
      if (apart !== 0) return apart;
    }
    return a.path.length - b.path.length;
  });
}
