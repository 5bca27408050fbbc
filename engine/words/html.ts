const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand in HTML, also in an attribute. */
export function htmlText(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => entities[character] ?? "");
}
