import type { Guideline, Service } from "../../../dsl/index.ts";
import { type Formula, type Limit, serviceOf } from "../../ir/index.ts";
import { once } from "../../values/index.ts";
import type { Scene } from "../scene.ts";
import { draw, type Tree } from "./draw.ts";
import { type Reading, readingFor } from "./reading.ts";

/** What a guideline asks before it decides on a service, each part a tree. */
export interface ServiceOutline {
  readonly guideline: Guideline;
  readonly service: Service;
  /** `null` for a guideline that applies to every request. */
  readonly scope: Tree | null;
  /** `null` when nothing excludes the service. */
  readonly exclusion: Tree | null;
  readonly criteria: Tree;
  /** Every `limited to`, in the order written. */
  readonly limits: readonly LimitOutline[];
}

export interface LimitOutline {
  readonly limit: Limit;
  readonly tree: Tree;
  /** The recommendation it limits, where the service has others; else it limits whatever the guideline gives. */
  readonly under: Tree | null;
}

export function serviceOutline(of: Scene, service: Service): ServiceOutline {
  const { drawn, reading } = byService(readingFor(of));
  const known = drawn.get(service) ?? drawService(reading, service);
  drawn.set(service, known);
  return known;
}

/** Drawn when a case first asks for it. */
const byService = once((reading: Reading) => ({ reading, drawn: new Map<Service, ServiceOutline>() }));

/** The scope of the guideline; `null` where it applies to every request. */
export function scopeOutline(of: Scene): Tree | null {
  return scopeOf(readingFor(of)).tree;
}

const scopeOf = once((of: Reading): { readonly tree: Tree | null } => {
  const { scope } = of.program;
  return { tree: scope.kind === "constant" ? null : draw(of, scope, { id: "scope", role: "scope" }) };
});

function drawService(of: Reading, service: Service): ServiceOutline {
  const { exclusion, criteria, limits } = serviceOf(of.program, service.key);
  return {
    guideline: of.guideline,
    service,
    scope: scopeOf(of).tree,
    exclusion: isNever(exclusion) ? null : draw(of, exclusion, { id: "exclusion", role: "exclusion" }),
    criteria: draw(of, criteria, { id: "criteria", role: "criteria" }),
    limits: limits.map((limit, index) => ({
      limit,
      tree: draw(of, limit.formula, { id: `limit/${index}`, role: "limit" }),
      under: limit.of === null || limit.of === criteria ? null : draw(of, limit.of, { id: "criteria", role: "part" }),
    })),
  };
}

/** The criteria of a guideline that does not exclude the service at all. */
const isNever = (formula: Formula): boolean => formula.kind === "constant" && !formula.value;
