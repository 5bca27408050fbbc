import type { Sentence } from "../determine/index.ts";

/** A determination letter as plain data, in the order in which it is read. Every renderer shows the same blocks. */
export interface Letter {
  /** BCP 47, of the letter's own words. */
  readonly language: "en";
  readonly title: string;
  /** Facts about the letter, as label and value: the case, its dates, the set and release it was made with. */
  readonly about: readonly { readonly label: string; readonly text: string }[];
  readonly sections: readonly LetterSection[];
  readonly services: readonly LetterService[];
}

export interface LetterSection {
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
}

/** One disputed service. */
export interface LetterService {
  readonly service: string;
  /** `Upheld`, `Overturned`; without a proposal `Not addressed`. */
  readonly decision: string;
  readonly administratorGuideline: Paragraph | null;
  readonly guideline: Paragraph;
  readonly rationale: readonly Paragraph[];
}

/** Sentences that stand together; `label` heads the first paragraph of its kind. */
export interface Paragraph {
  readonly label: string | null;
  readonly sentences: readonly Sentence[];
}

/** What a renderer draws, from top to bottom. */
export type LetterBlock =
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "about"; readonly label: string; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "service"; readonly text: string; readonly decision: string }
  | { readonly kind: "paragraph"; readonly label: string | null; readonly text: string };

export function letterBlocks(letter: Letter): readonly LetterBlock[] {
  return [
    { kind: "title", text: letter.title },
    ...letter.about.map((each) => ({ kind: "about" as const, ...each })),
    ...letter.sections.flatMap(sectionBlocks),
    { kind: "heading", text: issuesHeading },
    ...letter.services.flatMap(serviceBlocks),
  ];
}

const issuesHeading = "Issues, decisions and rationales";

function sectionBlocks({ heading, paragraphs }: LetterSection): readonly LetterBlock[] {
  return [{ kind: "heading", text: heading }, ...paragraphs.map(paragraphBlock)];
}

function serviceBlocks(of: LetterService): readonly LetterBlock[] {
  const paragraphs = [of.administratorGuideline, of.guideline, ...of.rationale].filter((each) => each !== null);
  return [{ kind: "service", text: of.service, decision: of.decision }, ...paragraphs.map(paragraphBlock)];
}

function paragraphBlock({ label, sentences }: Paragraph): LetterBlock {
  return { kind: "paragraph", label, text: sentences.map(({ text }) => text).join(" ") };
}
