import type { Span } from "../../dsl/index.ts";
import { settledOutcomes } from "../ir/index.ts";
import { everyFormula, type NodeId, quantitiesOf, TOO_LARGE } from "../logic/index.ts";
import { asked, foundIn } from "./asked.ts";
import { isOwn, type Parts } from "./parts.ts";
import { type Asked, open, proved } from "./question.ts";
import { formulasOf, type ServiceSpace } from "./serviceSpace.ts";

/** Which facts a service tests, and on which its outcome depends. `null`: that is not known of it. */
export interface Mattering {
  readonly tested: ReadonlySet<string>;
  readonly matter: ReadonlySet<string> | null;
  /** Of the others, those that what is assumed ties to facts on which it depends: what is known of the one may decide the other. */
  readonly tied: ReadonlySet<string>;
}

export function matteringIn(tried: ServiceSpace): Mattering {
  const { program } = tried;
  const facts = (ids: readonly string[]): ReadonlySet<string> =>
    new Set(ids.flatMap((id) => quantitiesOf(program).get(id)?.fact ?? []));
  const read = everyFormula(program, formulasOf(tried.parts, tried.service));
  const tested = facts(read.flatMap((each) => (each.kind === "test" ? [each.quantity] : [])));
  const nodes = settledOutcomes.map((each) => tried.outcome(each));
  if (nodes.includes(TOO_LARGE)) return { tested, matter: null, tied: new Set() };
  return {
    tested,
    matter: facts(nodes.flatMap((node) => mattersTo(tried, node))),
    tied: facts(nodes.flatMap((node) => tiedTo(tried, node))),
  };
}

/** Where it may come out either way: what it is drawn over and what an assumption holds together with other quantities. */
function tiedTo({ space }: ServiceSpace, node: NodeId): readonly string[] {
  const ways = [node, space.not(node)];
  if (ways.some((way) => space.canBe(space.all([space.possible, way])) === false)) return [];
  return space.supportOf(node).filter((quantity) => {
    const others = space.supportOf(space.possible).filter((each) => each !== quantity);
    const own = others.reduce((each, other) => space.sometimes(other, each), space.possible);
    const apart = space.all([own, space.sometimes(quantity, space.possible)]);
    return space.differ(apart, space.possible) !== space.any([]);
  });
}

/** What a function depends on where something is possible: each quantity is let go in turn. */
function mattersTo({ space }: ServiceSpace, node: NodeId): readonly string[] {
  const support = space.supportOf(node);
  if (space.supportOf(space.possible).length === 0) return support;
  const within = space.all([space.possible, node]);
  const outside = space.all([space.possible, space.not(node)]);
  return support.filter(
    (quantity) =>
      space.canBe(space.all([space.sometimes(quantity, within), space.sometimes(quantity, outside)])) !== false,
  );
}

/**
 * Facts that criteria of services test although no outcome depends on them. Where all that asks for a fact is told of already, it
 * is not told once more. `told`: where that is.
 */
export function neverMatters(parts: Parts, services: readonly Mattering[], told: readonly Span[]): readonly Asked[] {
  const { guideline, program } = parts;
  const problem = "fact that never matters";
  const tested = new Set(services.flatMap((each) => [...each.tested]));
  const unknown = services.some(({ matter }) => matter === null);
  const matter = new Set(services.flatMap((each) => [...(each.matter ?? [])]));
  const tied = new Set(services.flatMap((each) => [...each.tied]));
  return guideline.facts
    .filter((fact) => isOwn(fact) && tested.has(fact.key))
    .map(({ key, name, span }) => {
      const about = { span, name };
      if (matter.has(key)) return asked(problem, about, proved, program.file);
      if (unknown) return asked(problem, about, open("a service is too large to be looked at whole"), program.file);
      if (tied.has(key)) return asked(problem, about, open("what is assumed ties it to other facts"), program.file);
      if (isTold(parts, key, told))
        return asked(problem, about, open("what asks for it is told of by itself"), program.file);
      return foundIn(problem, program.file, about, {
        message: `\`${name}\` is asked for, and no outcome ever depends on it.`,
        hint: "Whoever documents it does so in vain. Take it out of the criteria, or look for what makes it needless there.",
      });
    });
}

function isTold({ program, criteria }: Parts, fact: string, told: readonly Span[]): boolean {
  const asking = criteria.filter(({ kind }) => kind !== "assumption").map(({ formula }) => formula);
  const tests = everyFormula(program, asking).filter(
    (each) => each.kind === "test" && quantitiesOf(program).get(each.quantity)?.fact === fact,
  );
  return tests.every(({ span }) => told.some(({ start, end }) => start <= span.start && span.end <= end));
}
