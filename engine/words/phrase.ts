/**
 * A piece of a sentence about the record. A noun follows `evidence of`, a clause follows `evidence that`:
 * `failure to progress in a strengthening program` against `anatomy is unclear`.
 */
export interface Phrase {
  readonly text: string;
  readonly form: "noun" | "clause";
  /** A noun that says more than `there is ...` as a clause: `age is at least 18 years` for `age at least 18 years`. */
  readonly clause?: string;
}

/** Words that open a published wording and lose their capital inside a sentence. Anything else may be a name and keeps it. */
const openers = new Set(
  (
    "a an the any all no not one two three at in on of for with without when if where there this that these those each every either both " +
    "evidence documentation documented objective failure failed need emergence presence absence absent history significant severe moderate " +
    "mild acute chronic progressive persistent new prior previous recent radiographic clinical physical physiologic definite suspected known " +
    "clarification symptoms symptom signs sign pain weakness loss lack use treatment conservative patient patients " +
    "has have had must"
  ).split(" "),
);

const finiteVerbs = new Set(
  (
    "is are was were has have had does do did can cannot could must may might should will would shall isn't aren't " +
    "fell rose lasted remains remain persists persist shows show demonstrates demonstrate indicates indicate"
  ).split(" "),
);

/** After one of these a verb belongs to a relative clause: `pain that is worse at night` is a noun. */
const relatives = new Set("that which who whom whose where when while if because unless as".split(" "));

/**
 * A published wording or an author's name as it may stand inside a sentence. Its capital falls where the opening word is a
 * common one, or one that the author writes small in `name`: `Grip strength of 4 or less` of the fact `grip`.
 */
export function phrase(words: string, name = ""): Phrase {
  const text = ofThePatient(lowerOpening(withoutFinalStop(words.trim().replace(/\s+/gu, " ")), name));
  return { text, form: isClause(text) ? "clause" : "noun" };
}

/** `able to rotate the neck` and `has pain` say something of the patient and do not name whom. */
function ofThePatient(text: string): string {
  if (/^(?:able|unable|willing|unwilling) to\b/u.test(text)) return `the patient is ${text}`;
  return /^(?:is|was|has|had|can|cannot|does) /u.test(text) ? `the patient ${text}` : text;
}

export function noun(text: string): Phrase {
  return { text, form: "noun" };
}

export function clause(text: string): Phrase {
  return { text, form: "clause" };
}

function withoutFinalStop(text: string): string {
  return text.replace(/[\s.;:,]+$/u, "");
}

function lowerOpening(text: string, name: string): string {
  const first = /^[\p{L}'’]+/u.exec(text)?.[0] ?? "";
  const small = first.toLowerCase();
  const common = openers.has(small) || name.split(" ").includes(small);
  const abbreviation = first.length > 1 && first === first.toUpperCase();
  return common && !abbreviation ? small + text.slice(first.length) : text;
}

/** A subject and then a finite verb, before any relative word. `has pain` begins with the verb: no subject, so a noun. */
function isClause(text: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}'’]+/u);
  const relative = words.findIndex((word) => relatives.has(word));
  const verb = words.findIndex((_, index) => isFiniteVerb(words, index) || isFailedAsVerb(words, index));
  return verb > 0 && (relative < 0 || verb < relative);
}

/** `surgery would be considered`; but `willing to have surgery`, which has no verb of its own. */
function isFiniteVerb(words: readonly string[], index: number): boolean {
  return finiteVerbs.has(words[index] ?? "") && words[index - 1] !== "to";
}

/** `the program failed`, `treatment failed to help`; but `a failed trial`. */
function isFailedAsVerb(words: readonly string[], index: number): boolean {
  return words[index] === "failed" && (index === words.length - 1 || words[index + 1] === "to");
}

/** `of significant change of symptoms` or `that anatomy is unclear`, to follow `evidence`. */
export function ofOrThat(subject: Phrase): string {
  return subject.form === "noun" ? `of ${withoutEvidence(subject.text)}` : `that ${subject.text}`;
}

/** `tissue insult` or `it that anatomy is unclear`, to follow `against`. */
export function againstWords(subject: Phrase): string {
  return subject.form === "noun" ? withoutEvidence(subject.text) : `it that ${subject.text}`;
}

/** `evidence of tissue insult` after `evidence of` would say evidence twice. */
function withoutEvidence(text: string): string {
  const doubled = /^(?:an? |the )?(?:(?:documented|objective|clinical) )*(?:evidence|documentation) of /iu;
  return text.replace(doubled, "");
}

/** `whether there is evidence of tissue insult`, `whether anatomy is unclear`. */
export function whether(subject: Phrase): string {
  return `whether ${asClause(subject)}`;
}

/** `there is evidence of tissue insult`, `anatomy is unclear`. */
export function asClause(subject: Phrase): string {
  if (subject.form === "clause") return subject.text;
  return subject.clause ?? `there is ${subject.text}`;
}

/** The opposite of a phrase, never shortened to a bare `no` when that would misread. */
export function negated(subject: Phrase): Phrase {
  if (subject.form === "noun") return noun(`absence of ${subject.text}`);
  const [, state] = /^the patient is (?!not )(.*)$/u.exec(subject.text) ?? [];
  return clause(state === undefined ? `it is not so that ${subject.text}` : `the patient is not ${state}`);
}
