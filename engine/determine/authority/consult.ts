import type { Authority, Rank } from "../../../dsl/index.ts";
import type { Case, RequestedService } from "../../values/index.ts";
import { quoted, sentence } from "../../words/index.ts";
import { inForce } from "../governing.ts";
import { type Look, look } from "../look.ts";
import type { GuidelineInSet } from "../guidelinesInForce.ts";
import { localFirst } from "../precedence.ts";
import { byEvidence, restsOnBetter } from "./evidence.ts";
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
  for (const [rank, { names, when }] of authority.ranks.entries()) {
    const written = names.flatMap(({ name: source }, at): readonly Entry[] => {
      const own = guidelines.filter(({ guideline }) => {
        const place = placeIn(authority, guideline);
        return place?.rank === rank && place.name === at;
      });
      const current = localFirst(own.filter(({ guideline }) => inForce(guideline, of)));
      if (current.length === 0) return [{ source, one: null, held: own.length > 0 }];
      return current.map((one) => ({ source, one, held: true }));
    });
    const better = (one: Entry, other: Entry): boolean => isBetter(authority, one, other);
    for (const entry of byEvidence<Entry>(written, better)) walk.entry(rank, when, entry);
  }
  return walk;
}

/** A guideline of a source; `one` is `null` where none is in force. */
interface Entry {
  readonly source: string;
  readonly one: GuidelineInSet | null;
  /** Whether the set has one of this source at all. */
  readonly held: boolean;
}

/** Guidelines of one source keep their order: that which changes another speaks first. */
function isBetter(authority: Authority, one: Entry, other: Entry): boolean {
  if (one.source === other.source || one.one === null || other.one === null) return false;
  return restsOnBetter(authority, one.one.guideline, other.one.guideline) !== null;
}

class Walk implements Consultation {
  readonly standings: Standing[] = [];
  readonly looks: Look[] = [];
  governs = false;
  isOpen = false;
  #settled = "A source before it governs.";
  /** A source that addresses the request, and whose presumption the case rebuts. */
  #rebutted: string | null = null;
  /** The guideline that governs, once its presumption holds. */
  #chosen: { readonly rank: number; readonly source: string; readonly one: GuidelineInSet } | null = null;
  readonly #authority: Authority;
  readonly #case: Case;
  readonly #request: RequestedService;

  constructor(authority: Authority, of: Case, request: RequestedService) {
    this.#authority = authority;
    this.#case = of;
    this.#request = request;
  }

  entry(rank: number, when: Rank["when"], { source, one, held }: Entry): void {
    const passedOver = this.#passedOver(when);
    if (passedOver !== null) return this.#leave(rank, { source, one, held }, passedOver);
    if (one === null)
      return this.#stands(rank, source, null, { standing: "silent", why: this.#noneInForce(source, held) });
    const decided = this.#consulted(source, one);
    if (decided.standing === "governs") this.#chosen = { rank, source, one };
    this.#stands(rank, source, one, decided);
  }

  /** A source is left out in one line, but for what it says of this request beside the one of its rank that governs. */
  #leave(rank: number, { source, one }: Entry, why: string): void {
    const gives = one === null ? null : this.#givesWay(rank, source, one);
    if (gives !== null) return this.#stands(rank, source, one, { standing: "outranked", why: gives });
    const [last] = this.standings.filter((line) => line.rank === rank + 1 && line.source === source).slice(-1);
    if (last?.guideline === null) return;
    this.#stands(rank, source, last === undefined ? null : one, { standing: "not consulted", why });
  }

  /** Why another source of the same rank governs, though this guideline addresses the request too; else `null`. */
  #givesWay(rank: number, source: string, one: GuidelineInSet): string | null {
    const chosen = this.#chosen;
    if (chosen === null || chosen.rank !== rank || chosen.source === source) return null;
    const seen = look(one, this.#case, this.#request);
    if (seen.kind !== "addresses" || seen.scope === "open") return null;
    const better = restsOnBetter(this.#authority, chosen.one.guideline, one.guideline);
    if (better === null)
      return `It addresses this request too, and is named after ${chosen.source}; that one of them rests on better evidence is not stated.`;
    const { question, stronger, weaker } = better;
    return `It addresses this request too, and rests on weaker evidence for ${question} (${weaker}) than ${chosen.source} (${stronger}).`;
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

  #noneInForce(source: string, held: boolean): string {
    const date = this.#case.dates["service date"];
    return !held
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
    return this.#weighed(source, one, presumptionOf(this.#authority, source, one.guideline, this.#request));
  }

  #weighed(source: string, { guideline }: GuidelineInSet, { state, why, rebuttal }: Presumption): Decided {
    if (state === "rebutted") {
      this.#rebutted ??= source;
      return { standing: "rebutted", why: sentence(`Its presumption is rebutted, for ${why}`), rebuttal };
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
