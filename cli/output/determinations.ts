import type { CaseDeterminations, Determination, Rationale, Way } from "../../engine/determine/index.ts";
import { rationaleText } from "../../engine/record/index.ts";
import type { Identity } from "../../engine/release/index.ts";
import { outcomeInSigns } from "./answer.ts";
import { type Canvas, drawFindings } from "./findings.ts";
import { wrap } from "./wrap.ts";

/** The determinations of a case as a reviewer reads them in a terminal. */
export function drawDeterminations(of: CaseDeterminations, madeWith: Identity, canvas: Canvas): string {
  const { colours } = canvas;
  const version = madeWith.version ?? "as it stands, not released";
  const digest = madeWith.digest.slice(0, "sha256:".length + 12);
  const head = `${colours.strong(of.case)}\n${colours.quiet(`${of.set} ${version} (${digest})`)}\n`;
  return [head, ...of.determinations.map((each, at, all) => drawDetermination(each, all.slice(0, at), canvas))].join(
    "\n",
  );
}

function drawDetermination(of: Determination, earlier: readonly Determination[], canvas: Canvas): string {
  const inside = { ...canvas, indent: `${canvas.indent}  ` };
  const same = earlier.find((each) => isSameReasoning(each, of));
  const reasoning = same === undefined ? drawReasoning(of, inside) : [as(same, inside)];
  const sections = [summary(of, inside), drawAuthority(of, inside), ...reasoning, drawRationale(of.rationale, inside)];
  const body = sections.filter((section) => section !== "").join("\n\n");
  return `${canvas.colours.strong(of.service)}\n${body}\n`;
}

function drawReasoning(of: Determination, canvas: Canvas): readonly string[] {
  return [
    drawFindings(of.findings, canvas),
    list(
      "Decided by",
      of.decidedBy.map(({ fact, text }) => `${fact}: ${text}`),
      canvas,
    ),
    list("Still matters", of.stillMatters, canvas),
    drawWays(of.ways, canvas),
  ];
}

/** Services of one group are often asked for together, and come out the same for the same reasons. */
function isSameReasoning(a: Determination, b: Determination): boolean {
  return reasoningKey(a) === reasoningKey(b);
}

function reasoningKey({ governing, findings, decidedBy, stillMatters, ways }: Determination): string {
  return JSON.stringify([governing, findings, decidedBy, stillMatters, ways]);
}

function as({ service, outcome }: Determination, { width, indent }: Canvas): string {
  const isOpen = outcome === "information needed";
  const told = isOpen ? "Findings, what still matters and what would change it" : "Findings and what decided it";
  return wrap(`${told}: as for ${service}, above.`, width, indent);
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

/** How each source of the set stands, where the set orders them. */
function drawAuthority({ authority }: Determination, canvas: Canvas): string {
  if (authority === null) return "";
  const lines = authority.standings.map(({ rank, source, standing, why }) => `${rank}. ${source}: ${standing}. ${why}`);
  return list(`Order of authority: ${authority.title}`, lines, canvas);
}

/** Under each outcome that may be reached, the sets of things to document that would settle it. */
function drawWays(ways: readonly Way[], canvas: Canvas): string {
  const { colours, indent } = canvas;
  const inside = { ...canvas, indent: `${indent}  ` };
  const groups = [...Map.groupBy(ways, ({ towards }) => towards)].map(([towards, group]) =>
    list(`to ${towards}`, group.map(stepsInWords), inside),
  );
  return ways.length === 0 ? "" : [`${indent}${colours.strong("What would change it")}`, ...groups].join("\n");
}

function stepsInWords({ steps }: Way): string {
  return steps.map(({ text }) => text).join("; and ");
}

function list(heading: string, items: readonly string[], { colours, width, indent }: Canvas): string {
  if (items.length === 0) return "";
  const lines = items.map((item) => wrap(item, width, `${indent}    `, `${indent}  - `));
  return [`${indent}${colours.strong(heading)}`, ...lines].join("\n");
}

function drawRationale(of: Rationale, { colours, width, indent }: Canvas): string {
  const text = rationaleText(of);
  const wrapped = text.split("\n\n").map((paragraph) => wrap(paragraph, width, `${indent}  `));
  return text === "" ? "" : `${indent}${colours.strong("Rationale")}\n${wrapped.join("\n\n")}`;
}
