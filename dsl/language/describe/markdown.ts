/** An author's words as Markdown that shows them as they are. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|~]/g, "\\$&");
}

/** Lines in the language, with their common margin taken away. */
export function codeBlock(text: string): string {
  const [first = "", ...rest] = text.split(/\r\n|\r|\n/);
  const margin = Math.min(...rest.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return ["```guideline", first, ...rest.map((line) => line.slice(Math.max(0, margin - 2))), "```"].join("\n");
}

export const paragraphs = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== "").join("\n\n");
