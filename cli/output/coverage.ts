import {
  countsOfCoverage,
  type CoveredCriterion,
  type CoverageFound,
  type Obligation,
} from "../../engine/testing/coverage/index.ts";
import type { Palette } from "./palette.ts";
import { counted } from "./wrap.ts";

/** For people: numbers, then each criterion of which cases have not shown all, with what is missing. */
export function drawCoverage(found: CoverageFound, colours: Palette): string {
  const { set, coverage } = found;
  const { all, covered, impossible, open, undecided } = countsOfCoverage(coverage);
  return [
    `${colours.strong(set)}  ${counted(all, "obligation")}: ${covered} covered, ${impossible} impossible (proved), ${open} open, ${undecided} undecided\n`,
    ...coverage.criteria.map((each) => drawCriterion(found, each, colours)),
    coverage.stopped ? "It was stopped before the end: what is undecided was not looked at.\n" : "",
  ].join("");
}

function drawCriterion({ placeOf }: CoverageFound, of: CoveredCriterion, colours: Palette): string {
  const missing = of.obligations.filter(({ state }) => state.kind === "open" || state.kind === "undecided");
  if (missing.length === 0) return "";
  const { file, line } = placeOf(of.file, of.span);
  return `\n${colours.strong(of.criterion)} ${colours.quiet(`${file}:${line}`)}\n${missing.map((each) => drawMissing(each, colours)).join("")}`;
}

function drawMissing({ what, state }: Obligation, colours: Palette): string {
  if (state.kind === "undecided") return `  ${colours.open("?")} ${what}: undecided, ${state.because}\n`;
  return `  ${colours.bad("✗")} ${what}\n`;
}
