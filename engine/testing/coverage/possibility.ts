import type { GuidelineInSet } from "../../determine/index.ts";
import type { Formula } from "../../ir/index.ts";
import { FALSE, Space, TOO_LARGE } from "../../logic/index.ts";
import type { ObligationState } from "./report.ts";
import type { Asked, Sight } from "./sight.ts";

/** Whether some case can show what no case shows yet. */
export class Possibility {
  readonly #asked: Asked;

  constructor({ compiled: { program } }: GuidelineInSet, formulas: readonly Formula[], budget: number) {
    this.#asked = { program, space: new Space([{ program, formulas }], { budget }) };
  }

  /** Each of `sights` is missing, until a case shows one of its alternatives. */
  of(sights: readonly (readonly Sight[])[]): ObligationState {
    const found = sights.map((alternatives) => this.#anyOf(alternatives));
    if (found.includes("impossible")) return { kind: "impossible", because: proved };
    return found.includes("undecided") ? { kind: "undecided", because: notKnown } : { kind: "open" };
  }

  #anyOf(alternatives: readonly Sight[]): "impossible" | "possible" | "undecided" {
    const ways = alternatives.flatMap((sight) => sight.needs(this.#asked));
    const { space, program } = this.#asked;
    const possible = space.possibleIn(program);
    const found = ways.map((nodes) => nodes.map((node) => space.all([possible, node])));
    if (found.every((nodes) => nodes.includes(FALSE))) return "impossible";
    return found.some((nodes) => !nodes.includes(FALSE) && nodes.includes(TOO_LARGE)) ? "undecided" : "possible";
  }
}

const notKnown = "the criterion does not fit into one diagram within the budget";

const proved = "no values that its facts may have make it so";
