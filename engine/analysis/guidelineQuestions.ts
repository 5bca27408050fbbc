import type { Service, Span } from "../../dsl/index.ts";
import type { TableProgram } from "../ir/index.ts";
import { withAcceptances } from "./acceptances.ts";
import { correlated, readTogether } from "./correlated.ts";
import { equivalentCriteria } from "./equivalent.ts";
import { gapWitness } from "./gapWitness.ts";
import { neverMatters } from "./neverMatters.ts";
import { isOwn, type Part, type Parts, partsOf } from "./parts.ts";
import { partQuestions, plainAnswers } from "./partQuestions.ts";
import type { ProblemName } from "./problems.ts";
import type { Asked, Found } from "./question.ts";
import { plainService, serviceQuestions } from "./serviceQuestions.ts";
import { formulasOf, recommendationsOf } from "./serviceSpace.ts";
import { thresholdGaps } from "./thresholdGap.ts";
import { thresholdsIn } from "./thresholds.ts";
import { uncoveredByTable } from "./uncovered.ts";
import { UnitKeys } from "./unitKeys.ts";
import type { KeptAnswers, Unit, UnitAnswers } from "./units.ts";
import { unitSlips } from "./unitSlip.ts";
import { unreachableRows } from "./unreachableRow.ts";
import { type Read, unused } from "./unused.ts";
import { showing, type Shows } from "./witnessed.ts";

/** Everything that is asked of one guideline of a set, the others being there to use what it declares. */
export function guidelineQuestions(
  read: Read,
  others: readonly Read[],
  kept: KeptAnswers,
  budget: number,
): readonly Asked[] {
  const parts = partsOf(read.value);
  const asking = new Asking(parts, kept, budget);
  const services = parts.guideline.services
    .filter((service) => isOwn(service) || recommendationsOf(parts, service).some(isOwn))
    .map((service) => asking.service(service));
  const ofCriteria = new Map(parts.criteria.map((part) => [part, asking.part(part)]));
  const supports = new Map(
    [...ofCriteria].flatMap(([part, { support }]) => (support === undefined ? [] : [[part, support] as const])),
  );
  const ofParts = [
    ...[...ofCriteria.values()].flatMap(({ asked }) => asked),
    ...parts.criteria.flatMap((part) => asking.correlated(part)),
    ...services.flatMap(({ asked }) => asked),
    ...[...parts.program.tables.values()].flatMap((table) => asking.table(table).asked),
  ];
  const mattering = services.flatMap((each) => each.mattering ?? []);
  const thresholds = thresholdsIn(parts);
  const ofWhole = [
    ...equivalentCriteria(parts, supports, budget),
    ...neverMatters(parts, mattering, toldIn(parts, ofParts)),
    ...thresholdGaps(parts, thresholds, (gap) => gapWitness(parts, gap)),
    ...unitSlips(parts, thresholds),
    ...unused(read, others),
  ];
  return [...ofParts, ...withAcceptances(parts, ofWhole)];
}

/** Where something was found, or waits for what was found; of a definition, all that it says. */
function toldIn({ criteria }: Parts, answers: readonly Asked[]): readonly Span[] {
  const found = answers.flatMap(({ question, verdict }) =>
    verdict.kind === "proved"
      ? []
      : [question.subject.span, ...(verdict.kind === "found" ? labelled(question.problem, verdict.found) : [])],
  );
  const ends = new Map(criteria.map(({ span, expression }) => [span.start, expression.span.end]));
  return found.map(({ start, end }) => ({ start, end: Math.max(end, ends.get(start) ?? end) }));
}

/** A service that is decided is so by all its recommendations. */
const labelled = (problem: ProblemName, { diagnostic }: Found): readonly Span[] =>
  problem === "decided whatever is documented" ? diagnostic.labels.map(({ span }) => span) : [];

/** Of what is plain to see the answers are given at once; of all else they are kept. */
class Asking {
  readonly #parts: Parts;
  readonly #kept: KeptAnswers;
  readonly #budget: number;
  readonly #keys: UnitKeys;

  constructor(parts: Parts, kept: KeptAnswers, budget: number) {
    this.#parts = parts;
    this.#kept = kept;
    this.#budget = budget;
    this.#keys = new UnitKeys(parts, kept.numbering);
  }

  part(part: Part): UnitAnswers {
    const plain = plainAnswers(part);
    if (plain !== null) return { asked: plain };
    return this.#answers({
      key: this.#keys.of(part.kind, part.name, [part.formula], part.span.start),
      about: part,
      problems: ["never met", "always met", "branch without effect", "term without effect", "met either way"],
      answer: () => partQuestions(part, this.#parts, this.#budget, this.#showing(undefined, part.name)),
    });
  }

  correlated(part: Part): readonly Asked[] {
    const pairs = readTogether(part);
    if (pairs.length === 0) return [];
    return this.#answers({
      key: this.#keys.of("correlated", `${part.kind} ${part.name}`, [part.formula], part.span.start),
      about: part,
      problems: ["correlated quantities"],
      answer: () => ({ asked: correlated(part, this.#parts, pairs, this.#budget) }),
    }).asked;
  }

  service(service: Service): UnitAnswers {
    const plain = plainService(this.#parts, service);
    if (plain !== null) return plain;
    return this.#answers({
      key: this.#keys.of("service", keyOf(this.#parts, service), formulasOf(this.#parts, service), service.span.start),
      about: service,
      problems: [
        "branch without effect",
        "decided whatever is documented",
        "conflicting recommendations",
        "met by absence",
      ],
      answer: () => serviceQuestions(this.#parts, service, this.#budget, this.#showing(service.key, service.name)),
    });
  }

  table(table: TableProgram): UnitAnswers {
    const { name, policy, otherwise, span, rows } = table.table;
    const formulas = table.rows.map(({ formula }) => formula);
    const values = rows.map(({ value }) => value).join(" ");
    return this.#answers({
      key: this.#keys.of("table", `${name} ${policy} ${otherwise} ${values}`, formulas, span.start),
      about: table.table,
      problems: ["unreachable row", "uncovered region"],
      answer: () => ({
        asked: [
          ...unreachableRows(this.#parts, table, this.#budget),
          ...uncoveredByTable(this.#parts, table, this.#budget, this.#showing(undefined, name)),
        ],
      }),
    });
  }

  #answers(unit: Unit): UnitAnswers {
    return this.#kept.of(unit, this.#parts);
  }

  /** The first service, where any will do. */
  #showing(service: string | undefined, title: string): Shows {
    const { guideline, program } = this.#parts;
    return showing(guideline, program, service ?? guideline.services[0]?.key ?? "", title);
  }
}

/** The kinds and places of its recommendations are no part of their formulas. */
function keyOf(parts: Parts, service: Service): string {
  const { name, span } = service;
  const said = recommendationsOf(parts, service);
  return [
    name,
    ...said.map(({ kind, limits, criterion }) => `${kind} ${limits.length} ${criterion.span.start - span.start}`),
  ].join(", ");
}
