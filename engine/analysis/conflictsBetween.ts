import type { Guideline, Service } from "../../dsl/index.ts";
import type { GuidelineProgram, SettledOutcome } from "../ir/index.ts";
import { type Assignment, type NodeId, quantitiesOf, Space } from "../logic/index.ts";
import { overlap } from "../set/index.ts";
import type { Case } from "../values/index.ts";
import { type Attempt, realise, replay, type Search, search } from "../witness/index.ts";
import { asked, shownIn } from "./asked.ts";
import { type Parts, partsOf } from "./parts.ts";
import { type Asked, notKnown, proved } from "./question.ts";
import { formulasOf } from "./serviceSpace.ts";

const problem = "conflicting recommendations";

/**
 * Two guidelines that are in force at one time and decide on one service, of one case differently. Where the set has an order of authority
 * that says which counts; a guideline that changes another is meant to differ from it.
 */
export function conflictsBetween(guidelines: readonly Guideline[], budget: number): readonly Asked[] {
  if (guidelines.some(({ authority }) => authority !== null)) return [];
  return guidelines.flatMap((later, at) =>
    guidelines
      .slice(0, at)
      .filter((earlier) => overlap(earlier, later) && !rests(earlier, later) && !rests(later, earlier))
      .flatMap((earlier) =>
        sharedServices(earlier, later).map((each) => new Pair(earlier, later, each, budget).asked()),
      ),
  );
}

const rests = (one: Guideline, other: Guideline): boolean => one.overlay?.file === other.file;

const sharedServices = (earlier: Guideline, later: Guideline): readonly Service[] =>
  later.services.filter(
    ({ key, span }) => span.file === undefined && earlier.services.some((each) => each.key === key),
  );

/** One service as two guidelines see it; facts of one name and type are one fact. */
class Pair {
  readonly #earlier: Parts;
  readonly #later: Parts;
  readonly #service: Service;
  readonly #as: ReadonlyMap<string, string>;
  readonly #space: Space;

  constructor(earlier: Guideline, later: Guideline, service: Service, budget: number) {
    [this.#earlier, this.#later, this.#service] = [partsOf(earlier), partsOf(later), service];
    this.#as = ownNames(this.#earlier.program, this.#later.program);
    const own = (parts: Parts) => ({ program: parts.program, formulas: formulasOf(parts, this.#in(parts)) });
    this.#space = new Space([own(this.#earlier), { ...own(this.#later), as: this.#as }], { budget });
  }

  asked(): Asked {
    const { file } = this.#later.guideline;
    const about = { span: this.#service.span, name: this.#service.name };
    const nodes = disagreeing.flatMap(([one, other]) => [this.#both(one, other), this.#both(other, one)]);
    const can = new Set(nodes.map((node) => this.#space.canBe(node)));
    if (!can.has(true)) return asked(problem, about, can.has(null) ? notKnown : proved, file);
    const shown = this.#firstShown(nodes);
    const [first, second] = [this.#earlier.guideline.title, this.#later.guideline.title];
    return shownIn(
      problem,
      file,
      about,
      {
        message: `\`${second}\` and \`${first}\` both decide on \`${this.#service.name}\`, and differ on some cases.`,
        hint: `\`${first}\` counts there, since its file comes first. Give the set an order of authority, narrow what one of them \`applies when\`, or give them dates that do not overlap.`,
      },
      shown,
    );
  }

  /** Each way of disagreeing by itself, since a case shows one of them. */
  #firstShown(nodes: readonly NodeId[]): Search<Case> {
    const tried: Search<Case>[] = [];
    for (const node of nodes) {
      const found = search(this.#space, node, (assignment) => this.#attempt(assignment));
      if (found.kind === "found") return found;
      tried.push(found);
    }
    return tried.find(({ kind }) => kind === "not found") ?? { kind: "none" };
  }

  #both(earlier: SettledOutcome, later: SettledOutcome): NodeId {
    return this.#space.all([
      this.#space.outcome(this.#earlier.program, this.#service.key, earlier),
      this.#space.outcome(this.#later.program, this.#service.key, later),
    ]);
  }

  #in({ guideline }: Parts): Service {
    return guideline.services.find(({ key }) => key === this.#service.key) ?? this.#service;
  }

  #attempt(assignment: Assignment): Attempt<Case> {
    const parts = [this.#earlier, this.#later].map(({ guideline, program }, at) => ({
      guideline,
      program,
      wanted: this.#wantedOf(program, assignment, at === 1),
    }));
    const request = { id: "witness", title: this.#service.name, summary: "", service: this.#service.key };
    const made = realise(parts, request);
    if (made.kind === "impossible")
      return { ...made, quantities: made.quantities.map(({ part, quantity }) => this.#name(quantity, part === 1)) };
    const [one, other] = parts.map(({ guideline, program }) =>
      replay(guideline, program, made.case).outcome(this.#service.key),
    );
    const isShown = disagreeing.some(([a, b]) => (one === a && other === b) || (one === b && other === a));
    return isShown ? { kind: "shown", shown: made.case } : { kind: "not shown" };
  }

  #wantedOf({ quantities }: GuidelineProgram, assignment: Assignment, isLater: boolean): Assignment {
    return new Map(
      quantities.flatMap(({ id }) => {
        const values = assignment.get(this.#name(id, isLater));
        return values === undefined ? [] : [[id, values] as const];
      }),
    );
  }

  #name(id: string, isLater: boolean): string {
    return isLater ? (this.#as.get(id) ?? id) : id;
  }
}

/** Outcomes that a patient would not take for the same. */
const disagreeing = [
  ["criteria met", "excluded"],
  ["criteria met", "criteria not met"],
] as const satisfies readonly (readonly [SettledOutcome, SettledOutcome])[];

/** Quantities of the later guideline that only share a name with one of the earlier. */
function ownNames(earlier: GuidelineProgram, later: GuidelineProgram): ReadonlyMap<string, string> {
  const known = quantitiesOf(earlier);
  return new Map(
    later.quantities.flatMap(({ id, domain, type }) => {
      const other = known.get(id);
      const isSame =
        other === undefined || JSON.stringify([other.domain, other.type]) === JSON.stringify([domain, type]);
      return isSame ? [] : [[id, `${id} of ${later.title}`] as const];
    }),
  );
}
