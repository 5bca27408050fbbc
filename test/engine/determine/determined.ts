import { analyse } from "../../../dsl/index.ts";
import type { CaseDeterminations, Finding, Way } from "../../../engine/determine/index.ts";
import { determine, type GuidelineInSet, type GuidelinesInForce } from "../../../engine/determine/index.ts";
import { closures } from "../../../engine/evaluate/index.ts";
import { lower } from "../../../engine/ir/index.ts";
import { letterMarkdown, letterOf } from "../../../engine/letter/index.ts";
import { decodeCase } from "../../../engine/values/case/index.ts";
import type { Case } from "../../../engine/values/index.ts";

/** A guideline ready to answer; a text with problems is a mistake of the test. */
export function guidelineInSet(text: string, name = "neck.guideline"): GuidelineInSet {
  const { value: guideline, diagnostics } = analyse({ name, text });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const compiled = closures.compile(lower(guideline)).value;
  if (errors.length > 0 || compiled === null) throw new Error(errors.map(({ message }) => message).join("\n"));
  return { guideline, compiled };
}

export function caseOf(text: string): Case {
  const { value, diagnostics } = decodeCase({ name: "case.yaml", text });
  if (value === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return value;
}

export interface Told {
  readonly case: Case;
  readonly determined: CaseDeterminations;
  readonly said: readonly string[];
}

/** A source of sections: `===== guideline` or the first lines for each guideline, and `===== case`. */
export function determinedFrom(source: string): Told {
  const sections = source.split(/^={5} /m).filter((section) => section.trim() !== "");
  const guidelines = sections.filter((section) => section.startsWith("guideline"));
  const of = caseOf(bodyOf(sections.find((section) => section.startsWith("case")) ?? ""));
  const set = guidelines.map((section, index) => guidelineInSet(bodyOf(section), `${index + 1}.guideline`));
  return decided({ name: "the set", guidelines: set }, of);
}

export function decided(set: GuidelinesInForce, of: Case): Told {
  const { value, diagnostics } = determine(set, of);
  return { case: of, determined: value, said: diagnostics.map(({ message }) => message) };
}

function bodyOf(section: string): string {
  return section.slice(section.indexOf("\n") + 1);
}

/** Everything a domain expert judges: findings with reasons, what would change it, and the letter. */
export function toldInFull(told: Told): string {
  return `${findingsTold(told)}\n\n${letterMarkdown(letterOf(told.case, told.determined))}`;
}

/** Findings with reasons, and what would change them. */
export function findingsTold({ determined, said }: Told): string {
  const services = determined.determinations.map((each) =>
    [
      `${each.service}: ${each.outcome}${each.review === null ? "" : `, ${each.review}`}`,
      ...(each.possibleOutcomes.length === 0 ? [] : [`may still become: ${each.possibleOutcomes.join(", ")}`]),
      "",
      ...each.findings.flatMap((finding) => findingLines(finding, 0)),
      ...section(
        "decided by",
        each.decidedBy.map(({ fact, text }) => `${fact}: ${text}`),
      ),
      ...section("still matters", each.stillMatters),
      ...section("what would change it", each.ways.map(wayLine)),
    ].join("\n"),
  );
  return [...said, ...services].join("\n\n");
}

const signs = { met: "✓", "not met": "✗", "not documented": "?" } as const;

function findingLines(finding: Finding, depth: number): readonly string[] {
  const margin = "  ".repeat(depth);
  const cited = finding.citation === null ? "" : ` [${finding.citation}]`;
  const why = finding.reasonText === null ? [] : [`${margin}    ${finding.reasonText}`];
  const parts = finding.parts.flatMap((part) => findingLines(part, depth + 1));
  const joined = finding.joined === null || finding.joined === finding.criterion ? "" : `: ${finding.joined}`;
  return [`${margin}${signs[finding.answer]} ${finding.criterion}${joined}${cited}`, ...why, ...parts];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", `${title}:`, ...lines.map((line) => `- ${line}`)];
}

function wayLine({ towards, steps }: Way): string {
  return `${towards}: ${steps.map(({ text }) => text).join(" + ")}`;
}
