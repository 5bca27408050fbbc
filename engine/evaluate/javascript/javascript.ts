import type { Checked } from "../../../dsl/index.ts";
import {
  definitionOf,
  type Formula,
  type GuidelineProgram,
  type SettledOutcome,
  settledOutcomes,
} from "../../ir/index.ts";
import {
  type DiagramOptions,
  type GateId,
  type GuidelineRails,
  guidelineDiagrams,
  NEVER,
  type Rails,
} from "../../logic/index.ts";
import { type Answers, type Evaluator, type Known, type Verdict, verdictOf } from "../evaluator.ts";
import { interpret } from "../interpreter.ts";
import { type CaseValues, type GeneratedModule, loaded } from "./generated.ts";
import { type Asked, moduleText } from "./moduleText.ts";
import { quoted } from "./source.ts";

/**
 * A guideline as JavaScript, ready to answer for many cases. The first question about a case answers all criteria and services;
 * formulas that are no criteria by themselves are compiled when they are first asked about.
 */
export interface GeneratedGuideline extends Answers {
  /** The keys of the criteria and of the services, in the order of their answers. */
  readonly criteria: readonly string[];
  readonly services: readonly string[];
  /** How many bytes `answerCase` fills. */
  readonly size: number;
  /** The source of a module that needs no other and exports `answer`, `answerSets` and the names of what it answers. */
  readonly text: string;
  /** See `GeneratedModule.answer`. */
  answerCase(values: CaseValues, answers: Uint8Array): string | null;
}

/** The rails of a guideline as generated JavaScript: for Node alone, as it makes code at run time. */
export const javascript = {
  compile(program: GuidelineProgram, options: Partial<DiagramOptions> = {}): Checked<GeneratedGuideline | null> {
    const { value, diagnostics } = guidelineDiagrams(program, options);
    return { value: value === null ? null : new Generated(program, value.rails), diagnostics };
  },
} satisfies Evaluator;

class Generated implements GeneratedGuideline {
  readonly program: GuidelineProgram;
  readonly criteria: readonly string[];
  readonly services: readonly string[];
  readonly size: number;
  readonly #rails: GuidelineRails;
  readonly #body: string;
  readonly #module: GeneratedModule;
  readonly #places: ReadonlyMap<Formula, number>;
  /** Formulas that are no criteria by themselves, each a module of its own. */
  readonly #others = new Map<Formula, GeneratedModule | null>();
  readonly #answers: Uint8Array;
  /** The case asked about last: most are asked about several times in a row. */
  #last: Known["quantities"] | null = null;

  constructor(program: GuidelineProgram, rails: GuidelineRails) {
    this.program = program;
    this.criteria = [...program.criteria.keys()];
    this.services = program.services.map(({ service }) => service);
    this.size = this.criteria.length + this.services.length + 1;
    this.#rails = rails;
    this.#body = moduleText({ ...this.#asked(), answers: this.#questions() });
    this.#module = loaded(this.#body);
    this.#places = new Map([...program.criteria.values()].map((formula, at) => [formula, at]));
    this.#answers = new Uint8Array(this.size);
  }

  get text(): string {
    const names = {
      criteria: this.criteria.map(quoted),
      services: this.services.map(quoted),
      outcomes: settledOutcomes.map(quoted),
    };
    const lists = Object.entries(names).map(([name, all]) => `export const ${name} = [${all.join(", ")}];\n`);
    return `${this.#body}${lists.join("")}export { answer, answerSets };\n`;
  }

  answerCase(values: CaseValues, answers: Uint8Array): string | null {
    return this.#module.answer(values, answers);
  }

  answer(criterion: Formula | string, known: Known): Verdict {
    const formula = typeof criterion === "string" ? definitionOf(this.program, criterion) : criterion;
    const place = this.#places.get(formula);
    return place === undefined ? this.#other(formula, known) : verdictIn(this.#answered(known)[place] ?? 0);
  }

  outcomes(service: string, known: Known): readonly SettledOutcome[] {
    const place = this.services.indexOf(service);
    if (place < 0) throw new Error(`The program has no service named ${service}`);
    const bits = this.#answered(known)[this.criteria.length + place] ?? 0;
    return settledOutcomes.filter((_, bit) => (bits & (1 << bit)) !== 0);
  }

  contradicted(known: Known): readonly Formula[] {
    const isPossible = this.#answered(known)[this.size - 1] === 1;
    return isPossible ? [] : interpret(this.program).contradicted(known);
  }

  #answered({ quantities }: Known): Uint8Array {
    if (this.#last !== quantities) this.#module.answerSets(quantities, this.#answers);
    this.#last = quantities;
    return this.#answers;
  }

  #other(formula: Formula, known: Known): Verdict {
    const module = this.#others.get(formula) ?? this.#compiled(formula);
    if (module === null) return interpret(this.program).answer(formula, known);
    const answers = new Uint8Array(2);
    module.answerSets(known.quantities, answers);
    return verdictIn(answers[0] ?? 0);
  }

  /** `null`: a formula that is no part of the guideline, and too large for a circuit. */
  #compiled(formula: Formula): GeneratedModule | null {
    const rails = this.#rails.of(formula);
    const answers = rails && [{ of: formula.text, gates: gatesOf(rails) }];
    const module = answers && loaded(moduleText({ ...this.#asked(), answers }));
    this.#others.set(formula, module);
    return module;
  }

  #asked(): Omit<Asked, "answers"> {
    const { circuit, possible } = this.#rails;
    return { title: this.program.title, circuit, possible, quantities: this.program.quantities };
  }

  #questions(): Asked["answers"] {
    return [
      ...this.criteria.map((of) => ({ of, gates: gatesOf(this.#rails.criterion(of)) })),
      ...this.services.map((of) => ({ of, gates: this.#outcomeGates(of) })),
    ];
  }

  #outcomeGates(service: string): readonly GateId[] {
    const gates = this.#rails.outcomes(service);
    return settledOutcomes.map((outcome) => gates.get(outcome) ?? NEVER);
  }
}

const gatesOf = ({ canMeet, canFail }: Rails): readonly GateId[] => [canMeet, canFail];

function verdictIn(bits: number): Verdict {
  return verdictOf((bits & 1) !== 0, (bits & 2) !== 0);
}
