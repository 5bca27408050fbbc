import type { Case, Outcome, RequestedService, Review, ReviewerDecision } from "../values/index.ts";
import type { Consulted } from "./authority/index.ts";
import type { Governing, Sentence } from "./determination.ts";
import type { Node } from "./node.ts";
import { recommends, type ServiceOutline } from "./outline/index.ts";
import type { Scene } from "./scene.ts";

/** Everything the rationale of one determination is made from. */
export interface Ground {
  readonly case: Case;
  readonly request: RequestedService;
  /** The place of the request in the case. */
  readonly index: number;
  readonly set: string;
  /** The guideline that governs and its trees; `null` when none addresses the request. */
  readonly governed: Governed | null;
  /** Guidelines that declare the service but do not apply to this request, with the scope that says so. */
  readonly outOfScope: readonly { readonly scene: Scene; readonly scope: Node }[];
  /** Guidelines that apply and leave the request unaddressed, with the criteria it does not meet. */
  readonly silent: readonly { readonly scene: Scene; readonly criteria: Node }[];
  readonly authority: Consulted | null;
  readonly outcome: Outcome;
  /** Assumptions of the guideline that the case contradicts, as written; then nothing is decided. */
  readonly contradicts: readonly string[];
  readonly review: Review | null;
  readonly decision: (ReviewerDecision & { readonly accepted: boolean }) | null;
}

export interface Governed {
  readonly outline: ServiceOutline;
  readonly governing: Governing;
  readonly scene: Scene;
  /** `null` for a guideline that applies to every request. */
  readonly scope: Node | null;
  /** `null` when nothing excludes the service. */
  readonly exclusion: Node | null;
  readonly criteria: Node;
  /** Every `limited to` of a recommendation that is not ruled out, in the order written. */
  readonly limits: readonly LimitNode[];
}

export interface LimitNode {
  readonly node: Node;
  /** The recommendation it limits, where the service has others; else it limits whatever the guideline gives. */
  readonly under: Node | null;
}

/** The trees of a governed request in the order of reading. */
export function treesOf(governed: Governed): readonly Node[] {
  const { scope, exclusion, limits } = governed;
  const criteria = exclusion !== null && !recommends(governed.criteria.outline) ? null : governed.criteria;
  return [scope, exclusion, criteria, ...limits.map(({ node }) => node)].filter((tree) => tree !== null);
}

export function said(text: string, ...from: readonly string[]): Sentence {
  return { text, from };
}

/** Where a node's words come from: its finding and its place in the guideline. */
export function fromNode({ outline }: Node): readonly string[] {
  return outline.sources;
}

export function fromFact(fact: string): string {
  return `case:facts/${fact}`;
}

export function fromRequest(ground: Ground, part: string): string {
  return `case:requests/${ground.index}/${part}`;
}
