import type { Fact, Guideline, List } from "../../../dsl/index.ts";
import { everyTest, type Formula, type GuidelineProgram } from "../../ir/index.ts";
import { describeFact } from "../../logic/index.ts";
import type { SetGuideline } from "../../set/index.ts";
import { Sameness } from "./askTheSame.ts";
import type { Named, Renames } from "./calledAsNow.ts";
import { paired } from "./guidelinePairs.ts";
import { sameFunctions } from "./sameFunction.ts";
import { version } from "./version.ts";

/**
 * Facts and lists that are called otherwise now. Each is proved: with the new name in the place of the old, everything that
 * tests it and that both versions have asks the same. What cannot be proved is one thing less and another more.
 */
export function renamesBetween(before: SetGuideline, now: SetGuideline): Renames {
  let likely = likelyRenames(before, now);
  while (likely.size > 0) {
    const unproved = unprovedOf(likely, before, now);
    if (unproved.size === 0) return likely;
    likely = new Map([...likely].filter(([key]) => !unproved.has(key)));
  }
  return likely;
}

interface Declared extends Named {
  /** All that is declared of it but its name and words. */
  readonly shape: string;
  readonly wording: string | null;
  /** Where it is tested, and for what. */
  readonly uses: string;
}

function likelyRenames(before: SetGuideline, now: SetGuideline): Renames {
  const [earlier, later] = [declaredIn(before), declaredIn(now)];
  const gone = earlier.filter(({ key }) => !later.some((each) => each.key === key));
  const come = later.filter(({ key }) => !earlier.some((each) => each.key === key));
  const pairs = paired(gone, come, [
    (one, other) => one.shape === other.shape && one.wording !== null && one.wording === other.wording,
    (one, other) => one.shape === other.shape && one.uses !== "" && one.uses === other.uses,
    (one, other) => one.shape === other.shape,
  ]);
  return new Map(pairs.flatMap((pair) => (pair.before && pair.now ? [[pair.before.key, pair.now]] : [])));
}

function declaredIn({ guideline, compiled }: SetGuideline): readonly Declared[] {
  const uses = usesIn(compiled.program);
  return [
    ...guideline.facts.map((fact) => ({ ...fact, shape: shapeOfFact(fact), uses: (uses.get(fact.key) ?? []).join() })),
    ...guideline.lists.map((list) => ({ ...list, shape: shapeOfList(list), uses: "" })),
  ];
}

const shapeOfFact = (fact: Fact): string => JSON.stringify(describeFact({ ...fact, key: "" }));

function shapeOfList({ fields, countedOnce, needs }: List): string {
  return JSON.stringify([fields.map((field) => describeFact(field)), countedOnce, needs.map(({ text }) => text)]);
}

/** By fact: the places of its tests in each formula that has a name of its own. */
function usesIn(program: GuidelineProgram): ReadonlyMap<string, readonly string[]> {
  const facts = new Map(program.quantities.map(({ id, fact, part }) => [id, { fact, part }]));
  const uses = new Map<string, string[]>();
  for (const [root, [, formulas]] of [...rootsByName(program)].entries())
    for (const [at, { quantity, values }] of everyTest(formulas).entries()) {
      const { fact = "", part = "" } = facts.get(quantity) ?? {};
      uses.set(fact, [...(uses.get(fact) ?? []), JSON.stringify([root, at, part, values])]);
    }
  return uses;
}

const definition = "definition ";

function rootsByName(program: GuidelineProgram): ReadonlyMap<string, readonly Formula[]> {
  return new Map<string, readonly Formula[]>([
    ["scope", [program.scope]],
    ["assumptions", program.assumptions],
    ...program.services.map(
      ({ service, criteria, exclusion, within }) => [`service ${service}`, [exclusion, criteria, within]] as const,
    ),
    ...[...program.criteria].map(([key, formula]) => [`${definition}${key}`, [formula]] as const),
  ]);
}

/** Those that nothing proves, and those that something contradicts. */
function unprovedOf(renames: Renames, before: SetGuideline, now: SetGuideline): ReadonlySet<string> {
  const sameness = new Sameness(version(before, renames), version(now));
  const roots = rootsByName(sameness.before.program);
  const others = rootsByName(sameness.now.program);
  const proved = new Set<string>();
  const contradicted = new Set<string>();
  for (const [name, formulas] of roots) {
    const tested = renamedIn(sameness, formulas, renames);
    if (tested.length === 0) continue;
    const found = others.get(name);
    const candidates = found === undefined ? definitionsLeft(others, roots) : [found];
    if (candidates.some((other) => sameFunctions(sameness, formulas, other))) for (const key of tested) proved.add(key);
    else if (found !== undefined) for (const key of tested) contradicted.add(key);
  }
  return new Set([...renames.keys()].filter((key) => !proved.has(key) || contradicted.has(key)));
}

type Roots = ReturnType<typeof rootsByName>;

/** Definitions that have no counterpart of their name: one of them may be called otherwise too. */
function definitionsLeft(others: Roots, roots: Roots): readonly (readonly Formula[])[] {
  return [...others].flatMap(([name, formulas]) => (name.startsWith(definition) && !roots.has(name) ? [formulas] : []));
}

/** The old keys of renamed things that the formulas test, be it through a list or a number calculated from it. */
function renamedIn({ before }: Sameness, formulas: readonly Formula[], renames: Renames): readonly string[] {
  const tested = new Set(everyTest(formulas).map(({ quantity }) => quantity));
  const behind = before.program.quantities
    .filter(({ id }) => tested.has(id))
    .flatMap(({ fact }) => behindFact(before, fact));
  const keys = new Set(behind);
  return [...renames].flatMap(([key, { key: now }]) => (keys.has(now) ? [key] : []));
}

interface Programmed {
  readonly guideline: Guideline;
  readonly program: GuidelineProgram;
}

/** The keys of what a case states for a quantity. */
export function behindFact({ program }: Programmed, key: string): readonly string[] {
  const reduction = program.reductions.find(({ fact }) => fact.key === key);
  if (reduction !== undefined)
    return [reduction.list.key, ...reduction.comparisons.flatMap(({ ofCase, right }) => (ofCase ? [right.key] : []))];
  const compared = program.comparisons.find(({ fact }) => fact.key === key);
  if (compared !== undefined) return [compared.left.key, compared.right.key];
  return program.calculations.find(({ fact }) => fact.key === key)?.operands.map((fact) => fact.key) ?? [key];
}
