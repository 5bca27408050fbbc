import type { Diagnostic, Service } from "../../dsl/index.ts";
import { agreedOutcome } from "../evaluate/index.ts";
import type { SettledOutcome } from "../ir/index.ts";
import type { Case, Outcome, RequestedService } from "../values/index.ts";
import { reduceCase } from "../values/reduce/index.ts";
import { quoted } from "../words/index.ts";
import { requestedService } from "./governing.ts";
import type { GuidelineInSet } from "./guidelinesInForce.ts";
import { type Scene, scene } from "./scene.ts";

/** What one guideline says of a request, whether or not it governs. */
export type Look =
  /** It does not address the request; `why` as a clause. `within`: where it declares the service but does not apply. */
  | {
      readonly kind: "silent";
      readonly why: string;
      readonly within: { readonly scene: Scene; readonly service: Service } | null;
      readonly diagnostics: readonly Diagnostic[];
    }
  /** `left open`: it applies, and what is asked for is none of what it decides. */
  | {
      readonly kind: "addresses" | "left open";
      readonly scene: Scene;
      readonly service: Service;
      /** Whether it applies: `open` while that is not documented. */
      readonly scope: "met" | "open";
      readonly outcome: Outcome | "contradictory";
      readonly possible: readonly SettledOutcome[];
      readonly diagnostics: readonly Diagnostic[];
    };

/** Looks at the request by one guideline alone. */
export function look({ guideline, compiled }: GuidelineInSet, of: Case, request: RequestedService): Look {
  const service = requestedService(guideline, request);
  if (service === null) {
    return { kind: "silent", why: `it says nothing of ${request.service}`, within: null, diagnostics: [] };
  }
  const { value: information, diagnostics } = reduceCase(guideline, compiled.program, of, request);
  const seen = scene(guideline, compiled, information, of.dates);
  const scope = compiled.answer(compiled.program.scope, information);
  if (scope === "not met") {
    const why = `it applies only where ${quoted(guideline.scope?.text ?? "its scope")} holds, which is not so here`;
    return { kind: "silent", why, within: { scene: seen, service }, diagnostics };
  }
  const possible = compiled.outcomes(service.key, information);
  const outcome = agreedOutcome(possible);
  const kind = outcome === "not addressed" ? "left open" : "addresses";
  const open = scope === "not documented" ? "open" : "met";
  return { kind, scene: seen, service, scope: open, outcome, possible, diagnostics };
}

export type Addressing = Extract<Look, { service: unknown }>;
