import type { Diagnostic, Guideline, Service } from "../../dsl/index.ts";
import { agreedOutcome, type CompiledGuideline } from "../evaluate/index.ts";
import type { SettledOutcome } from "../ir/index.ts";
import type { Case, Outcome, RequestedService } from "../values/index.ts";
import { reduceCase } from "../values/reduce/index.ts";
import { inForce, requestedService } from "./governing.ts";
import { type Scene, scene } from "./scene.ts";

/** What determining needs of a guideline set: its guidelines in the set's order, ready to answer. */
export interface GuidelinesInForce {
  readonly name: string;
  readonly guidelines: readonly GuidelineInSet[];
}

export interface GuidelineInSet {
  readonly guideline: Guideline;
  readonly compiled: CompiledGuideline;
}

/** A guideline looked at with a case, and its service that the request asks for. */
export interface Addressee {
  readonly scene: Scene;
  readonly service: Service;
}

/** The outcome for one requested service, and the guideline it rests on. */
export interface Judgement {
  /** `null`: no guideline of the set addresses the request. */
  readonly governing: Addressee | null;
  /** Guidelines that declare the service but certainly do not apply. */
  readonly outOfScope: readonly Scene[];
  /** Guidelines that apply and say of this request nothing: `otherwise not addressed`. */
  readonly silent: readonly Addressee[];
  readonly outcome: Outcome;
  /** With `information needed`: what the outcome may still become. */
  readonly possibleOutcomes: readonly SettledOutcome[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The first guideline of the set that declares the service, is in force on the service date and is not certain to leave the
 * request unaddressed governs, and alone gives the outcome.
 */
export function judge(set: GuidelinesInForce, of: Case, request: RequestedService): Judgement {
  const outOfScope: Scene[] = [];
  const silent: Addressee[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { guideline, compiled } of set.guidelines.filter((each) => inForce(each.guideline, of))) {
    const service = requestedService(guideline, request);
    if (service === null) continue;
    const reduced = reduceCase(guideline, compiled.program, of, request);
    diagnostics.push(...reduced.diagnostics);
    const seen = scene(guideline, compiled, reduced.value, of.dates);
    if (compiled.answer(compiled.program.scope, reduced.value) === "not met") outOfScope.push(seen);
    else if (isSilent(seen, service)) silent.push({ scene: seen, service });
    else return governedBy(seen, service, { of, request, outOfScope, silent, diagnostics });
  }
  return { governing: null, outOfScope, silent, outcome: "not addressed", possibleOutcomes: [], diagnostics };
}

/** Certainly not addressed though in scope: `otherwise not addressed`. */
function isSilent({ compiled, information }: Scene, { key }: Service): boolean {
  const possible = compiled.outcomes(key, information);
  return possible.length === 1 && possible[0] === "not addressed";
}

interface Judged {
  readonly of: Case;
  readonly request: RequestedService;
  readonly outOfScope: readonly Scene[];
  readonly silent: readonly Addressee[];
  readonly diagnostics: readonly Diagnostic[];
}

function governedBy(
  seen: Scene,
  service: Service,
  { of, request, outOfScope, silent, diagnostics }: Judged,
): Judgement {
  const possible = seen.compiled.outcomes(service.key, seen.information);
  const agreed = agreedOutcome(possible);
  const refused = agreed === "contradictory" ? [contradiction(seen, of, request)] : [];
  const outcome = agreed === "contradictory" ? "information needed" : agreed;
  return {
    governing: { scene: seen, service },
    outOfScope,
    silent,
    outcome,
    possibleOutcomes: outcome === "information needed" ? possible : [],
    diagnostics: [...diagnostics, ...refused],
  };
}

function contradiction(seen: Scene, of: Case, request: RequestedService): Diagnostic {
  const assumptions = seen.compiled.contradicted(seen.information).map(({ text }) => `\`${text}\``);
  return {
    code: "E0640",
    severity: "error",
    message: `The case contradicts what \`${seen.guideline.title}\` assumes: ${assumptions.join(", ")}.`,
    file: of.id,
    span: request.place ?? { start: 0, end: 0 },
    labels: [],
    hint: "Correct the facts of the case, or the assumption of the guideline.",
    fixes: [],
  };
}
