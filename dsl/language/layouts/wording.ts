import type { Span } from "../../source/index.ts";
import type { Criterion } from "../../syntax/index.ts";

/** The author's words, on one line. */
export function flowing({ start, end }: Span, text: string): string {
  return text.slice(start, end).replaceAll(/\s+/g, " ").trim();
}

/** `at least 2 of` as the author wrote it. */
export function quantifierText({ quantifier }: Criterion & { kind: "group" }, text: string): string {
  return flowing(quantifier.span, text).replace(/\s*:$/, "");
}
