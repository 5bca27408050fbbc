import {
  definitionOf,
  type Formula,
  type GuidelineProgram,
  type Quantity,
  serviceOf,
  settledOutcomes,
} from "../ir/index.ts";
import { type NodeId, Space, TOO_LARGE } from "../logic/index.ts";
import { between, one } from "../values/index.ts";
import { answerOf, type CaseAnswer, type Settled } from "./answers.ts";
import type { Sameness, Side } from "./matching/index.ts";

/** What both versions are asked: a service or a definition, by its key in each. */
export interface Subject {
  readonly kind: "service" | "definition";
  readonly before: string;
  readonly now: string;
}

/** Where each thing that a version may come to is so. Together they hold everywhere, each completion one. */
export type Regions = ReadonlyMap<Settled, NodeId>;

/** What both versions say of a subject, drawn over the same quantities. */
export interface Question {
  readonly space: Space;
  /** The versions as they are drawn. */
  readonly programs: Readonly<Record<Side, GuidelineProgram>>;
  readonly before: Regions;
  readonly now: Regions;
}

/** What a version rests its answer on, besides its assumptions. */
export function formulasOf({ kind, ...keys }: Subject, side: Side, program: GuidelineProgram): readonly Formula[] {
  if (kind === "definition") return [definitionOf(program, keys[side])];
  const { addressed, exclusion, criteria, within } = serviceOf(program, keys[side]);
  return [addressed, exclusion, criteria, within];
}

/** `null`: too large to be drawn within the budget. Where both assume the same, what they rule out is not possible in the space. */
export function ask(of: Sameness, subject: Subject, budget: number): Question | null {
  return draw(of, subject, budget, { before: of.before.program, now: of.now.program });
}

/** As `ask`, of programs in which definitions that mean the same are one yes-or-no quantity each, by what `quantityOfCriterion` names it. */
export function askByName(of: Sameness, subject: Subject, budget: number, names: ReadonlySet<string>): Question | null {
  const now = withNamesAsked(of.now.program, names);
  return draw(of, subject, budget, { before: withNamesAsked(of.before.program, names), now });
}

export const quantityOfCriterion = (definition: string): string => `criterion · ${definition}`;

function withNamesAsked(program: GuidelineProgram, names: ReadonlySet<string>): GuidelineProgram {
  const asked = [...names].map(
    (name): Quantity => ({
      id: quantityOfCriterion(name),
      fact: quantityOfCriterion(name),
      part: "value",
      type: { kind: "yes or no" },
      domain: between(0, 1),
    }),
  );
  const criteria = [...program.criteria].map(([key, formula]): [string, Formula] => {
    const { text, span } = formula;
    const quantity = quantityOfCriterion(key);
    return [key, names.has(key) ? { kind: "test", quantity, values: one(1), text, span } : formula];
  });
  return { ...program, quantities: [...program.quantities, ...asked], criteria: new Map(criteria) };
}

function draw(
  of: Sameness,
  subject: Subject,
  budget: number,
  versions: Readonly<Record<Side, GuidelineProgram>>,
): Question | null {
  const assumed = assumesTheSame(of);
  const programs = { before: programFor(versions.before, assumed), now: programFor(versions.now, assumed) };
  const part = (side: Side) => ({
    program: programs[side],
    formulas: [...formulasOf(subject, side, programs[side]), ...(assumed ? [] : versions[side].assumptions)],
    as: of.quantities[side],
  });
  const space = new Space([part("before"), part("now")], { budget });
  const regions = (side: Side): Regions => {
    const all = settled(space, subject, side, programs[side]);
    return assumed ? all : withAssumptions(space, all, assumedIn(space, programs[side], versions[side].assumptions));
  };
  const [before, now] = [regions("before"), regions("now")];
  return [...before.values(), ...now.values(), space.possible].includes(TOO_LARGE)
    ? null
    : { space, programs, before, now };
}

/** As it stands; or nothing. */
export function assumesTheSame(of: Sameness): boolean {
  const none = of.before.program.assumptions.length + of.now.program.assumptions.length === 0;
  return none || of.assumptionsStand;
}

function programFor(program: GuidelineProgram, assumed: boolean): GuidelineProgram {
  return assumed ? { ...program } : { ...program, assumptions: [] };
}

function settled(space: Space, subject: Subject, side: Side, program: GuidelineProgram): Regions {
  if (subject.kind === "service")
    return new Map(settledOutcomes.map((outcome) => [outcome, space.outcome(program, subject[side], outcome)]));
  const met = space.formula(program, definitionOf(program, subject[side]));
  return new Map<Settled, NodeId>([
    ["met", met],
    ["not met", space.not(met)],
  ]);
}

function assumedIn(space: Space, program: GuidelineProgram, assumptions: readonly Formula[]): NodeId {
  return space.all(assumptions.map((each) => space.formula(program, each)));
}

function withAssumptions(space: Space, regions: Regions, assumed: NodeId): Regions {
  return new Map<Settled, NodeId>([
    ...[...regions].map(([each, node]) => [each, space.all([node, assumed])] as const),
    ["contradictory", space.not(assumed)],
  ]);
}

/** Where a case moves from one answer to another, both decided; of one answer, where its outcome does. */
export function movesBetween({ space, before, now }: Question, from: CaseAnswer, to: CaseAnswer): NodeId {
  return space.any(
    [...before].flatMap(([earlier, region]) =>
      [...now].flatMap(([later, other]) =>
        earlier !== later && answerOf(earlier) === from && answerOf(later) === to ? [space.all([region, other])] : [],
      ),
    ),
  );
}
