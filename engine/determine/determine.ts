import type { Checked, Diagnostic, Guideline, Service } from "../../dsl/index.ts";
import { agreedOutcome, type CompiledGuideline } from "../evaluate/index.ts";
import { serviceOf } from "../ir/index.ts";
import type { Case, Outcome, RequestedService } from "../values/index.ts";
import { reduceCase } from "../values/reduce/index.ts";
import type { CaseDeterminations, Determination, Governing } from "./determination.ts";
import { inForce, requestedService } from "./governing.ts";
import { type Governed, type Ground, treesOf } from "./ground.ts";
import type { Node } from "./node.ts";
import { nodeOf } from "./nodes.ts";
import { rationaleOf } from "./rationale.ts";
import { decisionBeside, reviewOf } from "./review.ts";
import { type Scene, scene } from "./scene.ts";
import { stillMattersInWords, waysInWords } from "./waysInWords.ts";

/** What determining needs of a guideline set: its guidelines in the set's order, ready to answer. */
export interface GuidelinesInForce {
  readonly name: string;
  readonly guidelines: readonly GuidelineInSet[];
}

export interface GuidelineInSet {
  readonly guideline: Guideline;
  readonly compiled: CompiledGuideline;
}

/**
 * The determination of every requested service of a case, each by itself. The first guideline of the set that declares the
 * service, is in force on the service date and does not certainly lie out of scope governs. Diagnostics are of the case:
 * values that cannot be read against their facts, and a case that contradicts the assumptions of its guideline.
 */
export function determine(set: GuidelinesInForce, of: Case): Checked<CaseDeterminations> {
  const determined = of.requests.map((request, index) => determineRequest(set, of, request, index));
  const value = { case: of.title, set: set.name, determinations: determined.map((each) => each.value) };
  return { value, diagnostics: withoutRepeats(determined.flatMap((each) => each.diagnostics)) };
}

function determineRequest(
  set: GuidelinesInForce,
  of: Case,
  request: RequestedService,
  index: number,
): Checked<Determination> {
  const { governed, outOfScope, diagnostics } = govern(set, of, request);
  const possible =
    governed === null ? [] : governed.scene.compiled.outcomes(governed.governing.service, governed.scene.information);
  const outcome = governed === null ? "not addressed" : agreed(possible);
  const review = reviewOf(outcome, request.administrator);
  const decision = decisionBeside(review, request.decision);
  const ground: Ground = { case: of, request, index, set: set.name, governed, outOfScope, outcome, review, decision };
  return {
    value: determination(ground, possible),
    diagnostics: [...diagnostics, ...contradiction(of, request, governed)],
  };
}

function determination(ground: Ground, possible: readonly Outcome[]): Determination {
  const { governed, request, outcome, review, decision } = ground;
  const trees = governed === null ? ground.outOfScope.map(({ scope }) => scope) : treesOf(governed);
  return {
    service: request.service,
    governing: governed?.governing ?? null,
    outcome,
    possibleOutcomes: outcome === "information needed" ? possible : [],
    review,
    administrator: request.administrator,
    decision,
    findings: trees.map((tree) => tree.finding),
    ...whatWouldChange(ground),
    rationale: rationaleOf(ground),
  };
}

function whatWouldChange({ governed }: Ground): Pick<Determination, "stillMatters" | "ways"> {
  if (governed === null) return { stillMatters: [], ways: [] };
  const { scene: of, governing } = governed;
  return {
    stillMatters: stillMattersInWords(of, of.compiled.stillMatters(governing.service, of.information)),
    ways: waysInWords(of, of.compiled.ways(governing.service, of.information)),
  };
}

function agreed(possible: readonly Exclude<Outcome, "information needed">[]): Outcome {
  const outcome = agreedOutcome(possible);
  return outcome === "contradictory" ? "information needed" : outcome;
}

interface Governance {
  readonly governed: Governed | null;
  readonly outOfScope: Ground["outOfScope"];
  readonly diagnostics: readonly Diagnostic[];
}

function govern(set: GuidelinesInForce, of: Case, request: RequestedService): Governance {
  const outOfScope: { scene: Scene; scope: Node }[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const candidate of set.guidelines.filter(({ guideline }) => inForce(guideline, of))) {
    const service = requestedService(candidate.guideline, request);
    if (service === null) continue;
    const reduced = reduceCase(candidate.guideline, candidate.compiled.program, of, request);
    diagnostics.push(...reduced.diagnostics);
    const seen = scene(candidate.guideline, candidate.compiled, reduced.value);
    const scope = scopeTree(seen);
    if (scope?.finding.answer !== "not met")
      return { governed: governedBy(seen, service, scope), outOfScope, diagnostics };
    outOfScope.push({ scene: seen, scope });
  }
  return { governed: null, outOfScope, diagnostics };
}

function governedBy(of: Scene, service: Service, scope: Node | null): Governed {
  const { exclusion, criteria } = serviceOf(of.program, service.key);
  return {
    governing: governingOf(of.guideline, service),
    scene: of,
    scope,
    exclusion: exclusion.kind === "constant" ? null : nodeOf(of, exclusion, { id: "exclusion", role: "exclusion" }),
    criteria: nodeOf(of, criteria, { id: "criteria", role: "criteria" }),
  };
}

function scopeTree(of: Scene): Node | null {
  const { scope } = of.program;
  return scope.kind === "constant" ? null : nodeOf(of, scope, { id: "scope", role: "scope" });
}

function governingOf({ title, file, source, adoptedBy }: Guideline, service: Service): Governing {
  return { guideline: title, file, service: service.key, source, adoptedBy };
}

function contradiction(of: Case, request: RequestedService, governed: Governed | null): readonly Diagnostic[] {
  if (governed === null) return [];
  const assumptions = governed.scene.compiled.contradicted(governed.scene.information);
  if (assumptions.length === 0) return [];
  return [
    {
      code: "contradictory-case",
      severity: "error",
      message: `The case contradicts what \`${governed.governing.guideline}\` assumes: ${assumptions.map(({ text }) => `\`${text}\``).join(", ")}.`,
      file: of.id,
      span: request.place ?? { start: 0, end: 0 },
      labels: [],
      hint: "Correct the facts of the case, or the assumption of the guideline.",
      fixes: [],
    },
  ];
}

/** Every requested service reads the same facts; what is wrong with one is said once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyOf = ({ code, message, file, span }: Diagnostic): string => JSON.stringify([code, message, file, span]);
  return [...new Map(diagnostics.map((diagnostic) => [keyOf(diagnostic), diagnostic])).values()];
}
