import type { Checked, Diagnostic } from "../../dsl/index.ts";
import type { Case, RequestedService } from "../values/index.ts";
import { levelWanted, openRebuttal } from "./authorityStated.ts";
import { decidedBy } from "./decidedBy.ts";
import type { CaseDeterminations, Determination } from "./determination.ts";
import { type Governed, type Ground, type LimitNode, treesOf } from "./ground.ts";
import { governingOf } from "./governingGuideline.ts";
import type { GuidelinesInForce } from "./guidelinesInForce.ts";
import { type Addressee, type Judgement, judge } from "./judge.ts";
import { nodeOf } from "./nodes.ts";
import { type LimitOutline, scopeOutline, serviceOutline } from "./outline/index.ts";
import { rationaleOf } from "./rationale.ts";
import { decisionBeside, reviewOf } from "./review.ts";
import type { Scene } from "./scene.ts";
import { workedOut } from "./workedOut.ts";
import { stillMattersInWords, waysInWords } from "./waysInWords.ts";

/**
 * The determination of every requested service of a case, each by itself, with findings, rationale and what would change
 * it. Diagnostics are of the case: values that cannot be read against their facts, and a case that contradicts the
 * assumptions of its guideline.
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
  const judgement = judge(set, of, request);
  const { outcome } = judgement;
  const contradicts = judgement.contradicts.map(({ text }) => text);
  const review = contradicts.length > 0 ? null : reviewOf(outcome, request.administrator);
  const ground: Ground = {
    case: of,
    request,
    index,
    set: set.name,
    governed: governedIn(judgement),
    outOfScope: judgement.outOfScope.flatMap(({ scene }) => outsideScope(scene)),
    silent: judgement.silent.map(unaddressed),
    authority: judgement.authority,
    outcome,
    contradicts,
    review,
    decision: decisionBeside(review, request.decision),
  };
  return { value: determination(ground, judgement), diagnostics: judgement.diagnostics };
}

function determination(ground: Ground, judgement: Judgement): Determination {
  const { possibleOutcomes, authority } = judgement;
  const { governed, request, outcome, review, decision } = ground;
  const unmet = [...ground.outOfScope.map(({ scope }) => scope), ...ground.silent.map(({ criteria }) => criteria)];
  const trees = governed === null ? unmet : treesOf(governed);
  return {
    service: request.service,
    governing: governed?.governing ?? null,
    authority,
    outcome,
    possibleOutcomes,
    review,
    administrator: request.administrator,
    decision,
    findings: ground.contradicts.length > 0 ? [] : trees.map((tree) => tree.finding),
    worked: governed === null ? [] : workedOut(governed.scene),
    decidedBy: outcome === "information needed" ? [] : decidedBy(decidingIn(judgement)),
    ...whatWouldChange(governed, judgement),
    rationale: rationaleOf(ground),
  };
}

/** The guideline that governs; where none does, each that would have. */
function decidingIn({ governing, outOfScope, silent }: Judgement): readonly Addressee[] {
  return governing === null ? [...outOfScope, ...silent] : [governing];
}

function whatWouldChange(
  governed: Governed | null,
  { authority, possibleOutcomes }: Judgement,
): Pick<Determination, "stillMatters" | "ways"> {
  if (governed === null) return nothingWould;
  const { scene, governing } = governed;
  const open = authority === null ? null : openRebuttal(authority);
  if (open !== null) return { stillMatters: levelWanted(open), ways: [] };
  if (possibleOutcomes.length < 2) return nothingWould;
  return {
    stillMatters: stillMattersInWords(scene, scene.compiled.stillMatters(governing.service, scene.information)),
    ways: waysInWords(scene, scene.compiled.ways(governing.service, scene.information)),
  };
}

const nothingWould = { stillMatters: [], ways: [] };

function governedIn({ governing }: Judgement): Governed | null {
  if (governing === null) return null;
  const { scene, service } = governing;
  const outline = serviceOutline(scene, service);
  const { scope, exclusion, criteria, limits } = outline;
  return {
    outline,
    governing: governingOf(outline),
    scene,
    scope: scope && nodeOf(scene, scope),
    exclusion: exclusion && nodeOf(scene, exclusion),
    criteria: nodeOf(scene, criteria),
    limits: limits.flatMap((limit) => limitNode(scene, limit)),
  };
}

/** A limit of a recommendation that is ruled out limits nothing. */
function limitNode(scene: Scene, { limit: { of }, tree, under }: LimitOutline): readonly LimitNode[] {
  if (of !== null && scene.compiled.answer(of, scene.information) === "not met") return [];
  return [{ node: nodeOf(scene, tree), under: under && nodeOf(scene, under) }];
}

function outsideScope(scene: Scene): Ground["outOfScope"] {
  const scope = scopeOutline(scene);
  return scope === null ? [] : [{ scene, scope: nodeOf(scene, scope) }];
}

function unaddressed({ scene, service }: Addressee): Ground["silent"][number] {
  return { scene, criteria: nodeOf(scene, serviceOutline(scene, service).criteria) };
}

/** Every requested service reads the same facts; what is wrong with one is said once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length < 2) return diagnostics;
  return [...new Map(diagnostics.map((diagnostic) => [keyOf(diagnostic), diagnostic])).values()];
}

function keyOf({ code, message, file, span }: Diagnostic): string {
  return JSON.stringify([code, message, file, span]);
}
