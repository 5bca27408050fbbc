import { inc } from "semver";
import {
  caseInWords,
  compareRequests,
  compareSets,
  remarksOf,
  type RequestCompared,
  requestsFor,
  type ServiceCompared,
  type Transition,
  type Witness,
} from "../../../engine/compare/index.ts";
import { writeCase } from "../../../engine/values/case/index.ts";
import type { ComparedService, ComparedSets, ComparedTransition } from "../../protocol/index.ts";
import { keyOf } from "./keys.ts";
import type { Sides, Tell } from "./sides.ts";

/** Cases of the set that are named for one move; all are counted. */
const mostCases = 50;

/** What a round means against the release before it. */
export function comparisonOf({ input, before, now }: Sides, tell: Tell): ComparedSets {
  if (before === null || input.base === null) return first(now.guidelines.length);
  const { verdict, because, bump, ...parts } = compareSets(before, now, {
    progress: (done, all) => tell("Comparing with the release before", done, all),
  });
  const requests = compareRequests(now.cases, before, now);
  const versions = [before.guidelines, now.guidelines];
  const services = parts.services.map((service) => serviceTold(service, requestsFor(service, requests, versions)));
  const isSame = input.base.digest === input.digest;
  return {
    against: input.base.version,
    verdict,
    because,
    bump: isSame ? null : bump,
    version: versionAfter(input.base.version, isSame ? null : bump),
    services: [...services],
    remarks: [...remarksOf(parts)],
  };
}

/** The number that a change makes of a release's; `null`: nothing was changed. */
function versionAfter(version: string, bump: ComparedSets["bump"]): string | null {
  return bump === null ? null : inc(version, bump === "first" ? "major" : bump);
}

/** The same comparison, with another release of the same texts. */
export function comparedWith(comparison: ComparedSets, version: string): ComparedSets {
  return { ...comparison, against: version, version: versionAfter(version, comparison.bump) };
}

/** Nothing is changed by what comes first. */
function first(guidelines: number): ComparedSets {
  const bump = guidelines === 0 ? null : "first";
  const version = guidelines === 0 ? null : "1.0.0";
  return { against: null, verdict: "same", because: null, bump, version, services: [], remarks: [] };
}

function serviceTold(of: ServiceCompared, requests: readonly RequestCompared[]): ComparedService {
  const { service, guideline, change, verdict, because, remarks } = of;
  return {
    key: keyOf("service", guideline, service),
    service,
    guideline,
    change,
    verdict,
    because,
    cases: requests.length,
    remarks: [...remarks],
    transitions: of.transitions.map((transition) => transitionTold(of, transition, requests)),
  };
}

function transitionTold(
  { guideline, service }: ServiceCompared,
  { from, to, state, because, when, missing, moves }: Transition,
  requests: readonly RequestCompared[],
): ComparedTransition {
  const moved = from === to ? [] : requests.filter((request) => request.from === from && request.to === to);
  const witness = moves.find((move) => move.witness !== null)?.witness ?? null;
  return {
    key: keyOf("move", guideline, service, from, to),
    from,
    to,
    state,
    because,
    when: when === null ? null : [...when.words],
    complete: when?.complete ?? true,
    missing: [...missing],
    cases: moved.slice(0, mostCases).map((request) => request.case),
    count: moved.length,
    witness: witness && witnessTold(witness),
  };
}

function witnessTold({ case: of, before, now, asOf }: Witness): ComparedTransition["witness"] {
  return { case: writeCase(of), facts: [...caseInWords(of)], before: [...before], now: [...now], asOf };
}
