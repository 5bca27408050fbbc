import { once } from "../values/index.ts";
import { fitOf } from "./fit.ts";
import { quoted } from "./sentence.ts";

/**
 * A piece of a sentence about the record. A noun follows `evidence of`, a clause follows `evidence that`, and what is quoted
 * follows `evidence for`: `tissue insult`, `anatomy is unclear`, `“reasonable and necessary”`.
 */
export interface Phrase {
  readonly text: string;
  readonly form: "noun" | "clause" | "quoted";
  /** What it is as a clause by itself, where that is not as usual: `age is at least 18 years` for `age at least 18 years`. */
  readonly clause?: string;
}

/** Words that open a published wording and lose their capital inside a sentence. Anything else may be a name and keeps it. */
const openers = new Set(
  (
    "a an the any all no not one two three at in on of for with without when if where there this that these those each every either both " +
    "evidence documentation documented objective failure failed need emergence presence absence absent history significant severe moderate " +
    "mild acute chronic progressive persistent new prior previous recent radiographic clinical physical physiologic definite suspected known " +
    "clarification symptoms symptom signs sign pain weakness loss lack use treatment conservative patient patients stable areas unable able"
  ).split(" "),
);

/**
 * A published wording or an author's name as it may stand inside a sentence. Its capital falls where the opening word is a
 * common one, or one that the author writes small in `name`: `Grip strength of 4 or less` of the fact `grip`.
 */
export function phrase(words: string, name = ""): Phrase {
  return fitting(words, name) ?? { text: quoted(words), form: "quoted" };
}

/** As `phrase`; `null` where the words are not certain to fit into a sentence. */
export function fitting(words: string, name = ""): Phrase | null {
  const plain = withoutFinalStop(words.trim().replace(/\s+/gu, " "));
  const text = ofThePatient(lowerOpening(plain, name));
  const form = words.trim().endsWith(":") ? null : fitOf(text, words === name);
  return form === null ? null : { text, form };
}

/** `willing to have surgery` says something of the patient and does not name whom. */
function ofThePatient(text: string): string {
  return /^(?:able|unable|willing|unwilling) to (?!be\b)/u.test(text) ? `the patient is ${text}` : text;
}

export function noun(text: string): Phrase {
  return { text, form: "noun" };
}

export function clause(text: string): Phrase {
  return { text, form: "clause" };
}

function withoutFinalStop(text: string): string {
  return text.replace(/[\s.;,]+$/u, "");
}

function lowerOpening(text: string, name: string): string {
  const first = /^[\p{L}'’]+/u.exec(text)?.[0] ?? "";
  const small = first.toLowerCase();
  const common = openers.has(small) || name.split(" ").includes(small) || ordinary.test(first);
  const abbreviation = first.length > 1 && first === first.toUpperCase();
  const ofAName = /^\S+ \p{Lu}\p{Ll}/u.test(text);
  return common && !abbreviation && !ofAName ? small + text.slice(first.length) : text;
}

/** Endings of ordinary words, which hardly a name has: `Reduction`, `Imaging`, `Subsequent`. */
const ordinary =
  /^\p{Lu}\p{Ll}{2,}(?:tion|sion|ment|ness|ity|ing|ure|ance|ence|ent|ant|ive|sis|itis|pathy|ous|ally|ed)$/u;

/** `of significant change of symptoms`, `that anatomy is unclear` or `for “...”`, to follow `evidence`. */
export const ofOrThat = once(({ form, text }: Phrase): string => {
  if (form === "clause") return `that ${text}`;
  const [, evidenced] = /^(?:evidence|documentation) (that .*)$/iu.exec(text) ?? [];
  if (evidenced !== undefined) return evidenced;
  return form === "noun" ? `of ${withoutEvidence(text)}` : `for ${text}`;
});

/** `tissue insult` or `the claim that anatomy is unclear`, to follow `against`. */
export const againstWords = once(({ form, text }: Phrase): string =>
  form === "clause" ? `the claim that ${text}` : withoutEvidence(text),
);

/** `evidence of tissue insult` after `evidence of` would say evidence twice. */
export function withoutEvidence(text: string): string {
  const doubled = /^(?:an? |the )?(?:(?:documented|objective|clinical) )*(?:evidence|documentation) of /iu;
  return text.replace(doubled, "");
}

/** `whether there is evidence of tissue insult`, `whether anatomy is unclear`. */
export function whether(subject: Phrase): string {
  return `whether ${asClause(subject)}`;
}

/** `there is evidence of tissue insult`, `anatomy is unclear`, `“reasonable and necessary” applies`. */
export const asClause = once(({ form, text, clause: own }: Phrase): string => {
  if (own !== undefined) return own;
  if (form === "clause") return text;
  return form === "quoted" ? `${text} applies` : thereIs(text);
});

/** One verb for one thing and for several, article or none: `there is evidence of areas of ischemia`. */
function thereIs(text: string): string {
  return singular.test(text) ? `there is ${text}` : `there is evidence of ${text}`;
}

const singular =
  /^(?:an? |no |(?:evidence|documentation|need|failure|emergence|presence|absence|lack|loss|pain|weakness|suspicion|doubt|clarification)\b)/iu;

/** The opposite of a phrase, never shortened to a bare `no` when that would misread. */
export function negated(subject: Phrase): Phrase {
  const { form, text } = subject;
  if (form === "quoted") return clause(`${text} does not apply`);
  if (form === "clause" || subject.clause !== undefined) return clause(`it is not so that ${asClause(subject)}`);
  return counted.test(text) ? clause(`the record rules out ${text}`) : noun(`absence of ${text}`);
}

/** Amounts and quantifiers, which `absence of` would not deny as a whole. */
const counted =
  /^(?:\d|at least|at most|more than|less than|fewer than|any|every|each|all|both|either|neither|none|no|exactly)\b/iu;

/** The verb for a noun by its head, the word before any preposition or participle: `weeks of pain` are, `herpes zoster` is. */
export function isOrAre(text: string): "is" | "are" {
  const [, head = text] =
    /^(.+?)(?:,| (?:of|for|in|on|by|to|with|without|within|from|at|after|before|during|due|who|that|which)\b|$)/u.exec(
      text,
    ) ?? [];
  const determined = /^(?:an?|any|each|every|either|neither|no|one|number|count)\b/iu.test(head);
  const last =
    head
      .replace(/(?<=s) \p{Ll}+ed$/u, "")
      .split(" ")
      .at(-1) ?? "";
  return !determined && plural.test(last) && !singularInS.test(last) ? "are" : "is";
}

/** Words and abbreviations, `weeks` and `NSAIDs`; what begins with one capital is a name, `Wells`. */
const plural = /^(?:\p{Ll}.*[^\Wsiu]s|\p{Lu}{2,}s)$/u;
const singularInS =
  /(?:diabetes|herpes|rabies|series|scabies|caries|species|news|pus|ascites|facies|biceps|triceps|quadriceps|forceps|lens|measles|mumps|shingles|rickets)$/iu;
