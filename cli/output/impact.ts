import {
  type CriterionJudged,
  outcomeCounts,
  type ServiceJudged,
  transitionsBetween,
} from "../../engine/determine/cohort/index.ts";
import { countRows } from "../../engine/evaluate/columns/index.ts";
import type { Cohort } from "../../engine/values/cohort/index.ts";
import type { Outcome } from "../../engine/values/index.ts";
import { outcomeInSigns } from "./answer.ts";
import { contradictoryIn, type Impact, type Totals, totalsOf } from "./impactJson.ts";
import type { Palette } from "./palette.ts";

/** Tables for people: a service after the other, then the rows that were rejected. */
export function drawImpact(found: Impact, colours: Palette): string {
  const { set, cohort, judged, against, seconds } = found;
  const totals = totalsOf(found);
  const rows = judged.judgedByThemselves;
  const alone =
    rows === 0
      ? ""
      : `${number(rows)} ${rows === 1 ? "row was" : "rows were"} judged one by one, for the set has an order of authority.\n`;
  return [
    `${colours.strong(set)} over ${cohort.file.name}${against === null ? "" : `, against ${against.name}`}\n`,
    `${number(cohort.cases)} ${cohort.cases === 1 ? "case" : "cases"}: ${number(totals.answered)} answered, ${number(totals.rejected)} rejected, in ${seconds.toFixed(1)} s\n`,
    alone,
    ...judged.services.map((service, at) =>
      drawService(service, cohort, against?.judged.services[at] ?? null, colours),
    ),
    drawRejected(totals, colours),
  ].join("");
}

function drawService(now: ServiceJudged, cohort: Cohort, before: ServiceJudged | null, colours: Palette): string {
  const asked = countRows(now.rows);
  const code = now.asked.code === null ? "" : colours.quiet(`  ${now.asked.code}`);
  const counts = [...outcomeCounts(now)].filter(([, count]) => count > 0).toSorted(([, one], [, other]) => other - one);
  return [
    `\n${colours.strong(now.asked.service)}${code}  ${number(asked)}\n`,
    ...counts.map(
      ([outcome, count]) => `  ${outcomeInSigns(outcome, colours)}${room(outcome)}${share(count, asked)}\n`,
    ),
    ...contradictoryIn(now, cohort).map(
      ({ guideline, count, lines }) =>
        `  contradict what \`${guideline}\` assumes: ${number(count)}, rejected (${count === 1 ? "line" : "lines"} ${listed(lines, count)})\n`,
    ),
    ...drawCriteria(now.criteria, colours),
    ...(before === null ? [] : drawTransitions(before, now, asked, colours)),
  ].join("");
}

const room = (outcome: Outcome): string => " ".repeat(Math.max(1, 22 - outcome.length));

function drawCriteria(criteria: readonly CriterionJudged[], colours: Palette): readonly string[] {
  const shown = criteria.filter((each) => decided(each) > 0);
  const width = Math.max(0, ...shown.map(({ criterion }) => criterion.length));
  return shown.flatMap((each, at) => {
    const { criterion, counts } = each;
    const all = decided(each);
    const shares = (["met", "not met", "not documented"] as const).map(
      (answer) => `${answer} ${percent(counts[answer], all)}`,
    );
    return [
      ...(shown[at - 1]?.file === each.file
        ? []
        : [`  Criteria of ${namedAmong(each, shown)}, in the ${number(all)} it speaks of\n`]),
      `    ${criterion.padEnd(width)}  ${colours.quiet(shares.join("   "))}\n`,
    ];
  });
}

/** By its title, and where versions of one guideline govern some rows each, by its file as well. */
function namedAmong({ guideline, file }: CriterionJudged, all: readonly CriterionJudged[]): string {
  const isVersion = all.some((other) => other.guideline === guideline && other.file !== file);
  return `\`${guideline}\`${isVersion ? ` (${file})` : ""}`;
}

/** The rows that a guideline governs, without those that contradict it: of them the shares are taken. */
function decided({ counts }: CriterionJudged): number {
  return counts.met + counts["not met"] + counts["not documented"];
}

function drawTransitions(
  before: ServiceJudged,
  now: ServiceJudged,
  asked: number,
  colours: Palette,
): readonly string[] {
  const all = transitionsBetween(before, now);
  const changed = all.filter(({ from, to }) => from !== to).toSorted((one, other) => other.count - one.count);
  const same = all.filter(({ from, to }) => from === to).reduce((sum, { count }) => sum + count, 0);
  return [
    `  ${colours.strong("Changes")}\n`,
    ...changed.map(({ from, to, count }) => `    ${`${from} -> ${to}`.padEnd(44)}${share(count, asked)}\n`),
    `    ${"the same as before".padEnd(44)}${share(same, asked)}\n`,
  ];
}

/** People see the first few; `--json` has more. */
const mostShown = 20;

function drawRejected({ rejected, byKind, kept }: Totals, colours: Palette): string {
  if (rejected === 0) return "";
  const shown = kept.slice(0, mostShown).map(({ line, case: of, reason }) => {
    const which = of === null ? "" : ` (${of})`;
    return `  line ${line}${which}: ${reason}\n`;
  });
  const kinds = [...byKind].map(([kind, count]) => `${number(count)} ${kind}`).join(", ");
  return `\n${colours.strong("Rejected")}  ${number(rejected)}: ${kinds}\n${shown.join("")}${more(rejected)}`;
}

function more(count: number): string {
  return count > mostShown ? `  and ${number(count - mostShown)} more\n` : "";
}

function listed(lines: readonly number[], count: number): string {
  const first = lines.slice(0, 5).join(", ");
  return count > 5 ? `${first} and ${number(count - 5)} more` : first;
}

function share(count: number, of: number): string {
  return `${number(count).padStart(11)}  ${percent(count, of)}`;
}

const number = (value: number): string => value.toLocaleString("en");

function percent(count: number, of: number): string {
  return `${of === 0 ? "0.0" : ((100 * count) / of).toFixed(1)} %`.padStart(7);
}
