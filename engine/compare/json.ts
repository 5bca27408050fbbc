import { caseData } from "../values/case/index.ts";
import type { SetComparison, ServiceCompared } from "./compareSets.ts";
import { countBetween, type Counts } from "./counts.ts";
import { caseInWords } from "./inWords.ts";
import type { Move } from "./moves.ts";
import type { SubjectCompared, Transition } from "./subject.ts";
import type { Tested, When } from "./when.ts";
import type { Witness } from "./witness.ts";

/** What `compare --json` promises. `counts`: of each service in a cohort, in the order of the comparison. */
export function comparisonAsJson(comparison: SetComparison, counts: readonly Counts[] | null): object {
  const { verdict, because, bump, guidelines, services, definitions } = comparison;
  return {
    verdict,
    because,
    bump,
    guidelines,
    services: services.map((service, at) => serviceAsJson(service, counts?.[at] ?? null)),
    definitions: definitions.map(definitionAsJson),
  };
}

function serviceAsJson(service: ServiceCompared, counts: Counts | null): object {
  const { verdict, because, transitions, ...about } = service;
  const changed = counts?.filter(({ from, to }) => from !== to);
  return {
    ...about,
    ...answersAsJson({ verdict, because, transitions }, counts),
    ...(changed ? { counts: changed } : {}),
  };
}

function definitionAsJson(definition: SetComparison["definitions"][number]): object {
  const { verdict, because, transitions, ...about } = definition;
  return { ...about, ...answersAsJson({ verdict, because, transitions }, null) };
}

/** Transitions that happen; what is proved never to, and what is neither, beside them. */
function answersAsJson({ verdict, because, transitions }: SubjectCompared, counts: Counts | null): object {
  const possible = transitions.filter(({ state }) => state === "possible");
  return {
    verdict,
    because,
    transitions: possible.map((each) => transitionAsJson(each, counts)),
    impossible: transitions.filter(({ state }) => state === "impossible").map(({ from, to }) => ({ from, to })),
    notProved: transitions
      .filter(({ state }) => state === "not proved")
      .map(({ from, to, because: why }) => ({ from, to, because: why })),
  };
}

function transitionAsJson({ from, to, when, missing, moves }: Transition, counts: Counts | null): object {
  const witness = moves.find((move) => move.witness !== null)?.witness ?? null;
  return {
    from,
    to,
    when: when === null ? null : whenAsJson(when),
    ...(when === null ? { missing } : { inWords: when.words, complete: when.complete }),
    witness: witness && witnessAsJson(witness),
    ...(counts === null ? {} : { count: countBetween(counts, from, to) }),
    moves: moves.map(moveAsJson),
  };
}

/** Definitions that are met or not, and quantities with their values, in steps of their precision. */
function whenAsJson({ ways }: When): readonly (readonly object[])[] {
  return ways.map((way) => way.map(testedAsJson));
}

function testedAsJson(test: Tested): object {
  return "values" in test ? { ...test, values: test.values.map(rangeOf) } : test;
}

const rangeOf = ({ low, high }: { readonly low: number; readonly high: number }) => [low, high];

function moveAsJson({ from, to, state, because, direction, conflicting, witness }: Move): object {
  return { from, to, state, because, direction, conflicting, witness: witness && witnessAsJson(witness) };
}

/** `case`: as a case file says it; where `asOf` names a day, to be determined as of it. `before`, `now`: what it may come to; several while that is open. */
function witnessAsJson({ case: of, before, now, asOf }: Witness): object {
  return { case: caseData(of), before, now, asOf, facts: caseInWords(of) };
}
