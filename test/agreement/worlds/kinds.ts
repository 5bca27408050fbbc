import * as fc from "fast-check";
import { enumerations, gradesHeldAgainstEachOther, scales, signs } from "./choices.ts";
import { bodySites, codeLists, sitesHeldAgainstEachOther } from "./codesAndSites.ts";
import { type Asked, asked, type Assumption, type Definition, noRules, type Rules } from "./asked.ts";
import { atLeast, type Criterion, criteria, everyJoin, exactly, only } from "./criteria.ts";
import { ages, datesHeldAgainstEachOther, daysBefore, onset, partialDates, serviceDateAsked } from "./dates.ts";
import { documentedAs, undocumented } from "./documented.ts";
import { conflictingEvidence, evidenceDemotion, tooOldEvidence } from "./evidence.ts";
import { incompleteLists } from "./lists.ts";
import { calculatedNumbers, comparisons, intervals, units } from "./numbers.ts";
import type { Phrase } from "./question.ts";
import { policies, scheduled, scored, tabled } from "./tables.ts";
import { treatmentTrials, trialsInWindows } from "./trials.ts";

/** Guidelines that show one part of the language. */
export interface Kind {
  readonly name: string;
  readonly guidelines: fc.Arbitrary<Asked>;
}

/** Some of what can be asked, few enough that their worlds can be listed. */
const some = (phrases: readonly Phrase[], most = 3): fc.Arbitrary<readonly Criterion[]> =>
  fc
    .uniqueArray(fc.constantFrom(...phrases), { minLength: 1, maxLength: most, selector: ({ text }) => text })
    .map((chosen) => chosen.map(only));

const plain = (name: string, criterion: Criterion): Definition => ({
  ...criterion,
  name,
  lines: [`as ${criterion.text}`],
});

const named = ({ name, phrases, isSo }: Definition): Criterion => ({ text: name, phrases, isSo });

const when = (criterion: Criterion): Rules => ({ ...noRules, ifs: [{ criterion, limits: [] }] });

/** Two definitions, the second of which may use the first. */
function twoDefinitions(
  leaves: fc.Arbitrary<readonly Criterion[]>,
  joined: (leaves: readonly Criterion[]) => fc.Arbitrary<Criterion> = criteria,
): fc.Arbitrary<readonly [Definition, Definition]> {
  return leaves.chain((all) =>
    joined(all)
      .map((criterion) => plain("first", criterion))
      .chain((first) =>
        joined([...all, named(first)]).map((criterion) => [first, plain("second", criterion)] as const),
      ),
  );
}

const decidedBy = (leaves: fc.Arbitrary<readonly Criterion[]>, joined?: typeof criteria): fc.Arbitrary<Asked> =>
  twoDefinitions(leaves, joined).map(([first, second]) => asked([first, second], when(named(second))));

/** Phrases of one part of the language beside a yes-or-no fact. */
const about = (name: string, phrases: readonly Phrase[]): Kind => ({
  name,
  guidelines: decidedBy(fc.tuple(some(phrases), some(signs, 1)).map((both) => both.flat())),
});

const simple: readonly Phrase[] = [
  ...signs,
  ...enumerations.slice(0, 4),
  ...scales.slice(0, 3),
  ...intervals.slice(0, 4),
];

const counting = (name: string, join: typeof exactly): Kind => ({
  name,
  guidelines: decidedBy(some(simple, 4), (leaves) =>
    fc
      .nat(3)
      .chain((count) =>
        criteria(leaves, [
          (parts) => join(Math.max(1, Math.min(count, parts.length)), parts),
          ...everyJoin.slice(0, 2),
        ]),
      ),
  ),
});

const overTables = (
  name: string,
  tables: (rows: fc.Arbitrary<Criterion>) => fc.Arbitrary<readonly Phrase[]>,
): Kind => ({
  name,
  guidelines: some(simple).chain((leaves) =>
    tables(criteria(leaves, everyJoin.slice(0, 2))).chain((rated) =>
      decidedBy(some(rated, 2).map((tests) => [...tests, ...leaves])),
    ),
  ),
});

/** `(c OR w) AND NOT x`, and where the condition is met what it requires is met too. */
const clauses: Kind = {
  name: "waived if, but not if, when ... requires",
  guidelines: some(simple).chain((leaves) => {
    const part = criteria(leaves, everyJoin.slice(0, 2));
    return fc
      .record({
        whole: part,
        waiver: fc.option(part),
        exception: fc.option(part),
        requirement: fc.option(fc.tuple(part, part)),
      })
      .map(({ whole, waiver, exception, requirement }): Asked => {
        const lines = [
          `as ${waiver === null ? whole.text : `(${whole.text})`}`,
          ...(waiver === null ? [] : [`waived if ${waiver.text}`]),
          ...(exception === null ? [] : [`but not if ${exception.text}`]),
          ...(requirement === null ? [] : [`when ${requirement[0].text}`, `  requires ${requirement[1].text}`]),
        ];
        const parts = [whole, waiver, exception, ...(requirement ?? [])].filter((each) => each !== null);
        const first: Definition = {
          name: "first",
          lines,
          phrases: parts.flatMap(({ phrases }) => phrases),
          isSo: (world) =>
            (whole.isSo(world) || (waiver?.isSo(world) ?? false)) &&
            !(exception?.isSo(world) ?? false) &&
            (requirement === null || !requirement[0].isSo(world) || requirement[1].isSo(world)),
        };
        return asked([first], when(named(first)));
      });
  }),
};

const unitLimits = [
  units.asks("units at most 1", (value) => value <= 1),
  units.asks("units from 1 to 2", (value) => value >= 1 && value <= 2),
].map(only);

const recommendations: Kind = {
  name: "applies when, excluded, only if, red flag, limited to, otherwise not addressed",
  guidelines: some(simple).chain((leaves) => {
    const part = criteria(leaves, everyJoin.slice(0, 2));
    const few = fc.array(part, { maxLength: 1 });
    const limits = fc.subarray(unitLimits, { maxLength: 1 });
    return fc
      .record({
        scope: few,
        ifs: fc.array(fc.record({ criterion: part, limits }), { minLength: 1, maxLength: 2 }),
        onlyIfs: few,
        redFlags: few,
        excludes: few,
        limits,
        otherwiseNotAddressed: fc.boolean(),
      })
      .map((rules) => asked([], rules));
  }),
};

/** What is not often contradicted. */
const held = (leaves: readonly Criterion[]): fc.Arbitrary<Criterion> =>
  fc.subarray([...leaves], { minLength: 1 }).map((several) => exactly(1, several));

const assumptions: Kind = {
  name: "assumptions: always, never",
  guidelines: some([...simple, ...bodySites.slice(0, 2)]).chain((leaves) =>
    fc
      .tuple(
        twoDefinitions(fc.constant(leaves)),
        fc.array(fc.tuple(fc.constantFrom("always" as const, "never" as const), held(leaves)), {
          minLength: 1,
          maxLength: 2,
        }),
      )
      .map(([definitions, all]: readonly [readonly [Definition, Definition], readonly Assumption[]]) =>
        asked(definitions, when(named(definitions[1])), all),
      ),
  ),
};

/** What a definition means by the service date; both days belong to a period. */
const byDate: Kind = {
  name: "per effective date",
  guidelines: some(simple).chain((leaves) =>
    fc.tuple(criteria(leaves), criteria(leaves)).map(([before, after]) => {
      const later = serviceDateAsked.asks("service date after 2016-07-27", (day) => day > "2016-07-27");
      const first: Definition = {
        name: "first",
        lines: [
          "effective from 2009-01-01 to 2016-07-27",
          `  as ${before.text}`,
          "effective from 2016-07-28",
          `  as ${after.text}`,
        ],
        phrases: [...before.phrases, ...after.phrases, later],
        isSo: (world) => (later.isSo(world) ? after : before).isSo(world),
      };
      return asked([first], when(named(first)));
    }),
  ),
};

/** Where a further document that agrees with what is known never undoes what is decided. */
export const stableKinds: readonly Kind[] = [
  about("yes or no", signs),
  about("enumerations", enumerations),
  about("scales", scales),
  about("numbers and intervals", intervals),
  about("partial dates", partialDates),
  about("ages and dates of birth", ages),
  about("code lists", codeLists),
  about("body sites", bodySites),
  about("treatment trials", treatmentTrials),
  about("treatment trials in windows", trialsInWindows),
  about("incomplete lists", incompleteLists),
  about("numbers and grades held against each other", [...comparisons, ...gradesHeldAgainstEachOther]),
  about("dates held against each other", datesHeldAgainstEachOther),
  about("body sites held against each other", sitesHeldAgainstEachOther),
  about("calculated numbers", calculatedNumbers),
  about("is documented as present, as absent", documentedAs),
  about("evidence that falls short of needs", evidenceDemotion),
  about("evidence too old", tooOldEvidence),
  counting("at least k of n", atLeast),
  counting("exactly k of n", exactly),
  overTables("scores", scored),
  ...policies.map((policy) => overTables(`tables, ${policy}`, (rows) => tabled(policy, rows))),
  overTables("schedules", (rows) => scheduled(onset, daysBefore, rows)),
  clauses,
  recommendations,
  assumptions,
  byDate,
];

/** Every part of the language. */
export const kinds: readonly Kind[] = [
  ...stableKinds,
  about("is not documented", undocumented),
  about("conflicting evidence", conflictingEvidence),
];
