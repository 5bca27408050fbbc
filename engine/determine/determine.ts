import type { Checked, Diagnostic, Guideline, Service } from "../../dsl/index.ts";
import { type Formula, type Limit, serviceOf } from "../ir/index.ts";
import type { Case, RequestedService } from "../values/index.ts";
import { levelWanted, openRebuttal } from "./authorityStated.ts";
import type { CaseDeterminations, Determination, Governing } from "./determination.ts";
import { type Governed, type Ground, type LimitNode, treesOf } from "./ground.ts";
import type { GuidelinesInForce } from "./guidelinesInForce.ts";
import { type Addressee, type Judgement, judge } from "./judge.ts";
import type { Node } from "./node.ts";
import { nodeOf } from "./nodes.ts";
import { rationaleOf } from "./rationale.ts";
import { decisionBeside, reviewOf } from "./review.ts";
import type { Scene } from "./scene.ts";
import { changesInWords } from "../words/index.ts";
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
    outOfScope: judgement.outOfScope.flatMap(outsideScope),
    silent: judgement.silent.map(unaddressed),
    authority: judgement.authority,
    outcome,
    contradicts,
    review,
    decision: decisionBeside(review, request.decision),
  };
  return { value: determination(ground, judgement), diagnostics: judgement.diagnostics };
}

function determination(ground: Ground, { possibleOutcomes, authority }: Judgement): Determination {
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
    ...whatWouldChange(governed, authority),
    rationale: rationaleOf(ground),
  };
}

function whatWouldChange(
  governed: Governed | null,
  authority: Judgement["authority"],
): Pick<Determination, "stillMatters" | "ways"> {
  if (governed === null) return { stillMatters: [], ways: [] };
  const { scene, governing } = governed;
  const open = authority === null ? null : openRebuttal(authority);
  if (open !== null) return { stillMatters: levelWanted(open), ways: [] };
  return {
    stillMatters: stillMattersInWords(scene, scene.compiled.stillMatters(governing.service, scene.information)),
    ways: waysInWords(scene, scene.compiled.ways(governing.service, scene.information)),
  };
}

function governedIn({ governing }: Judgement): Governed | null {
  if (governing === null) return null;
  const { scene, service } = governing;
  const { exclusion, criteria, limits } = serviceOf(scene.program, service.key);
  return {
    governing: governingOf(scene.guideline, service),
    scene,
    scope: scopeTree(scene),
    exclusion: isNever(exclusion) ? null : nodeOf(scene, exclusion, { id: "exclusion", role: "exclusion" }),
    criteria: nodeOf(scene, criteria, { id: "criteria", role: "criteria" }),
    limits: limits.flatMap((limit, index) => limitNode(scene, limit, limit.of !== criteria, `limit/${index}`)),
  };
}

/** A limit of a recommendation that is ruled out limits nothing. */
function limitNode(scene: Scene, { formula, of }: Limit, oneOfSeveral: boolean, id: string): readonly LimitNode[] {
  if (of !== null && scene.compiled.answer(of, scene.information) === "not met") return [];
  const under = of === null || !oneOfSeveral ? null : nodeOf(scene, of, { id: "criteria", role: "part" });
  return [{ node: nodeOf(scene, formula, { id, role: "limit" }), under }];
}

/** The criteria of a guideline that does not exclude the service at all. */
const isNever = (formula: Formula): boolean => formula.kind === "constant" && !formula.value;

/** A guideline that applies to every request has no scope to show. */
function scopeTree(scene: Scene): Node | null {
  const { scope } = scene.program;
  return scope.kind === "constant" ? null : nodeOf(scene, scope, { id: "scope", role: "scope" });
}

function outsideScope(scene: Scene): Ground["outOfScope"] {
  const scope = scopeTree(scene);
  return scope === null ? [] : [{ scene, scope }];
}

function unaddressed({ scene, service }: Addressee): Ground["silent"][number] {
  const { criteria } = serviceOf(scene.program, service.key);
  return { scene, criteria: nodeOf(scene, criteria, { id: "criteria", role: "criteria" }) };
}

function governingOf({ title, file, source, adoptedBy, overlay }: Guideline, service: Service): Governing {
  const changes = overlay === null ? null : { base: overlay.base, sentences: changesInWords(overlay) };
  return { guideline: title, file, service: service.key, source, adoptedBy, changes };
}

/** Every requested service reads the same facts; what is wrong with one is said once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [keyOf(diagnostic), diagnostic])).values()];
}

function keyOf({ code, message, file, span }: Diagnostic): string {
  return JSON.stringify([code, message, file, span]);
}
