/** Our own words of a sentence: a quotation is as its author wrote it. */
export const ours = (text: string): string => text.replace(/“[^”]*”/gu, "“”");

/** What no sentence of a letter may hold, whatever wording it is made from. */
const faults: Readonly<Record<string, (text: string) => boolean>> = {
  "no capital or no stop": (text) => !/^[“\p{Lu}\d].*(?:[.?!]|[.?!]”)$/u.test(text),
  "a value that is none": (text) => /undefined|null|NaN|\[object/u.test(text),
  "two spaces": (text) => text.includes("  "),
  "a word twice": (text) => /\b(\p{L}+) \1\b/iu.test(ours(text)),
  "marks that meet": (text) => /(?<!et al)[,;:.]\s*[,;.]|\s[,.;)]|\(\s/u.test(ours(text)),
  "quotation marks that do not match": (text) => /[“”"]/u.test(ours(text).replaceAll("“”", "")),
  "brackets that do not match": (text) => ours(text).split("(").length !== ours(text).split(")").length,
};

/** The faults of a sentence by name; none of one that stands. */
export function sentenceFaults(text: string): readonly string[] {
  return Object.entries(faults).flatMap(([name, has]) => (has(text) ? [`${name}: ${text}`] : []));
}
