import { withAcceptances } from "./acceptances.ts";
import { asked } from "./asked.ts";
import type { Mattering } from "./neverMatters.ts";
import type { Parts } from "./parts.ts";
import { type Asked, open } from "./question.ts";
import { shifted } from "./shifted.ts";
import { Numbering } from "./unitKeys.ts";
import type { ProblemName } from "./problems.ts";

/** What was asked together, of one criterion, table or service, and what the service tests. */
export interface UnitAnswers {
  readonly asked: readonly Asked[];
  readonly mattering?: Mattering;
  /** Of a criterion: the quantities it depends on, as one text. */
  readonly support?: string;
}

export interface Unit {
  /** The answers stay the same as long as this does. */
  readonly key: string;
  /** Where it stands. */
  readonly about: { readonly span: { readonly start: number; readonly end: number }; readonly name: string };
  readonly problems: readonly ProblemName[];
  readonly answer: () => UnitAnswers;
}

interface Kept {
  readonly start: number;
  readonly answers: UnitAnswers;
}

/** Answers of one analysis, for the next: what asks the same is not asked again. */
export class KeptAnswers {
  readonly numbering: Numbering;
  readonly #before: ReadonlyMap<string, Kept>;
  readonly #kept = new Map<string, Kept>();
  readonly #shouldStop: () => boolean;

  constructor(previous: KeptAnswers | undefined, shouldStop: () => boolean) {
    this.numbering = previous?.numbering ?? new Numbering();
    this.#before = previous?.kept ?? new Map();
    this.#shouldStop = shouldStop;
  }

  get kept(): ReadonlyMap<string, Kept> {
    return this.#kept;
  }

  of(unit: Unit, parts: Parts): UnitAnswers {
    const { start } = unit.about.span;
    const before = this.#before.get(unit.key) ?? this.#kept.get(unit.key);
    if (before === undefined && this.#shouldStop()) return stopped(unit, parts.program.file);
    const answers = before === undefined ? answered(unit, parts) : movedTo(before, start);
    this.#kept.set(unit.key, { start, answers });
    return answers;
  }
}

function answered(unit: Unit, parts: Parts): UnitAnswers {
  const answers = unit.answer();
  return { ...answers, asked: withAcceptances(parts, answers.asked) };
}

const movedTo = ({ start, answers }: Kept, now: number): UnitAnswers => ({
  ...answers,
  asked: shifted(answers.asked, now - start),
});

function stopped({ about, problems }: Unit, file: string): UnitAnswers {
  const because = open("the analysis was stopped before it came to this");
  return {
    asked: problems.map((each) => asked(each, about, because, file)),
    mattering: { tested: new Set(), matter: null, tied: new Set() },
  };
}
