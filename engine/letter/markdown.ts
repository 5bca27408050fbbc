import { type Letter, type LetterBlock, letterBlocks } from "./letter.ts";

/** The letter as Markdown. Whatever a case or guideline says stays text: no markup of theirs takes effect. */
export function letterMarkdown(letter: Letter): string {
  return `${letterBlocks(letter).map(markdownBlock).join("\n\n").replaceAll(aboutBreak, "\n")}\n`;
}

/** Rows of the head stand on lines of their own, without a blank line between. */
const aboutBreak = /(?<=^- .*)\n\n(?=- )/gmu;

function markdownBlock(block: LetterBlock): string {
  switch (block.kind) {
    case "title":
      return `# ${escaped(block.text)}`;
    case "about":
      return `- ${escaped(block.label)}: ${escaped(block.text)}`;
    case "heading":
      return `## ${escaped(block.text)}`;
    case "service":
      return `### ${escaped(block.text)}: ${escaped(block.decision)}`;
    case "paragraph":
      return block.label === null
        ? escapedStart(escaped(block.text))
        : `**${escaped(block.label)}:** ${escaped(block.text)}`;
  }
}

/** Characters that open markup inside a line. An underscore within a word opens nothing. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*[\]<>|~]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")
    .replace(/\r\n?|\n/gu, " ");
}

/** Characters that open markup only at the start of a line. */
function escapedStart(text: string): string {
  return text.replace(/^(?:[#+-](?=\s|$)|=+|-{2,})/u, "\\$&").replace(/^(\d+)([.)])(?=\s)/u, "$1\\$2");
}
