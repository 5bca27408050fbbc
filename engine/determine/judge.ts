import type { Diagnostic, Service } from "../../dsl/index.ts";
import type { Formula, SettledOutcome } from "../ir/index.ts";
import type { Case, Outcome, RequestedService } from "../values/index.ts";
import { consult, type Consulted } from "./authority/index.ts";
import { contradiction } from "./contradiction.ts";
import { inForce, namingFirst } from "./governing.ts";
import type { GuidelineInSet, GuidelinesInForce } from "./guidelinesInForce.ts";
import { type Addressing, type Look, look } from "./look.ts";
import { localFirst } from "./precedence.ts";
import type { Scene } from "./scene.ts";

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
  readonly outOfScope: readonly Addressee[];
  /** Guidelines that apply and say of this request nothing: `otherwise not addressed`. */
  readonly silent: readonly Addressee[];
  readonly outcome: Outcome;
  /** The case is refused: the assumptions of the guideline that it contradicts, as a diagnostic says too. Else none. */
  readonly contradicts: readonly Formula[];
  /** With `information needed`: what the outcome may still become. */
  readonly possibleOutcomes: readonly SettledOutcome[];
  /** How every source stands, where the set orders them. */
  readonly authority: Consulted | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * One guideline governs, and alone gives the outcome: by the order of authority that is in force on the service date; in
 * a set without one, the first that declares the service, is in force and is not certain to leave the request unaddressed,
 * and of these one that declares it by name rather than by code.
 */
export function judge(set: GuidelinesInForce, of: Case, request: RequestedService): Judgement {
  const current = localFirst(set.guidelines.filter(({ guideline }) => inForce(guideline, of)));
  const ordering = current.find(({ guideline }) => guideline.authority !== null);
  return ordering === undefined ? inOrder(current, of, request) : byRank(set, ordering, of, request);
}

function inOrder(guidelines: readonly GuidelineInSet[], of: Case, request: RequestedService): Judgement {
  const looks: Look[] = [];
  for (const one of namingFirst(guidelines, request)) {
    const seen = look(one, of, request);
    looks.push(seen);
    if (seen.kind === "addresses") break;
  }
  const last = looks.at(-1);
  return judged(looks, last?.kind === "addresses" ? last : null, { of, request, authority: null });
}

function byRank(
  { guidelines }: GuidelinesInForce,
  { guideline }: GuidelineInSet,
  of: Case,
  request: RequestedService,
): Judgement {
  const { authority, source, title, file } = guideline;
  if (authority === null) throw new Error(`${file} was found to order the set and does not`);
  const consulted = consult(authority, guidelines, of, request);
  const last = consulted.looks.at(-1);
  const governing = consulted.governs && last?.kind === "addresses" ? last : null;
  const { standings } = consulted;
  const published = source === null ? title : [source.title, source.locator].filter((part) => part !== null).join(", ");
  const citation = authority.citation === null ? published : `${published}, ${authority.citation}`;
  const shown = judged(consulted.looks, governing, {
    of,
    request,
    authority: { title: authority.title, citation, file, standings },
  });
  if (!consulted.isOpen) return shown;
  return { ...shown, outcome: "information needed", possibleOutcomes: governing?.possible ?? [] };
}

interface Judged {
  readonly of: Case;
  readonly request: RequestedService;
  readonly authority: Consulted | null;
}

function judged(looks: readonly Look[], governing: Addressing | null, { of, request, authority }: Judged): Judgement {
  const outOfScope: Addressee[] = [];
  const silent: Addressee[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const seen of looks) {
    if (seen.kind === "silent" && seen.within !== null) outOfScope.push(seen.within);
    if (seen.kind === "left open") silent.push({ scene: seen.scene, service: seen.service });
    diagnostics.push(...seen.diagnostics);
  }
  if (governing === null) {
    return {
      governing,
      outOfScope,
      silent,
      outcome: "not addressed",
      contradicts: [],
      possibleOutcomes: [],
      authority,
      diagnostics,
    };
  }
  const { scene, service, possible } = governing;
  const contradicts = governing.outcome === "contradictory" ? scene.compiled.contradicted(scene.information) : [];
  const refused = contradicts.length > 0 ? [contradiction(scene, of, request, contradicts)] : [];
  const outcome = governing.outcome === "contradictory" ? "information needed" : governing.outcome;
  return {
    governing: { scene, service },
    outOfScope,
    silent,
    outcome,
    contradicts,
    possibleOutcomes: outcome === "information needed" ? possible : [],
    authority,
    diagnostics: refused.length === 0 ? diagnostics : [...diagnostics, ...refused],
  };
}
