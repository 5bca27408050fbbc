import type { Finding } from "../../engine/determine/index.ts";
import type { WeighedStatement } from "../../engine/values/index.ts";
import { answerInSigns } from "./answer.ts";
import type { Palette } from "./palette.ts";
import { wrap } from "./wrap.ts";

/** Where a tree is drawn: its colours, the columns there are, and how far in. */
export interface Canvas {
  readonly colours: Palette;
  readonly width: number;
  readonly indent: string;
}

const headings: Partial<Readonly<Record<Finding["role"], string>>> = {
  scope: "The guideline applies when",
  exclusion: "Excluded if",
  criteria: "Criteria",
  limit: "Limited to",
};

/** What parts are for, said before them. */
const inGroup: Partial<Readonly<Record<Finding["role"], string>>> = {
  waiver: "waived if ",
  condition: "when ",
  requirement: "requires ",
  "red flag": "red flag: ",
  "only if": "only if ",
};

/**
 * The findings of one determination as a tree:
 *
 *     Criteria
 *       ? not documented  any of
 *         ? not documented  significant symptom change
 *             "emergence of a significant change of symptoms" (page 178)
 *             Weaker evidence only: opinion, progress report 2014-04-09.
 */
export function drawFindings(findings: readonly Finding[], canvas: Canvas): string {
  return findings
    .map(
      (finding) =>
        `${canvas.indent}${canvas.colours.strong(headings[finding.role] ?? "")}\n${draw(finding, deeper(canvas))}`,
    )
    .join("\n");
}

function draw(finding: Finding, canvas: Canvas, above: string | null = null): string {
  const { colours, indent } = canvas;
  const label = finding.label === null ? "" : `${finding.label} `;
  const line = `${indent}${answerInSigns(finding, colours)}  ${label}${inGroup[finding.role] ?? ""}${finding.criterion}`;
  const reason = reasonToShow(finding, above);
  const details = detailsOf(finding, reason, deeper(deeper(canvas)));
  const parts = finding.parts.map((part) => draw(part, deeper(canvas), reason ?? above));
  return [line, ...details, ...parts].join("\n");
}

/** A reason is said once: by a criterion when all of its parts share it, else by each part for itself. */
function reasonToShow({ answer, reasonText, parts }: Finding, above: string | null): string | null {
  if (reasonText === above) return null;
  const isShared = parts.every((part) => part.reasonText === reasonText);
  return answer === "not documented" && !isShared ? null : reasonText;
}

function detailsOf(finding: Finding, reason: string | null, { colours, width, indent }: Canvas): readonly string[] {
  const published = publishedText(finding);
  return [
    ...(published === "" ? [] : [colours.quiet(wrap(published, width, indent))]),
    ...finding.evidence.map((statement) => wrap(`${statement.text}: ${backing(statement)}`, width, indent)),
    ...(reason === null ? [] : [colours.open(wrap(reason, width, indent))]),
    ...finding.weakerEvidence.map((each) =>
      colours.quiet(wrap(`There was: ${each.text}, ${backing(each)}`, width, indent)),
    ),
  ];
}

function publishedText({ wording, citation }: Finding): string {
  const quoted = wording === null ? "" : `"${wording}"`;
  return citation === null ? quoted : `${quoted} (${citation})`.trim();
}

/** `"complaints of numbness", Progress report, 2014-04-09, page 2` */
function backing({ evidence }: WeighedStatement): string {
  if (evidence === null) return "no evidence is named";
  const { quote, kind, documentTitle, document, documentDate, date, author, page } = evidence;
  const parts = [
    quote === null ? null : `"${quote}"`,
    kind,
    documentTitle ?? document,
    date ?? documentDate,
    author,
    page === null ? null : `page ${page}`,
  ];
  return parts.filter((part) => part !== null).join(", ") || "no evidence is named";
}

function deeper(canvas: Canvas): Canvas {
  return { ...canvas, indent: `${canvas.indent}  ` };
}
