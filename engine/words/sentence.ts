/** A capital at its front, one stop at its end: the one it has, also at the end of a quotation, or a full stop. */
export function sentence(text: string): string {
  const said = withoutFinalMarks(text.trim());
  return said === "" ? "" : `${capital(said)}${hasItsStop(said) ? "" : "."}`;
}

// From the end, not by a pattern that tries every place before it: every sentence of a letter comes by.
function withoutFinalMarks(text: string): string {
  let end = text.length;
  while (end > 0 && isFinalMark(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Nearly every sentence ends in a letter, which no pattern need be asked about. */
function isFinalMark(mark: string): boolean {
  return !(mark >= "a" && mark <= "z") && finalMark.test(mark);
}

const finalMark = /[\s.;:,]/u;

function hasItsStop(text: string): boolean {
  const last = text.at(-1);
  return last === "?" || last === "!" || (last === "”" && ".?!".includes(text.at(-2) ?? " "));
}

/** `pH` and `eGFR` keep the letters that their names are written with. */
export function capital(text: string): string {
  const first = text.charAt(0);
  if (first >= "A" && first <= "Z") return text;
  return /^\p{Ll}\p{L}?\p{Lu}/u.test(text) ? text : first.toUpperCase() + text.slice(1);
}

/** `a`, `a or b`, `a, b, or c`; semicolons part items that hold commas, or the joining word, of their own. */
export function listed(items: readonly string[], word: "and" | "or"): string {
  const last = items.at(-1) ?? "";
  if (items.length < 2) return last;
  const crowded = items.some((item) => isCrowded(item, word));
  if (items.length === 2) return `${items[0] ?? ""}${crowded ? ";" : ""} ${word} ${last}`;
  const mark = crowded ? "; " : ", ";
  return `${items.slice(0, -1).join(mark)}${mark}${word} ${last}`;
}

/** What stands in brackets or quotation marks is fenced off already. */
function isCrowded(item: string, word: string): boolean {
  const open = /[(“]/u.test(item) ? item.replace(/\([^()]*\)|“[^”]*”/gu, "") : item;
  return open.includes(",") || open.includes(";") || open.includes(` ${word} `);
}

/** `“progressive neurological deficits”`: what others said, isolated so that right-to-left text keeps to its own place. */
export function quoted(text: string): string {
  const said = text.trim();
  return `“${unevenOrMarked.test(said) ? isolated(withinQuotes(said.replace(unevenSpace, " "))) : said}”`;
}

/** What is not set right by any of the steps: letters without double quotation marks, each space a single one. */
const unevenOrMarked = /[^ !#-~]| {2}/u;

/** All but a single space. */
const unevenSpace = /\s{2,}|[^\S ]/gu;

/** Quotation marks inside a quotation are single ones. */
function withinQuotes(text: string): string {
  if (!quotationMark.test(text)) return text;
  return text
    .replace(/(?<=^|[\s([])"/gu, "‘")
    .replaceAll("“", "‘")
    .replace(/["”]/gu, "’");
}

const quotationMark = /["“”]/u;

const strongRightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/u;
const directionControls = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/gu;
/** Neither of these is among the letters and marks of Latin, Greek or Cyrillic text. */
const furtherThanCyrillic = /[^\u0000-\u052F\u2010-\u2027\u2030-\u205E\u20A0-\u2BFF]/u;

/** Drops direction marks that could reorder the letter around a quotation, and fences right-to-left text in FSI ... PDI. */
export function isolated(text: string): string {
  if (!furtherThanCyrillic.test(text)) return text;
  const bare = text.replace(directionControls, "");
  return strongRightToLeft.test(bare) ? `\u2068${bare}\u2069` : bare;
}

/** `an MRI`, `a CT scan`: by the sound of the first word, letters of an abbreviation being spelt out. */
export function withArticle(text: string): string {
  if (/^(?:an?|the|any|no|each|every|all|one|two|three|\d+)\b/iu.test(text)) return text;
  return `${startsWithVowelSound(text) ? "an" : "a"} ${text}`;
}

function startsWithVowelSound(text: string): boolean {
  const first = /^[\p{L}\d]+/u.exec(text)?.[0] ?? "";
  if (/^[A-Z]{2,}/u.test(first)) return /^[AEFHILMNORSX]/u.test(first);
  return /^(?:[aeio]|u(?!ni|se|ro|ter)|hour|honest)/iu.test(first);
}
