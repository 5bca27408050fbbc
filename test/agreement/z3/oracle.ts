import { type Arith, type Bool, type Context, init } from "z3-solver";
import {
  boundsOf,
  definitionOf,
  type Formula,
  type GuidelineProgram,
  operandsOf,
  outcomeGoals,
  type SettledOutcome,
} from "../../../engine/ir/index.ts";
import type { ValueSet } from "../../../engine/values/index.ts";

/*
 * The solver Z3 as an independent judge of what formulas say of every completion: it shares no code with the diagrams.
 * A quantity is an integer in its domain; quantities are told apart by name, as a space does.
 */

type Z3 = Context<"precept">;

let started: ReturnType<typeof init> | undefined;

/** Z3 runs in threads of its own; `stop` ends them, so that the process can end. */
export async function startZ3(): Promise<{ readonly context: Z3; stop(): void }> {
  started ??= withoutFinalizers(init);
  const { Context, em } = await started;
  const context = Context("precept");
  return {
    context,
    stop() {
      started = undefined;
      em.PThread.terminateAllThreads();
    },
  };
}

/**
 * What the garbage collector finds unused would be freed while Z3 works on it in another thread, and memory is corrupted now and
 * then. Nothing is freed here: a test asks little, and its process ends.
 */
async function withoutFinalizers<Value>(make: () => Promise<Value>): Promise<Value> {
  const before = globalThis.FinalizationRegistry;
  Object.assign(globalThis, { FinalizationRegistry: NothingFinal });
  try {
    return await make();
  } finally {
    globalThis.FinalizationRegistry = before;
  }
}

class NothingFinal {
  register(): void {
    return;
  }

  unregister(): boolean {
    return false;
  }
}

/** The formulas of one program, for Z3. `as`: by quantity id, the name that Z3 knows it by. */
export class Encoded {
  readonly #z3: Z3;
  readonly #program: GuidelineProgram;
  readonly #as: ReadonlyMap<string, string>;
  readonly #made = new Map<Formula, Bool<"precept">>();

  constructor(z3: Z3, program: GuidelineProgram, as: ReadonlyMap<string, string> = new Map()) {
    this.#z3 = z3;
    this.#program = program;
    this.#as = as;
  }

  /** Every quantity has a value of its domain, and every assumption holds. */
  possible(): Bool<"precept"> {
    const { quantities, assumptions } = this.#program;
    return this.#z3.And(
      ...quantities.map(({ id, domain }) => this.lies(id, domain)),
      ...assumptions.map((each) => this.formula(each)),
    );
  }

  outcome(service: string, outcome: SettledOutcome): Bool<"precept"> {
    const goals = outcomeGoals(this.#program, service).find(([each]) => each === outcome)?.[1] ?? [];
    return this.#z3.And(
      ...goals.map(({ formula, wanted }) => (wanted ? this.formula(formula) : this.#z3.Not(this.formula(formula)))),
    );
  }

  formula(formula: Formula): Bool<"precept"> {
    const known = this.#made.get(formula);
    if (known !== undefined) return known;
    const made = this.#make(formula);
    this.#made.set(formula, made);
    return made;
  }

  lies(quantity: string, values: ValueSet): Bool<"precept"> {
    return this.named(this.#as.get(quantity) ?? quantity, values);
  }

  /** As `lies`, of a quantity by the name that Z3 knows it by. */
  named(name: string, values: ValueSet): Bool<"precept"> {
    const value = this.#z3.Int.const(name);
    const number = (of: number): Arith<"precept"> => this.#z3.Int.val(BigInt(of));
    return this.#z3.Or(...values.map(({ low, high }) => this.#z3.And(value.ge(number(low)), value.le(number(high)))));
  }

  #make(formula: Formula): Bool<"precept"> {
    const z3 = this.#z3;
    switch (formula.kind) {
      case "constant":
        return z3.Bool.val(formula.value);
      case "test":
        return this.lies(formula.quantity, formula.values);
      case "criterion":
        return this.formula(definitionOf(this.#program, formula.definition));
      case "not":
        return z3.Not(this.formula(formula.operand));
      case "weighted":
        return this.#sumLies(formula, formula.points, formula.values);
      default: {
        const { atLeast, atMost } = boundsOf(formula);
        return this.#sumLies(
          formula,
          formula.operands.map(() => 1),
          [{ low: atLeast, high: atMost }],
        );
      }
    }
  }

  #sumLies(formula: Formula, points: readonly number[], values: ValueSet): Bool<"precept"> {
    const z3 = this.#z3;
    const zero: Arith<"precept"> = z3.Int.val(0);
    const sum = operandsOf(formula).reduce(
      (total, operand, at) => total.add(z3.If(this.formula(operand), z3.Int.val(points[at] ?? 0), zero)),
      zero,
    );
    return z3.Or(...values.map(({ low, high }) => z3.And(sum.ge(low), sum.le(high))));
  }
}

/** Whether some completion makes all of them true. Throws where Z3 does not know: nothing here is hard. */
export async function canBe(z3: Z3, ...all: readonly Bool<"precept">[]): Promise<boolean> {
  const solver = new z3.Solver();
  solver.add(...all);
  const answer = await solver.check();
  if (answer === "unknown") throw new Error("Z3 does not know");
  return answer === "sat";
}
