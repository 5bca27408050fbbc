import {
  compareRequests,
  compareSets,
  remarksOf,
  type RequestCompared,
  requestsFor,
  type SetComparison,
  type Transition,
} from "../../../../engine/compare/index.ts";
import type { Comparison, ServiceComparison, Transition as Told } from "../protocol.ts";
import type { Version } from "../scene.ts";
import type { Task } from "../session.ts";
import { slices } from "./slices.ts";

/** What is typed against what is saved: nothing while both are the same. */
export function editTask(now: () => number): Task {
  const doing = "Working out what this edit means";
  return {
    doing,
    *work({ typed, saved }, tell) {
      const edit = yield* compared({ typed, before: saved, against: "what is saved", now });
      tell({ edit });
    },
  };
}

/** What is typed against the release that was asked for. */
export function releaseTask(now: () => number): Task {
  const doing = "Comparing with the release";
  return {
    doing,
    *work({ typed, release }, tell) {
      if (release === null) return tell({ release: null });
      const told = yield* compared({ typed, before: release.of, against: release.version, now });
      tell({ release: told });
    },
  };
}

interface Comparing {
  readonly typed: Version;
  readonly before: Version;
  readonly against: string;
  readonly now: () => number;
}

/** Called again after each slice: what is compared by then is known. */
function* compared(of: Comparing): Generator<void, Comparison> {
  const sides = [comparable(of.before), comparable(of.typed)] as const;
  for (const { shouldStop, hasStopped } of slices(of.now)) {
    const comparison = compareSets(...sides, { shouldStop });
    if (!hasStopped()) return told(comparison, of);
    yield;
  }
  throw new Error("slices never end");
}

const comparable = ({ inForce, unread }: Version) => ({ guidelines: inForce, unread });

function told(
  { verdict, because, bump, ...comparison }: SetComparison,
  { typed, before, against }: Comparing,
): Comparison {
  const requests = compareRequests(typed.set.cases, before.guidelines, typed.guidelines);
  const services = comparison.services.map((service): ServiceComparison => {
    const own = requestsFor(service, requests, [before.inForce, typed.inForce]);
    const { change, remarks, guideline } = service;
    const transitions = service.transitions.map((transition) => transitionTold(transition, own));
    const name = service.service;
    return {
      service: name,
      guideline,
      change,
      verdict: service.verdict,
      because: service.because,
      remarks,
      cases: own.length,
      transitions,
    };
  });
  return { against, verdict, because, bump: typed === before ? null : bump, services, remarks: remarksOf(comparison) };
}

function transitionTold(transition: Transition, requests: readonly RequestCompared[]): Told {
  const { from, to, state, because, when, missing, moves } = transition;
  const moved = requests.filter((request) => request.from === from && request.to === to && from !== to);
  return {
    from,
    to,
    state,
    because,
    when: when?.words ?? null,
    complete: when?.complete ?? true,
    missing,
    cases: moved.map((request) => request.case),
    witness: moves.find(({ witness }) => witness !== null)?.witness?.case ?? null,
  };
}
