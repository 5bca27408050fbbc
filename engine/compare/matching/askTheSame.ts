import type { Formula } from "../../ir/index.ts";
import { Earlier, everyFormula } from "../../logic/index.ts";
import { type SharedQuantities, sharedQuantities } from "./sharedQuantities.ts";
import type { Version } from "./version.ts";

/** Two versions of a guideline, held against each other formula by formula. */
export class Sameness {
  readonly before: Version;
  readonly now: Version;
  readonly quantities: SharedQuantities;
  readonly #earlier: Earlier;
  readonly #isOneProgram: boolean;
  /** Ids of quantities that are not the same in both versions. */
  readonly #changed: ReadonlySet<string>;

  constructor(before: Version, now: Version) {
    this.before = before;
    this.now = now;
    this.quantities = sharedQuantities(before, now);
    this.#earlier = new Earlier(now.program, before.program);
    this.#isOneProgram = before.program === now.program;
    const { before: names, stricter, apart } = this.quantities;
    this.#changed = new Set(
      [...names].flatMap(([id, name]) => (id !== name || stricter.has(name) || apart.has(name) ? [id] : [])),
    );
  }

  /** Whether formulas are written to ask the same, under the same assumptions; where they are not, they still may. */
  asTheyStand(before: readonly Formula[], now: readonly Formula[]): boolean {
    if (this.#isOneProgram) return true;
    return !this.#restOnChanged(before) && this.#earlier.askTheSame(now, before);
  }

  /** Whether all services, in their order, are written to ask the same. */
  get everyServiceStands(): boolean {
    const formulas = ({ program }: Version): readonly Formula[] =>
      program.services.flatMap((each) => [each.addressed, each.exclusion, each.criteria, each.within]);
    return this.asTheyStand(formulas(this.before), formulas(this.now));
  }

  #restOnChanged(before: readonly Formula[]): boolean {
    if (this.#changed.size === 0) return false;
    const { program } = this.before;
    return everyFormula(program, [...before, ...program.assumptions]).some(
      (each) => each.kind === "test" && this.#changed.has(each.quantity),
    );
  }

  get assumptionsStand(): boolean {
    return this.asTheyStand([], []);
  }
}
