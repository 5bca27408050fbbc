import { type Fact, nameKey } from "../../dsl/index.ts";
import {
  type Case,
  type CaseFact,
  type CaseList,
  epochDays,
  type Information,
  isSubset,
  onlyValue,
  type RequestedService,
  type Statement,
} from "../values/index.ts";
import type { Quantity } from "../ir/index.ts";
import { reduceCase } from "../values/reduce/index.ts";
import type { Ask, Posed, Subject } from "./posed.ts";
import type { WitnessRequest, Work } from "./wanted.ts";

/** A case in the making. */
export interface Draft {
  readonly dates: Case["dates"];
  /** By the keys of facts. */
  readonly said: ReadonlyMap<string, readonly Statement[]>;
  /** By the keys of lists. */
  readonly lists: ReadonlyMap<string, Pick<CaseList, "complete" | "entries">>;
}

export const emptyDraft = (dates: Case["dates"]): Draft => ({ dates, said: new Map(), lists: new Map() });

export function stating(draft: Draft, key: string, statements: readonly Statement[]): Draft {
  return { ...draft, said: new Map([...draft.said, [key, statements]]) };
}

/** The draft as a case that asks for one service. */
export function caseOf(posed: Posed, draft: Draft, request: WitnessRequest): Case {
  const stated = [...draft.said].flatMap(([key, statements]) => {
    const subject = posed.subjects.get(key);
    return subject === undefined ? [] : namesOf(subject).map((fact) => ({ fact, stated: factOf(fact, statements) }));
  });
  const facts = (asked: boolean): readonly CaseFact[] =>
    stated.filter(({ fact }) => (fact.askedFor !== null) === asked).map((each) => each.stated);
  return {
    id: request.id,
    title: request.title,
    summary: request.summary === "" ? [] : [request.summary],
    review: { reviewer: null, statement: [] },
    dates: draft.dates,
    documents: [],
    facts: facts(false),
    lists: [...draft.lists].flatMap(([key, list]) => listNames(posed, key).map((name) => ({ list: name, ...list }))),
    requests: [requested(posed, request, facts(true))],
  };
}

/** One fact under each of the names that the guidelines give it, and in each place. */
function namesOf({ declared }: Subject): readonly Fact[] {
  return [...new Map(declared.map(({ fact }) => [`${fact.key} ${fact.askedFor !== null}`, fact])).values()];
}

function factOf({ name }: Fact, statements: readonly Statement[]): CaseFact {
  return { fact: name, statements, asked: false, remark: null };
}

function listNames({ lists }: Posed, key: string): readonly string[] {
  const declared = lists.get(key)?.declared ?? [];
  return [...new Map(declared.map(({ list }) => [list.key, list.name])).values()];
}

/** Asked for by the first of its items, as a request would name it. */
function requested({ parts }: Posed, { service }: WitnessRequest, askedFor: readonly CaseFact[]): RequestedService {
  const services = parts.flatMap(({ guideline }) => guideline.services);
  const declared = services.find(({ key }) => key === nameKey(service));
  const [item] = declared?.items ?? [];
  const [code] = item?.codes ?? [];
  return {
    service: item?.name ?? declared?.name ?? service,
    code: code === undefined ? null : `${code.system} ${code.code}`,
    askedFor,
    administrator: null,
    decision: null,
    expect: null,
  };
}

/** What drafts leave of the quantities asked about, each reduction counted as work. */
export class Reducer {
  readonly posed: Posed;
  readonly #request: WitnessRequest;
  readonly work: Work;

  constructor(posed: Posed, request: WitnessRequest, work: Work) {
    this.posed = posed;
    this.#request = request;
    this.work = work;
  }

  /** Whether no work is left, so that nothing was found does not mean that nothing is there. */
  get isSpent(): boolean {
    return this.work.isSpent;
  }

  isCalculated({ fact }: Quantity): boolean {
    return this.posed.parts.some(({ program }) => program.calculations.some((one) => one.fact.key === fact));
  }

  caseOf(draft: Draft): Case {
    return caseOf(this.posed, draft, this.#request);
  }

  /** The first of the asks that a draft does not satisfy; `null` when it satisfies all. Without work left, the first. */
  unsatisfied(draft: Draft, asks: readonly Ask[]): Ask | null {
    const [first] = asks;
    if (first === undefined) return null;
    const informationOn = this.information(draft);
    return informationOn === null
      ? first
      : (asks.find((ask) => !this.#isSatisfied(ask, informationOn(ask), draft)) ?? null);
  }

  /** `null` without work left. */
  information(draft: Draft): ((ask: Ask) => Information) | null {
    return this.work.take() ? this.#reduced(this.caseOf(draft)) : null;
  }

  #reduced(of: Case): (ask: Ask) => Information {
    const [request] = of.requests;
    if (request === undefined) throw new Error("A draft asks for one service");
    const sets = this.posed.parts.map(({ guideline, program }) => reduceCase(guideline, program, of, request).value);
    return ({ part, quantity: { id } }) => {
      const found = sets[part]?.quantities.get(id);
      if (found === undefined) throw new Error(`The program has no quantity ${id}`);
      return found;
    };
  }

  /** An open quantity is left as an empty case leaves it, or at least without one value. */
  #isSatisfied(ask: Ask, { values }: Information, { dates }: Draft): boolean {
    if (ask.values !== null) return isSubset(values, ask.values);
    const untold = this.#reduced(this.caseOf(emptyDraft(dates)))(ask).values;
    return isSubset(untold, values) || (onlyValue(values) === null && values.length > 0);
  }
}

/** A date of the case in days since 1970-01-01. */
export function dayOf(dates: Case["dates"], anchor: keyof Case["dates"]): number {
  const day = epochDays(dates[anchor]);
  if (day === null) throw new Error(`A draft has a ${anchor}`);
  return day;
}
