import { meaningOfSet, stepBetween } from "../meaning/index.ts";
import type { GuidelineSet, SetGuideline } from "../set/index.ts";
import { once } from "../values/index.ts";
import { compareDefinitions, type DefinitionCompared } from "./definitions.ts";
import { factChanges, type FactChange } from "./facts.ts";
import {
  guidelinePairs,
  type OwnService,
  type Pair,
  type Renames,
  renamesBetween,
  Sameness,
  servicePairs,
  version,
} from "./matching/index.ts";
import { Standings } from "./standing.ts";
import { type Comparing, compareSubject, type SubjectCompared, unchanged } from "./subject.ts";
import { type ComparedAs, together } from "./verdict.ts";

/** What became of a set: of its guidelines, of what each service is answered, of what each definition means. */
export interface SetComparison {
  readonly verdict: ComparedAs;
  /** Why the whole is not proved, beside what its services say of themselves. */
  readonly because: string | null;
  /** The step that its number takes. */
  readonly bump: "patch" | "minor" | "major";
  readonly guidelines: readonly GuidelineCompared[];
  readonly services: readonly ServiceCompared[];
  readonly definitions: readonly (DefinitionCompared & { readonly guideline: string })[];
}

export interface GuidelineCompared {
  readonly guideline: string;
  readonly file: string;
  readonly change: "compared" | "added" | "removed";
  /** What it is called otherwise, where else it stands, since when it is in force: each a sentence. */
  readonly remarks: readonly string[];
  readonly facts: readonly FactChange[];
}

export interface ServiceCompared extends SubjectCompared {
  readonly guideline: string;
  readonly service: string;
  readonly change: "compared" | "added" | "removed";
  /** Its former name, and the guideline it was moved from. */
  readonly called: string | null;
  readonly movedFrom: string | null;
  /** What else bears on what is answered: days in force, and which guideline is asked. */
  readonly remarks: readonly string[];
}

export interface CompareOptions extends Comparing {
  /** How many of all services and definitions are done. */
  readonly progress: (done: number, all: number) => void;
}

/** `unread`: paths of guidelines that have an error; what they answer is not known. */
type Comparable = Pick<GuidelineSet, "guidelines"> & Partial<Pick<GuidelineSet, "unread">>;

const usually: CompareOptions = { budget: 200_000, shouldStop: () => false, progress: () => undefined };

/**
 * Two versions of a set, service by service. What is written to ask the same is not drawn; guidelines that are the same objects, as
 * those that an edit left alone, were compared the last time and are not compared again.
 */
export function compareSets(before: Comparable, now: Comparable, options: Partial<CompareOptions> = {}): SetComparison {
  return new SetsCompared(before, now, { ...usually, ...options }).all();
}

class SetsCompared {
  readonly #options: CompareOptions;
  /** All guidelines of each, in the order of their set. */
  readonly #versions: { readonly before: readonly SetGuideline[]; readonly now: readonly SetGuideline[] };
  readonly #guidelines: readonly Pair<SetGuideline>[];
  readonly #services: readonly Pair<OwnService>[];
  readonly #standings: Standings;
  readonly #unread: readonly string[];
  #done = 0;

  constructor(before: Comparable, now: Comparable, options: CompareOptions) {
    this.#options = options;
    this.#unread = [...(before.unread ?? []), ...(now.unread ?? [])];
    this.#versions = { before: before.guidelines, now: now.guidelines };
    this.#guidelines = guidelinePairs(before.guidelines, now.guidelines);
    this.#services = servicePairs(this.#guidelines);
    this.#standings = new Standings(this.#guidelines, before.guidelines, now.guidelines);
  }

  all(): SetComparison {
    const compared = this.#services.map((pair) => this.#service(pair));
    const bump = this.#bump(compared);
    const services = bump === "patch" ? compared.map((each) => ({ ...each, ...unchanged })) : compared;
    const definitions = this.#guidelines.flatMap((pair) => this.#definitions(pair));
    const guidelines = this.#guidelines.map(comparedGuideline);
    const because = this.#unread.length === 0 ? null : unreadInWords(this.#unread);
    const verdict = together([
      ...services.map((each) => each.verdict),
      ...(because === null ? [] : ["not proved" as const]),
    ]);
    return { verdict, because, bump, guidelines, services, definitions };
  }

  #service({ before, now }: Pair<OwnService>): ServiceCompared {
    this.#progress();
    if (before === null) return oneOnly(now, "added");
    if (now === null) return oneOnly(before, "removed");
    const compared = this.#answers(before, now);
    const remarks = this.#remarks({ before, now });
    const isMoved = before.of.guideline.title !== now.of.guideline.title && !this.#arePaired(before.of, now.of);
    return {
      ...compared,
      ...withRemarks(compared, remarks),
      guideline: now.of.guideline.title,
      service: now.service.name,
      change: "compared",
      called: before.service.key === now.service.key ? null : before.service.name,
      movedFrom: isMoved ? before.of.guideline.title : null,
      remarks: [...remarks.days, ...remarks.standing],
    };
  }

  #answers(before: OwnService, now: OwnService): SubjectCompared {
    if (before.of === now.of) return unchanged;
    const kept = keptFor(before.of, now.of);
    const key = `${before.service.key}\n${now.service.key}`;
    const known = kept.services.get(key);
    if (known !== undefined) return known;
    const subject = { kind: "service", before: before.service.key, now: now.service.key } as const;
    const compared = compareSubject(kept.sameness, subject, kept.renames, this.#options);
    if (!this.#options.shouldStop()) kept.services.set(key, compared);
    return compared;
  }

  /**
   * Where a case shows that a service is answered otherwise, no other part of the set can mean what it meant, and nothing need
   * be drawn to know that; nor where a guideline is written to ask the same.
   */
  #bump(services: readonly ServiceCompared[]): SetComparison["bump"] {
    const { before, now } = this.#versions;
    const isShown = ({ transitions }: ServiceCompared): boolean =>
      transitions.some(({ state }) => state === "possible");
    const isOther = this.#services.some(({ now: own }, at) => {
      const compared = services[at];
      return own !== null && compared !== undefined && isOnly(own, now) && isShown(compared);
    });
    if (isOther || this.#unread.length > 0) return "major";
    const alike = this.#guidelines.flatMap((pair, at) =>
      pair.before !== null && pair.now !== null && decideAlike(pair.before, pair.now)
        ? ([
            [pair.before.guideline, `guideline ${at}`],
            [pair.now.guideline, `guideline ${at}`],
          ] as const)
        : [],
    );
    const decidesAs = new Map(alike);
    return stepBetween(meaningOfSet(before, decidesAs), meaningOfSet(now, decidesAs));
  }

  #definitions({ before, now }: Pair<SetGuideline>): SetComparison["definitions"] {
    if (before === null || now === null || before === now) return [];
    const kept = keptFor(before, now);
    const found = kept.definitions ?? compareDefinitions(kept.sameness, kept.renames, this.#options);
    if (!this.#options.shouldStop()) kept.definitions = found;
    return found.map((each) => ({ ...each, guideline: now.guideline.title }));
  }

  #remarks(pair: { readonly before: OwnService; readonly now: OwnService }): Remarks {
    const standing = this.#standings.change(pair);
    return { days: daysInForce(pair.before.of, pair.now.of), standing: standing === null ? [] : [standing] };
  }

  #arePaired(before: SetGuideline, now: SetGuideline): boolean {
    return this.#guidelines.some((pair) => pair.before === before && pair.now === now);
  }

  #progress(): void {
    this.#options.progress(this.#done, this.#services.length);
    this.#done += 1;
  }
}

/** Whether no other guideline has a service of its name. */
function isOnly({ of, service }: OwnService, all: readonly SetGuideline[]): boolean {
  return all.every((each) => each === of || each.guideline.services.every(({ key }) => key !== service.key));
}

/** As they are written, on the same days. */
function decideAlike(before: SetGuideline, now: SetGuideline): boolean {
  if (before === now) return true;
  const { sameness, renames } = keptFor(before, now);
  const keys = [before, now].map(({ guideline }) =>
    JSON.stringify([guideline.services.map(({ key }) => key), guideline.effective]),
  );
  return renames.size === 0 && keys[0] === keys[1] && sameness.everyServiceStands;
}

/** What is known of two versions of a guideline, as long as both are. */
interface Kept {
  readonly renames: Renames;
  readonly sameness: Sameness;
  readonly services: Map<string, SubjectCompared>;
  definitions: readonly DefinitionCompared[] | null;
}

const keptByGuideline = once((_before: SetGuideline) => ({ now: new WeakMap<SetGuideline, Kept>() }));

function keptFor(before: SetGuideline, now: SetGuideline): Kept {
  const { now: known } = keptByGuideline(before);
  const kept = known.get(now) ?? newlyKept(before, now);
  known.set(now, kept);
  return kept;
}

function newlyKept(before: SetGuideline, now: SetGuideline): Kept {
  const renames = renamesBetween(before, now);
  const sameness = new Sameness(version(before, renames), version(now));
  return { renames, sameness, services: new Map(), definitions: null };
}

interface Remarks {
  readonly days: readonly string[];
  readonly standing: readonly string[];
}

/** On days that only one version is in force all its answers come or go; who else may answer is not known from one guideline. */
function withRemarks(
  { verdict, because }: SubjectCompared,
  { days, standing }: Remarks,
): Pick<SubjectCompared, "verdict" | "because"> {
  if (standing.length > 0)
    return { verdict: together([verdict, "not proved"]), because: because ?? standing[0] ?? null };
  return { verdict: verdict === "same" && days.length > 0 ? "mixed" : verdict, because };
}

function daysInForce({ guideline: before }: SetGuideline, { guideline: now }: SetGuideline): readonly string[] {
  const [earlier, later] = [daysInWords(before.effective), daysInWords(now.effective)];
  return earlier === later ? [] : [`\`${now.title}\` is in force ${later}; before it was ${earlier}.`];
}

function daysInWords({ from, to }: SetGuideline["guideline"]["effective"]): string {
  if (from === null) return to === null ? "on all days" : `to ${to}`;
  return to === null ? `from ${from}` : `from ${from} to ${to}`;
}

function oneOnly({ of, service }: OwnService, change: "added" | "removed"): ServiceCompared {
  return {
    ...unchanged,
    verdict: change === "added" ? "wider" : "narrower",
    guideline: of.guideline.title,
    service: service.name,
    change,
    called: null,
    movedFrom: null,
    remarks: [],
  };
}

function comparedGuideline({ before, now }: Pair<SetGuideline>): GuidelineCompared {
  if (before === null) return { ...named(now), change: "added", remarks: [], facts: [] };
  if (now === null) return { ...named(before), change: "removed", remarks: [], facts: [] };
  const { sameness, renames } = keptFor(before, now);
  const remarks = [...titles(before, now), ...daysInForce(before, now)];
  return { ...named(now), change: "compared", remarks, facts: before === now ? [] : factChanges(sameness, renames) };
}

const named = ({ guideline, path }: SetGuideline) => ({ guideline: guideline.title, file: path });

function titles(before: SetGuideline, now: SetGuideline): readonly string[] {
  return [
    ...(before.guideline.title === now.guideline.title
      ? []
      : [`\`${before.guideline.title}\` is now called \`${now.guideline.title}\`.`]),
    ...(before.path === now.path ? [] : [`It stands in ${now.path} now, before in ${before.path}.`]),
  ];
}

function unreadInWords(paths: readonly string[]): string {
  return `What has an error is not compared: ${[...new Set(paths)].map((path) => `\`${path}\``).join(", ")}.`;
}
