import { definitionOf, type Formula, type GuidelineProgram, serviceOf, settledOutcomes } from "../ir/index.ts";
import { type NodeId, Space, TOO_LARGE } from "../logic/index.ts";
import type { Settled } from "./answers.ts";
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
  const assumed = assumesTheSame(of);
  const programs = { before: programFor(of.before.program, assumed), now: programFor(of.now.program, assumed) };
  const part = (side: Side) => ({
    program: programs[side],
    formulas: [...formulasOf(subject, side, programs[side]), ...(assumed ? [] : of[side].program.assumptions)],
    as: of.quantities[side],
  });
  const space = new Space([part("before"), part("now")], { budget });
  const regions = (side: Side): Regions => {
    const all = settled(space, subject, side, programs[side]);
    return assumed ? all : withAssumptions(space, all, assumedIn(space, programs[side], of[side].program.assumptions));
  };
  const [before, now] = [regions("before"), regions("now")];
  return [...before.values(), ...now.values(), space.possible].includes(TOO_LARGE) ? null : { space, before, now };
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
