export { letterHtml } from "./html.ts";
export {
  type Letter,
  type LetterBlock,
  letterBlocks,
  type LetterSection,
  type LetterService,
  type Paragraph,
} from "./letter.ts";
export { letterOf, type LetterRelease } from "./letterOf.ts";
export { letterMarkdown } from "./markdown.ts";
