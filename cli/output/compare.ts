import {
  caseInWords,
  comparisonAsJson,
  countBetween,
  type Counts,
  type ExpectationHeld,
  type ServiceCompared,
  type SetComparison,
  type SubjectCompared,
  type Transition,
  type When,
  type Witness,
} from "../../engine/compare/index.ts";
import type { Palette } from "./palette.ts";

/** Two versions compared, and what was asked about them. */
export interface Compared {
  readonly names: { readonly before: string; readonly now: string };
  readonly comparison: SetComparison;
  /** `counts`: of each service, in the order of the comparison. */
  readonly counted: {
    readonly file: string;
    readonly cases: number;
    readonly rejected: number;
    readonly counts: readonly Counts[];
  } | null;
  readonly held: ExpectationHeld | null;
}

export function compareAsJson({ names, comparison, counted, held }: Compared): object {
  return {
    ...names,
    ...comparisonAsJson(comparison, counted?.counts ?? null),
    ...(held === null ? {} : { expected: held }),
    ...(counted === null ? {} : { cohort: { file: counted.file, cases: counted.cases, rejected: counted.rejected } }),
  };
}

/** For people: the verdict, then of each service a small matrix, when each answer changes, and a case that shows it. */
export function drawCompare({ names, comparison, counted, held }: Compared, colours: Palette): string {
  const { verdict, bump, guidelines, services, definitions } = comparison;
  const remarks = guidelines.flatMap(({ guideline, change, remarks: own, facts }) => [
    ...(change === "compared" ? [] : [`The guideline \`${guideline}\` is ${change}.`]),
    ...own,
    ...facts.map(({ sentence }) => sentence),
  ]);
  return [
    `${names.before} -> ${names.now}: ${colours.strong(verdict)}, ${bump}\n`,
    ...remarks.map((each) => `  ${each}\n`),
    ...services.map((service, at) => drawService(service, counted?.counts[at] ?? null, colours)),
    ...definitions.map((each) => drawDefinition(each, colours)),
    counted === null
      ? ""
      : `\n${counted.cases.toLocaleString("en")} cases, ${counted.rejected.toLocaleString("en")} rejected\n`,
    ...(held?.sentences ?? []).map((each) => `\n${colours.bad(each)}\n`),
  ].join("");
}

function drawService(service: ServiceCompared, counts: Counts | null, colours: Palette): string {
  const { service: name, guideline, change, called, movedFrom, remarks } = service;
  const said = [
    ...(called === null ? [] : [`\`${called}\` is now called \`${name}\`.`]),
    ...(movedFrom === null ? [] : [`It was moved from \`${movedFrom}\`.`]),
    ...remarks,
  ];
  const heading = `\n${colours.strong(name)}  ${change === "compared" ? service.verdict : change}  ${colours.quiet(guideline)}\n`;
  return [heading, ...said.map((each) => `  ${each}\n`), drawAnswers(service, counts, colours)].join("");
}

function drawDefinition(definition: SetComparison["definitions"][number], colours: Palette): string {
  const { definition: name, called, change, verdict, guideline } = definition;
  const what = change === "compared" ? verdict : change;
  const heading = `\ndefine ${colours.strong(name)}  ${what}  ${colours.quiet(guideline)}\n`;
  const said = called === null ? "" : `  \`${called}\` is now called \`${name}\`.\n`;
  return `${heading}${said}${drawAnswers(definition, null, colours)}`;
}

function drawAnswers({ because, transitions }: SubjectCompared, counts: Counts | null, colours: Palette): string {
  const why = because === null ? "" : `  not proved: ${because}\n`;
  if (transitions.length === 0) return why;
  const possible = transitions.filter(({ state }) => state === "possible");
  return [why, drawMatrix(transitions), ...possible.map((each) => drawTransition(each, counts, colours))].join("");
}

const answers = ["met", "not met", "not documented"] as const;
const width = 16;

/** From the answers before, down, to those now, across: `yes` it happens, `-` it is proved never to. */
function drawMatrix(transitions: readonly Transition[]): string {
  const cell = (from: string, to: string): string => {
    const state = transitions.find((each) => each.from === from && each.to === to)?.state ?? null;
    if (from === to) return state === "possible" ? "within" : ".";
    if (state === null) return "-";
    return { possible: "yes", impossible: "-", "not proved": "not proved" }[state];
  };
  const rows = answers.map(
    (from) => `  ${from.padEnd(width)}${answers.map((to) => cell(from, to).padEnd(width)).join("")}`,
  );
  const head = `  ${"before / now".padEnd(width)}${answers.map((to) => to.padEnd(width)).join("")}`;
  return [head, ...rows].map((line) => `${line.trimEnd()}\n`).join("");
}

function drawTransition(
  { from, to, when, missing, moves }: Transition,
  counts: Counts | null,
  colours: Palette,
): string {
  const found = moves.filter(({ witness }) => witness !== null);
  const directions = [
    ...new Set(found.flatMap(({ direction, conflicting }) => (conflicting ? [] : (direction ?? [])))),
  ];
  const conflicting = found.length > 0 && found.every((move) => move.conflicting);
  const outcomes = found.map((move) => `${move.from} -> ${move.to}`).join("; ");
  const count = counts === null ? "" : `  ${countBetween(counts, from, to).toLocaleString("en")} cases`;
  const [shown] = found;
  return [
    `\n  ${colours.strong(`${from} -> ${to}`)}${directions.length === 0 ? "" : `  ${directions.join(", ")}`}${count}\n`,
    `    ${colours.quiet(outcomes)}\n`,
    ...(when === null ? [] : drawWhen(when)),
    missing.length === 0
      ? ""
      : `    while ${named(missing)} ${conflicting ? "is told in two ways" : "is not documented"}\n`,
    ...(shown?.witness ? drawCase(shown.witness) : []),
  ].join("");
}

const named = (facts: readonly string[]): string => facts.map((fact) => `\`${fact}\``).join(", ");

/** The first few tell people what it is about; `--json` has all that there are. */
const mostShown = 12;

function drawWhen({ always, words, complete }: When): readonly string[] {
  const common = always.length === 0 ? [] : [`    always with ${always.map((each) => each.words).join(" AND ")}\n`];
  const hidden = words.length - mostShown;
  const more = complete ? (hidden > 0 ? `and ${hidden} more` : "") : "and more: there are too many ways to list";
  return [
    ...common,
    ...words.slice(0, mostShown).map((each) => `    - ${each}\n`),
    ...(more === "" ? [] : [`    - ${more}\n`]),
  ];
}

function drawCase({ case: of, asOf }: Witness): readonly string[] {
  const lines = caseInWords(of);
  const days = (["before", "now"] as const).flatMap((side) =>
    asOf[side] === null ? [] : [`, ${side} as of ${asOf[side]}`],
  );
  return [
    `    a case: service date ${of.dates["service date"]}${days.join("")}\n`,
    ...lines.map((line) => `      ${line}\n`),
  ];
}
