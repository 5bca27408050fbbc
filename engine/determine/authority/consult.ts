import type { Authority, Rank } from "../../../dsl/index.ts";
import type { Case, RequestedService } from "../../values/index.ts";
import { quoted, sentence } from "../../words/index.ts";
import { inForce } from "../governing.ts";
import { type Look, look } from "../look.ts";
import type { GuidelineInSet } from "../guidelinesInForce.ts";
import { localFirst } from "../precedence.ts";
import { placeIn } from "./ranks.ts";
import { type Presumption, presumptionOf } from "./rebuttal.ts";
import type { Standing } from "./standing.ts";

/** What came of consulting the sources in order. */
export interface Consultation {
  readonly standings: readonly Standing[];
  /** Of the guidelines looked at, in the order of looking; the last one governs when `governs` says so. */
  readonly looks: readonly Look[];
  readonly governs: boolean;
  /** The guideline addresses the request, but whether its presumption is rebutted is not documented. */
  readonly isOpen: boolean;
}

/** Consults rank after rank until a guideline governs, and says of every source how it stands. */
export function consult(
  authority: Authority,
  guidelines: readonly GuidelineInSet[],
  of: Case,
  request: RequestedService,
): Consultation {
  const walk = new Walk(authority, of, request);
  for (const [rank, declared] of authority.ranks.entries())
    for (const [name, { name: source }] of declared.names.entries()) {
      const own = guidelines.filter(({ guideline }) => {
        const place = placeIn(authority, guideline);
        return place?.rank === rank && place.name === name;
      });
      walk.source(rank, declared, source, own);
    }
  return walk;
}

class Walk implements Consultation {
  readonly standings: Standing[] = [];
  readonly looks: Look[] = [];
  governs = false;
  isOpen = false;
  #settled = "A source before it governs.";
  /** A source that addresses the request, and whose presumption the case rebuts. */
  #rebutted: string | null = null;
  readonly #authority: Authority;
  readonly #case: Case;
  readonly #request: RequestedService;

  constructor(authority: Authority, of: Case, request: RequestedService) {
    this.#authority = authority;
    this.#case = of;
    this.#request = request;
  }

  source(rank: number, { when }: Rank, source: string, guidelines: readonly GuidelineInSet[]): void {
    const passedOver = this.#passedOver(when);
    if (passedOver !== null) return this.#stands(rank, source, null, { standing: "not consulted", why: passedOver });
    const current = localFirst(guidelines.filter(({ guideline }) => inForce(guideline, this.#case)));
    if (current.length === 0)
      return this.#stands(rank, source, null, { standing: "silent", why: this.#noneInForce(source, guidelines) });
    for (const one of current) {
      const decided = this.governs
        ? ({ standing: "not consulted", why: this.#settled } as const)
        : this.#consulted(source, one);
      this.#stands(rank, source, one, decided);
    }
  }

  /** Why a rank is not consulted at all; `null` when it is. */
  #passedOver(when: Rank["when"]): string | null {
    if (this.governs) return this.#settled;
    if (when === "always" || when === "silent or rebutted") return null;
    const rebutted = this.#rebutted;
    if (rebutted === null)
      return when === "silent" ? null : "It is consulted only when the presumption of a source before it is rebutted.";
    return when === "rebutted" ? null : `It is consulted only when those before it are silent, and ${rebutted} is not.`;
  }

  #noneInForce(source: string, guidelines: readonly GuidelineInSet[]): string {
    const date = this.#case.dates["service date"];
    return guidelines.length === 0
      ? `The set holds no guideline of ${source}.`
      : `The set holds no guideline of ${source} that is in force on ${date}.`;
  }

  #consulted(source: string, one: GuidelineInSet): Decided {
    const seen = look(one, this.#case, this.#request);
    this.looks.push(seen);
    if (seen.kind === "silent") return { standing: "silent", why: sentence(seen.why) };
    if (seen.kind === "left open") return { standing: "silent", why: "It does not address what is asked for here." };
    if (seen.scope === "open") {
      this.governs = true;
      this.#settled = undecidedBefore;
      return { standing: "undecided", why: "Whether it applies to this request is not documented." };
    }
    return this.#weighed(source, one, presumptionOf(this.#authority, [source, one.guideline.title], this.#request));
  }

  #weighed(source: string, { guideline }: GuidelineInSet, { state, why, rebuttal }: Presumption): Decided {
    if (state === "rebutted") {
      this.#rebutted ??= source;
      return { standing: "rebutted", why: sentence(`Its presumption is rebutted: ${why}`), rebuttal };
    }
    this.governs = true;
    this.isOpen = state === "open";
    const addresses = `${quoted(guideline.title)} addresses this request`;
    if (state === "open") this.#settled = undecidedBefore;
    if (state === "open") return { standing: "undecided", why: sentence(`${addresses}; ${why}`), rebuttal };
    return { standing: "governs", why: sentence(why === null ? addresses : `${addresses}, and ${why}`), rebuttal };
  }

  #stands(rank: number, source: string, of: GuidelineInSet | null, decided: Decided): void {
    const { title = null, file = null } = of?.guideline ?? {};
    this.standings.push({ rank: rank + 1, source, guideline: title, file, rebuttal: null, ...decided });
  }
}

const undecidedBefore = "Whether a source before it governs must be decided first.";

type Decided = Pick<Standing, "standing" | "why"> & Partial<Pick<Standing, "rebuttal">>;
