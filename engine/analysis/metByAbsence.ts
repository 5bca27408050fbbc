import type { Quantity, SettledOutcome } from "../ir/index.ts";
import { type NodeId, quantitiesOf, TOO_LARGE } from "../logic/index.ts";
import { one } from "../values/index.ts";
import { asked, shownIn } from "./asked.ts";
import { type Asked, notKnown, proved } from "./question.ts";
import type { ServiceSpace } from "./serviceSpace.ts";
import { quantityName } from "./valueNames.ts";
import { listed } from "../words/index.ts";
import type { Shows } from "./witnessed.ts";

const problem = "met by absence";

/** Outcomes that a requester or a patient is told. */
const told = ["criteria met", "criteria not met", "excluded"] as const satisfies readonly SettledOutcome[];

/**
 * A fact whose value is asked for, and whose absence from the record is taken for one of its values: a case comes out so while nobody has looked,
 * and otherwise once somebody has.
 */
export function metByAbsence(tried: ServiceSpace, show: Shows): readonly Asked[] {
  const { service, program, space } = tried;
  const absences = absencesIn(tried);
  if (absences.length === 0) return [];
  const { file } = program;
  for (const outcome of told) {
    const settled = absences.map((each) => ({ ...each, node: settledByAbsence(tried, each, outcome, "sometimes") }));
    if (settled.some(({ node }) => node === TOO_LARGE)) return [asked(problem, service, notKnown, file)];
    const found = settled.filter(({ node }) => space.canBe(node) === true);
    const node = plainest(tried, found, outcome);
    if (found.length > 0)
      return [
        shownIn(
          problem,
          file,
          service,
          { ...words(tried, found, outcome) },
          show(space, node, (replayed) => replayed.outcome(service.key) === outcome),
        ),
      ];
  }
  return [asked(problem, service, proved, file)];
}

/** Where the rest of the case, with any answer, would come out otherwise, if there is such a case. */
function plainest(
  tried: ServiceSpace,
  found: readonly (Absence & { readonly node: NodeId })[],
  outcome: SettledOutcome,
): NodeId {
  const plain = tried.space.any(found.map((each) => settledByAbsence(tried, each, outcome, "always")));
  return tried.space.canBe(plain) === true ? plain : tried.space.any(found.map(({ node }) => node));
}

interface Absence {
  /** 1 where nothing is documented of the fact. */
  readonly absence: Quantity;
  /** What else is asked of it, its value among it. */
  readonly values: readonly Quantity[];
}

function absencesIn({ space, program }: ServiceSpace): readonly Absence[] {
  const tested = space.variables.flatMap(({ quantity }) => quantitiesOf(program).get(quantity) ?? []);
  return tested.flatMap((absence) => {
    if (absence.part !== "undocumented") return [];
    const values = tested.filter(({ fact, part }) => fact === absence.fact && part !== "undocumented");
    return values.some(({ part }) => part !== "documentation") ? [{ absence, values }] : [];
  });
}

function words(
  { parts: { guideline }, program, service }: ServiceSpace,
  found: readonly Absence[],
  outcome: SettledOutcome,
) {
  const names = found.map(({ absence }) => `\`${quantityName(guideline, program, absence)}\``);
  return {
    message: `\`${service.name}\` can come out as “${outcome}” only because ${listed(names, "or")} is not documented: with an answer, the same case may come out otherwise.`,
    labels: found.flatMap(({ absence }) =>
      guideline.facts.flatMap(({ key, span }) =>
        key === absence.fact ? [{ span, text: "its absence is taken for an answer" }] : [],
      ),
    ),
    hint: "Ask for the values alone: while one is missing, the outcome is then “information needed”.",
  };
}

/**
 * Undocumented, it comes out so whatever the value is; documented, some value lets it come out otherwise, or, which shows it best, every
 * value does.
 */
function settledByAbsence(
  tried: ServiceSpace,
  { absence, values }: Absence,
  outcome: SettledOutcome,
  join: "always" | "sometimes",
): NodeId {
  const { space } = tried;
  const is = (value: number): NodeId => space.where(new Map([[absence.id, one(value)]]));
  const when = (value: number, node: NodeId): NodeId => space.sometimes(absence.id, space.all([is(value), node]));
  const over = (node: NodeId, all: "always" | "sometimes"): NodeId =>
    values.reduce((each, { id }) => space[all](id, each), node);
  const so = tried.outcome(outcome);
  const otherwise = space.all([space.not(so), space.possible]);
  return space.all([is(1), over(when(1, so), "always"), over(when(0, otherwise), join)]);
}
