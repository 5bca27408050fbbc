/**
 * A name as the source text of a string. Names come from guidelines, so from anybody: nothing in one may end the string, the
 * line, a comment or a script element.
 */
export function quoted(name: string): string {
  return JSON.stringify(name).replace(/[<\u2028\u2029]|\*\//g, (found) =>
    found === "*/" ? "*\\/" : `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A list of numbers as source text: `[1, -2]`. */
export function numbers(values: Iterable<number>): string {
  return `[${[...values].join(", ")}]`;
}

export function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
