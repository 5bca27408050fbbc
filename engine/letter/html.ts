import { htmlText } from "../words/index.ts";
import { type Letter, type LetterBlock, letterBlocks } from "./letter.ts";
import { letterStyle } from "./style.ts";

/** The letter as one self-contained page that prints well. It loads nothing and runs nothing. */
export function letterHtml(letter: Letter): string {
  const body = grouped(letterBlocks(letter)).join("\n");
  return `<!doctype html>
<html lang="${letter.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${htmlText(letter.title)}</title>
<style>${letterStyle}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

/** Rows of the head go into one list. */
function grouped(blocks: readonly LetterBlock[]): readonly string[] {
  const rows = blocks.filter((block) => block.kind === "about").map(row);
  const head = `<dl>\n${rows.join("\n")}\n</dl>`;
  return blocks
    .filter((block) => block.kind !== "about")
    .flatMap((block) => (block.kind === "title" ? [drawn(block), head] : [drawn(block)]));
}

function row({ label, text }: Extract<LetterBlock, { kind: "about" }>): string {
  return `<div><dt>${htmlText(label)}</dt><dd dir="auto">${htmlText(text)}</dd></div>`;
}

function drawn(block: Exclude<LetterBlock, { kind: "about" }>): string {
  switch (block.kind) {
    case "title":
      return `<h1>${htmlText(block.text)}</h1>`;
    case "heading":
      return `<h2>${htmlText(block.text)}</h2>`;
    case "service":
      return `<h3><span dir="auto">${htmlText(block.text)}</span>: <strong>${htmlText(block.decision)}</strong></h3>`;
    case "paragraph":
      return `<p>${block.label === null ? "" : `<strong>${htmlText(block.label)}:</strong> `}${htmlText(block.text)}</p>`;
  }
}
