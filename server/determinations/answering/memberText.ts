/** Strings, a colon behind those that are names; brackets. */
const lexeme = /"(?:[^"\\]|\\.)*"(\s*:)?|[[\]{}]/gs;

/** The text of one member of a JSON object, as it is written; `null` where there is none or more than one. */
export function memberText(json: string, name: string): string | null {
  const starts: number[] = [];
  const ends: number[] = [];
  let depth = 0;
  for (const found of json.matchAll(lexeme)) {
    const [text, colon] = found;
    if (text === "{" || text === "[") depth += 1;
    else if (text === "}" || text === "]") depth -= 1;
    if (depth === 1 && starts.length > ends.length) ends.push(found.index + text.length);
    else if (depth === 1 && colon !== undefined && nameIn(text, colon) === name) starts.push(found.index + text.length);
  }
  const [start, another] = starts;
  const [end] = ends;
  return start === undefined || end === undefined || another !== undefined ? null : json.slice(start, end).trim();
}

/** Names may be written with escapes. */
function nameIn(text: string, colon: string): string {
  return String(JSON.parse(text.slice(0, -colon.length)));
}
