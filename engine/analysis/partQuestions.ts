import { alwaysMet } from "./alwaysMet.ts";
import { type About, asked, type Flaw, foundIn, shownIn } from "./asked.ts";
import { operandsOf } from "../ir/index.ts";
import { eitherWay } from "./eitherWay.ts";
import { neverMet } from "./neverMet.ts";
import type { Part, Parts } from "./parts.ts";
import { PartSpace } from "./partSpace.ts";
import { placesIn } from "./places.ts";
import type { ProblemName } from "./problems.ts";
import { type Asked, notKnown, proved, restsOn } from "./question.ts";
import { isReadOnce } from "./readOnce.ts";
import type { Shows } from "./witnessed.ts";
import { aboutPlace, questionOf, withoutEffect } from "./withoutEffect.ts";

export interface PartAnswers {
  readonly asked: readonly Asked[];
  /** The quantities it depends on, as one text. */
  readonly support: string;
}

/** Everything that is asked of one criterion by itself. */
export function partQuestions(part: Part, parts: Parts, budget: number, show: Shows): PartAnswers {
  const tried = new PartSpace(part, parts, budget);
  return { asked: answersOf(tried, show), support: tried.space.supportOf(tried.root).toSorted().join("\n") };
}

function answersOf(tried: PartSpace, show: Shows): readonly Asked[] {
  const { part } = tried;
  const { file } = part.program;
  const about: About = { span: part.span, name: part.name };
  const answer = (problem: ProblemName, flaw: Flaw | null | undefined): Asked => answered(problem, about, flaw, file);
  const never = answer("never met", neverMet(tried));
  const always = answer("always met", alwaysMet(tried));
  if ([never, always].some(({ verdict }) => verdict.kind === "found")) {
    const constant = tried.constantUnder(part.formula);
    if (constant === null) return [never, always];
    const because = restsOn(constant);
    return [asked("never met", about, because, file), asked("always met", about, because, file)];
  }
  return [never, always, ...withoutEffect(tried, file), decidedAnyway(tried, about, show)];
}

function decidedAnyway(tried: PartSpace, about: About, show: Shows): Asked {
  const { formula, program } = tried.part;
  const found = eitherWay(tried);
  if (!found) return answered("met either way", about, found, program.file);
  const { node, quantity, met, flaw } = found;
  const answer = met ? "met" : "not met";
  const shown = show(
    tried.space,
    node,
    (replayed) =>
      replayed.answer(formula) === answer && operandsOf(formula).every((each) => replayed.answer(each) !== answer),
    [quantity],
  );
  return shownIn("met either way", program.file, about, flaw, shown);
}

function answered(problem: ProblemName, about: About, flaw: Flaw | null | undefined, file: string): Asked {
  if (flaw === undefined) return asked(problem, about, notKnown, file);
  return flaw === null ? asked(problem, about, proved, file) : foundIn(problem, file, about, flaw);
}

/** Where nothing has to be drawn to see that there is no problem; else `null`. */
export function plainAnswers(part: Part): readonly Asked[] | null {
  const { formula, expression, program } = part;
  if (formula.kind === "constant" || formula.kind === "criterion") return [];
  if (!isReadOnce(program, [formula])) return null;
  const { file } = program;
  const about: About = { span: part.span, name: part.name };
  const ofWhole = (["never met", "always met", "met either way"] as const).map((each) =>
    asked(each, about, proved, file),
  );
  const ofPlaces = placesIn(formula, expression).map((place) =>
    asked(questionOf(place), aboutPlace(place), proved, file),
  );
  return [...ofWhole, ...ofPlaces];
}
