import type { CaseDeterminations, Determination, Rationale, Way } from "../../engine/determine/index.ts";
import { outcomeInSigns } from "./answer.ts";
import { type Canvas, drawFindings } from "./findings.ts";
import { wrap } from "./wrap.ts";

/** Which release, or which unreleased state of the files, a determination was made with. */
export interface MadeWith {
  /** `null`: the files are not those of any release. */
  readonly version: string | null;
  readonly digest: string;
}

/** The determinations of a case as a reviewer reads them in a terminal. */
export function drawDeterminations(of: CaseDeterminations, madeWith: MadeWith, canvas: Canvas): string {
  const { colours } = canvas;
  const version = madeWith.version ?? "as it stands, not released";
  const digest = madeWith.digest.slice(0, "sha256:".length + 12);
  const head = `${colours.strong(of.case)}\n${colours.quiet(`${of.set} ${version} (${digest})`)}\n`;
  return [head, ...of.determinations.map((each) => drawDetermination(each, canvas))].join("\n");
}

function drawDetermination(of: Determination, canvas: Canvas): string {
  const inside = { ...canvas, indent: `${canvas.indent}  ` };
  const sections = [
    summary(of, inside),
    drawFindings(of.findings, inside),
    list("Still matters", of.stillMatters, inside),
    list("What would change it", of.ways.map(wayInWords), inside),
    drawRationale(of.rationale, inside),
  ];
  const body = sections.filter((section) => section !== "").join("\n\n");
  return `${canvas.colours.strong(of.service)}\n${body}\n`;
}

function summary(of: Determination, { colours, width, indent }: Canvas): string {
  const review = of.review === null ? "" : `   review: ${colours.strong(of.review)}`;
  const sentences = [possible(of), decisions(of), guideline(of)].filter((sentence) => sentence !== "");
  const lines = sentences.map((sentence) => wrap(sentence, width, indent));
  return [`${indent}${outcomeInSigns(of.outcome, colours)}${review}`, ...lines].join("\n");
}

function possible({ possibleOutcomes }: Determination): string {
  return possibleOutcomes.length === 0 ? "" : `It may still become: ${possibleOutcomes.join(", ")}.`;
}

function decisions({ administrator, decision }: Determination): string {
  const relied = administrator?.guideline ?? null;
  const first =
    administrator === null ? "" : `Administrator: ${administrator.decision}${relied === null ? "" : ` (${relied})`}.`;
  if (decision === null) return first;
  const second = decision.accepted ? "as proposed" : `against the proposal: ${decision.reason ?? "no reason given"}`;
  return `${first} Reviewer: ${decision.review}, ${second}.`.trim();
}

function guideline({ governing }: Determination): string {
  if (governing === null) return "No guideline of this set addresses it.";
  const { source, adoptedBy } = governing;
  const cited = source === null ? [] : [source.title, ...(source.locator === null ? [] : [source.locator])];
  const adopted = adoptedBy.length === 0 ? [] : [`adopted by ${adoptedBy.join(", ")}`];
  return `Guideline: ${[governing.guideline, ...cited, ...adopted].join(", ")}.`;
}

/** `criteria met, with: objective evidence of tissue insult` */
function wayInWords({ towards, steps }: Way): string {
  return `${towards}, with: ${steps.map((step) => step.text).join("; and ")}`;
}

function list(heading: string, items: readonly string[], { colours, width, indent }: Canvas): string {
  if (items.length === 0) return "";
  const lines = items.map((item) => wrap(item, width, `${indent}    `, `${indent}  - `));
  return [`${indent}${colours.strong(heading)}`, ...lines].join("\n");
}

function drawRationale(of: Rationale, { colours, width, indent }: Canvas): string {
  const paragraphs = [of.decision, of.guidelineStates, of.recordShows, of.lacking, of.conclusion];
  const texts = paragraphs
    .map((sentences) => sentences.map(({ text }) => text).join(" "))
    .filter((text) => text !== "");
  const wrapped = texts.map((text) => wrap(text, width, `${indent}  `));
  return texts.length === 0 ? "" : `${indent}${colours.strong("Rationale")}\n${wrapped.join("\n\n")}`;
}
