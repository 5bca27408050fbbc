import { type CaseDeterminations, type Determination, type Sentence, sourceInWords } from "../determine/index.ts";
import type { Case } from "../values/index.ts";
import { capital, isolated, listed, sentence } from "../words/index.ts";
import type { Letter, LetterSection, LetterService, Paragraph } from "./letter.ts";

/** The release a determination was made with, when it was made with one. */
export interface LetterRelease {
  readonly version: string;
  readonly digest: string;
}

/**
 * The letter of a determined case, in the order and tone of an independent medical review's determination. `leftOut`: what the
 * case states and the set does not ask for.
 */
export function letterOf(
  of: Case,
  determined: CaseDeterminations,
  release: LetterRelease | null = null,
  leftOut: readonly string[] = [],
): Letter {
  return {
    language: "en",
    title: "Independent medical review: final determination",
    about: about(of, determined, release),
    sections: [howItWasMade(of, leftOut), summary(of)],
    services: determined.determinations.map(serviceOf),
  };
}

function about(of: Case, determined: CaseDeterminations, release: LetterRelease | null): Letter["about"] {
  return [
    { label: "Case", text: isolated(of.title) },
    { label: "Request date", text: of.dates["request date"] },
    { label: "Service date", text: of.dates["service date"] },
    { label: "Guideline set", text: release === null ? determined.set : `${determined.set} ${release.version}` },
    ...(release === null ? [] : [{ label: "Digest", text: release.digest }]),
  ];
}

function howItWasMade({ review }: Case, leftOut: readonly string[]): LetterSection {
  const statement = review.statement.map((text) => plain(text, "case:review/statement"));
  const reviewer =
    review.reviewer === null ? [] : [plain(`Expert reviewer: ${review.reviewer}.`, "case:review/reviewer")];
  const made = [...statement, ...reviewer];
  return {
    heading: "How the determination was made",
    paragraphs: [
      ...(made.length > 0 ? made : [plain("The case names no reviewer.", "case:review")]),
      ...(leftOut.length > 0 ? [withoutThese(leftOut)] : []),
    ],
  };
}

function withoutThese(names: readonly string[]): Paragraph {
  const stated = listed(
    names.map((name) => `“${isolated(name)}”`),
    "and",
  );
  const text = `The case also states ${stated}. This edition of the guideline set does not ask for that, so the determination was made without it.`;
  return { label: null, sentences: [{ text, from: ["case:facts"] }] };
}

function summary(of: Case): LetterSection {
  const paragraphs = of.summary.map((text) => plain(text, "case:summary"));
  return {
    heading: "Clinical case summary",
    paragraphs: paragraphs.length > 0 ? paragraphs : [plain("The case holds no clinical summary.", "case:summary")],
  };
}

function plain(text: string, from: string): Paragraph {
  return { label: null, sentences: [{ text: isolated(text.trim().replace(/\s+/gu, " ")), from: [from] }] };
}

function serviceOf(of: Determination, index: number): LetterService {
  return {
    service: capital(isolated(of.service)),
    decision: decisionWord(of),
    administratorGuideline: administratorGuideline(of, index),
    guideline: { label: "Guideline relied on", sentences: [guidelineRelied(of)] },
    rationale: rationaleParagraphs(of),
  };
}

/** The reviewer's own decision; until there is one, the proposal, which says that it is one. */
function decisionWord({ decision, review, outcome }: Determination): string {
  if (decision !== null) return capital(decision.review);
  if (review !== null) return `${capital(review)} (proposed)`;
  return outcome === "not addressed" ? "Not addressed" : "No decision to review";
}

function administratorGuideline({ administrator }: Determination, index: number): Paragraph | null {
  if (administrator === null) return null;
  const words =
    administrator.guideline === null ? "None is named" : `Decision based on ${isolated(administrator.guideline)}`;
  const from = [`case:requests/${index}/administrator/guideline`];
  return { label: "Claims administrator's guideline", sentences: [{ text: sentence(words), from }] };
}

function guidelineRelied({ governing }: Determination): Sentence {
  if (governing === null) return { text: "No guideline of the set addresses this request.", from: [] };
  return {
    text: sentence(`Decision based on ${sourceInWords(governing)}`),
    from: [`guideline:${governing.file}`],
  };
}

/** One paragraph each, so that what the record shows and what it lacks are found at a glance. */
function rationaleParagraphs({ rationale }: Determination): readonly Paragraph[] {
  const { decision, guidelineStates, recordShows, lacking, conclusion } = rationale;
  const groups = [[...decision, ...guidelineStates], recordShows, lacking, conclusion].filter(
    (group) => group.length > 0,
  );
  return groups.map((sentences, index) => ({ label: index === 0 ? "Decision rationale" : null, sentences }));
}
