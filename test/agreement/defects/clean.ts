import * as fc from "fast-check";

/*
 * Guidelines without a flaw, by construction: every fact is tested once, so each test decides some case by itself, nothing is
 * implied by anything beside it, and nothing is met or failed by every case.
 */

/** A declared fact and the one test of it. */
export interface Leaf {
  readonly kind: "leaf";
  readonly fact: string;
  /** `fact bleeding: yes or no` */
  readonly declared: string;
  /** `bleeding`, `pressure at least 56 mmHg` */
  readonly text: string;
}

export interface Group {
  readonly kind: "all of" | "any of" | "at least 2 of";
  readonly parts: readonly Criterion[];
}

export type Criterion = Leaf | Group | { readonly kind: "raw"; readonly lines: readonly string[] };

/** What a file says, for printing. */
export interface Sheet {
  /** Besides those of the leaves. */
  readonly declarations: readonly string[];
  readonly definitions: readonly { readonly name: string; readonly criterion: Criterion }[];
  /** Below `imaging if`; definitions are named in it. */
  readonly recommended: Criterion;
  /** Whole lines at the end. */
  readonly rest: readonly string[];
}

const adjectives = ["acute", "chronic", "severe", "focal", "recent", "progressive", "bilateral", "nocturnal"];
const nouns = ["pain", "weakness", "numbness", "swelling", "fever", "tremor", "stiffness", "headache"];

/** Different for each number: `acute pain`, `acute weakness` ... */
export function nameOf(number: number): string {
  const adjective = adjectives[Math.floor(number / nouns.length) % adjectives.length] ?? "";
  return `${adjective} ${nouns[number % nouns.length] ?? ""}`;
}

const tests: readonly ((name: string, threshold: number) => Omit<Leaf, "kind" | "fact">)[] = [
  (name) => ({ declared: `fact ${name}: yes or no`, text: name }),
  (name) => ({ declared: `fact ${name}: yes or no`, text: `NOT ${name}` }),
  (name, threshold) => ({
    declared: `fact ${name} score: whole number`,
    text: `${name} score at least ${threshold + 3}`,
  }),
  (name, threshold) => ({
    declared: `fact ${name} pressure: number in mmHg, to 0.1`,
    text: `${name} pressure below ${threshold + 50} mmHg`,
  }),
  (name) => ({
    declared: `fact ${name} grade: one of mild, moderate, grave`,
    text: `${name} grade is one of moderate, grave`,
  }),
  (name, threshold) => ({
    declared: `fact ${name} care: treatment trial`,
    text: `${name} care lasted at least ${threshold + 2} weeks`,
  }),
];

function leaf(number: number, test: number, threshold: number): Leaf {
  const made = tests[test % tests.length] ?? tests[0];
  if (made === undefined) throw new Error("There are tests");
  return { kind: "leaf", fact: nameOf(number), ...made(nameOf(number), threshold) };
}

/** Groups in groups; `size` leaves in all, each of a fact of its own, numbered from `first`. */
function criterion(first: number, size: number): fc.Arbitrary<Criterion> {
  if (size < 2) return fc.tuple(fc.nat(5), fc.nat(9)).map(([test, threshold]) => leaf(first, test, threshold));
  return fc.tuple(fc.nat(2), fc.integer({ min: 2, max: Math.min(4, size) })).chain(([pick, count]) => {
    const least = Math.floor(size / count);
    const parts = Array.from({ length: count }, (_, at) => {
      const from = first + at * least;
      return criterion(from, at === count - 1 ? size - at * least : least);
    });
    const kind = pick === 2 && count > 2 ? "at least 2 of" : pick === 1 ? "all of" : "any of";
    return fc.tuple(...parts).map((made): Group => ({ kind, parts: made }));
  });
}

/** Two definitions, used once each, beside a criterion of its own. */
export const cleanSheets: fc.Arbitrary<Sheet> = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 4 }), fc.boolean())
  .chain(([one, two, own, together]) =>
    fc.tuple(criterion(0, one), criterion(one, two), criterion(one + two, own)).map(([first, second, third]) => ({
      declarations: [],
      definitions: [
        { name: "first indication", criterion: first },
        { name: "second indication", criterion: second },
      ],
      recommended: {
        kind: together ? ("all of" as const) : ("any of" as const),
        parts: [named("first indication"), named("second indication"), third],
      },
      rest: [],
    })),
  );

export function named(text: string): Criterion {
  return { kind: "raw", lines: [text] };
}

export function leavesOf(criterion: Criterion): readonly Leaf[] {
  if (criterion.kind === "leaf") return [criterion];
  return criterion.kind === "raw" ? [] : criterion.parts.flatMap(leavesOf);
}

/** The sheet with one leaf put in place of another criterion. */
export function replaced(sheet: Sheet, of: Leaf, by: Criterion): Sheet {
  const inside = (at: Criterion): Criterion => {
    if (at === of) return by;
    return at.kind === "leaf" || at.kind === "raw" ? at : { ...at, parts: at.parts.map(inside) };
  };
  return {
    ...sheet,
    definitions: sheet.definitions.map((each) => ({ ...each, criterion: inside(each.criterion) })),
    recommended: inside(sheet.recommended),
  };
}

export function everyLeaf({ definitions, recommended }: Sheet): readonly Leaf[] {
  return [...definitions.map(({ criterion: each }) => each), recommended].flatMap(leavesOf);
}

/** As a guideline file. `declared`: the facts of leaves that are no longer there may be left out. */
export function printed(sheet: Sheet): string {
  const facts = [...new Set([...everyLeaf(sheet).map(({ declared }) => declared), ...sheet.declarations])];
  const definitions = sheet.definitions.map(
    ({ name, criterion: each }) => `define ${name}\n${indented(lines(each, "as "))}`,
  );
  return [
    'guideline "Imaging of what hurts"\n  source "Guidance on imaging", section B\n  effective from 2020-01-01',
    facts.join("\n"),
    ...definitions,
    "service imaging\n  MRI    CPT 72141",
    lines(sheet.recommended, "imaging if ").join("\n"),
    ...sheet.rest,
    "",
  ].join("\n\n");
}

function lines(criterion: Criterion, lead: string): readonly string[] {
  if (criterion.kind === "leaf") return [`${lead}${criterion.text}`];
  if (criterion.kind === "raw") return criterion.lines.map((line, at) => (at === 0 ? `${lead}${line}` : line));
  return [
    `${lead}${criterion.kind}`,
    ...criterion.parts.flatMap((part) => lines(part, "- ").map((line) => `  ${line}`)),
  ];
}

const indented = (all: readonly string[]): string => all.map((line) => `  ${line}`).join("\n");
