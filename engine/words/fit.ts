/**
 * Whether the words of a publication or an author are certain to fit into a sentence. English cannot be parsed with lists of
 * words, so the lists only ever say no: what looks like anything but a short noun (`tissue insult`) or a clean statement
 * (`anatomy is unclear`) is quoted by whoever asks, and a quotation fits everywhere.
 */
export type Fit = "noun" | "clause";

/**
 * The form in which plain words, one line without a final stop, go on a sentence; `null` where that is not certain.
 * `isName`: an author's name, which gives no commands: `repeat injection`.
 */
export function fitOf(text: string, isName = false): Fit | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
  if (words.length === 0 || words.length > mostWords || isNotOfOneLine(text) || isNoStatement(text)) return null;
  if (!isName && (commands.test(text) || aboutCoverage.test(text))) return null;
  return formOf(text, words);
}

function formOf(text: string, words: readonly string[]): Fit | null {
  if (/^(?:evidence|documentation) that\b/iu.test(text)) return "noun";
  const verbs = words.flatMap((_, at) => (isVerb(words, at) ? [at] : []));
  const [verb = -1] = verbs;
  const relative = words.findIndex((word) => relatives.has(word));
  if (verb > 0 && (relative < 0 || verb < relative)) return "clause";
  const clauses = words.filter((word) => relatives.has(word)).length;
  if (verb === 0 || verbs.length > clauses || looksLikeVerbs(text)) return null;
  return isHeadedByNoun(text) ? "noun" : null;
}

/** Longer wording is published prose, which is cited and not rebuilt into sentences of ours. */
const mostWords = 24;

/** Marks that part sentences, quotations inside, and brackets that do not close. */
function isNotOfOneLine(text: string): boolean {
  const open = text.split("(").length - text.split(")").length;
  return open !== 0 || /[:;?!“”"„«»…[\]{}\\|]|[.](?:\s|\.)|^[^\p{L}\p{N}≥≤]|[^\p{L}\p{N})%/+°*]$/u.test(text);
}

/** Spaces before a comma, and a word said twice. */
const untidy = /\s[,)]|\(\s|,\s*,|(?<!\p{L})(\p{L}+) \1(?!\p{L})/iu;

/** Words that break off, define, demand, command, speak of coverage, or point to a place on a page that the letter lacks. */
function isNoStatement(text: string): boolean {
  return [untidy, breaksOff, defines, demands, opensOtherwise, pointing].some((pattern) => pattern.test(text));
}

const breaksOff =
  /\b(?:following|who|whom|that|which|whose|if|when|where|and|or|of|for|with|without|to|the|a|an|including|is|are|not|either|at least|than|by|from|in)$/iu;
const defines = /\b(?:defined|referred to) (?:as|to)\b|\bmeans\b/iu;
const demands = /\b(?:must|shall|should|ought|please)\b/iu;
/** Sentences of a policy about itself: what it covers, finds necessary or will require. */
const aboutCoverage =
  /\b(?:covered|coverage|covers|reimburse\w*|payable|non-?covered|(?:medically|reasonable and) necessary|(?:appropriate|indicated) only|will|(?:is|are) (?:required|permitted|limited to))\b/iu;
const pointing =
  /\b(?:herein|aforementioned|the following|as follows|e\.?g|i\.e)\b|\b(?:the|these|listed|described|mentioned|see|as|noted) (?:above|below)\b|\b(?:above|below)(?:$| (?:criteria|conditions|requirements)\b)/iu;

/** Conditions, prepositions, denials and pronouns open no noun and no statement that stands by itself. */
const opensOtherwise = opening(
  "if when unless although while because since until once whether where wherever that which who whom whose what how why",
  "for in by as with without on under over upon during after before within into from per despite except besides beyond",
  "through throughout to via due and or but nor so then not never cannot also however therefore otherwise only following",
  "it they he she we you i this these there does did don't presents presented reports reported has have had",
);

/** Commands: one of these words, or whatever goes before an article as a verb does. */
const commands = new RegExp(
  `${
    opening(
      "consider see search ensure obtain perform provide confirm refer avoid do let assess evaluate reserve continue start",
      "stop begin try give take prescribe recommend apply repeat require check exclude include make keep treat offer select",
      "use(?!\\s+of) order(?!\\s+(?:of|for)) limit(?!\\s+(?:of|on)) document(?!\\s+(?:of|from)) record(?!\\s+(?:of|from))",
    ).source
  }|^(?!(?:all|both|either|neither|half|such)\\b)\\p{L}+ (?:the|an?|all|any|your|their|this|these|each)\\b`,
  "iu",
);

function opening(...words: readonly string[]): RegExp {
  return new RegExp(`^(?:${words.join(" ").split(" ").join("|")})(?![\\p{L}'’-])`, "iu");
}

/** After one of these a verb belongs to a clause inside: `pain that is worse at night` is a noun. */
const relatives = new Set(
  "that which who whom whose where when while if because unless as whether how what since".split(" "),
);

/** The closed class of verbs that tell a statement for certain, and those that the language itself writes. */
const statementVerbs = new Set(
  (
    "is are was were has have had does do did can cannot could may might will would isn't aren't wasn't weren't hasn't " +
    "lasted fell rose shows"
  ).split(" "),
);

function isVerb(words: readonly string[], at: number): boolean {
  const word = words[at] ?? "";
  if (word === "failed") return at > 0 && (at === words.length - 1 || words[at + 1] === "to");
  return statementVerbs.has(word) && words[at - 1] !== "to";
}

/**
 * A verb of the open class gives itself away by what it stands between: `causes the`, `completed a`, `study compares mortality`,
 * `symptoms worsened` at the end; some do not, and are listed. The verb right after a relative word belongs to that.
 */
function looksLikeVerbs(text: string): boolean {
  const outside = text.replace(/\s(?:that|which|who|how|as)(?: \p{L}+ly)? \p{L}+/giu, "");
  if (/\bcounts? as\b/u.test(text)) return true;
  return [beforeObject, betweenNouns, atTheEnd, intransitive].some((pattern) => pattern.test(outside));
}

const beforeObject = /\s\p{Ll}+(?:[^s\P{Ll}]s|ed) (?:an?|the|his|her|their|its|any|no|that|both|him|them|it)\b/u;
const betweenNouns =
  /(?:^|\s)(?!(?:of|for|in|on|by|to|with|without|within|from|at|after|before|during|and|or)\b)\p{L}*[^\Ws,] \p{Ll}+[^\Wsiu]s (?!(?:of|for|in|on|by|to|with|without|within|from|at|after|before|during|due|per|and|or|plus|than|that|who|whom|whose|which|where|when|while|if|as|either|not|reasonably|above|below|beyond|between|under|over|across|along|around|against|since|until|unless|prior|present|\p{Ll}+(?:ing|ed|ive|able))\b)\p{Ll}+/u;
const atTheEnd =
  /\s(?!untreated|unspecified)\p{Ll}+ed$|\b(?:usually|medically|clinically|properly|adequately|generally|fully|highly|rarely|often) \p{Ll}+$/u;
const intransitive =
  /\s(?:persists?|remains?|worsens?|improves?|fails?|occurs?|exists?|continues?|demonstrates?|indicates?|suggests?|confirms?|reveals?|requires?|exceeds?|suits|responds?|interferes?|affects?|prevents?|causes|suffers?|presents?|reports?|denies|warrants?|precludes?|tolerates?|needs|lacks|complains?|undergoes|receives|supports|became|becomes?|seems?|appears?|went|got|began|documents? how)(?:\s|$)/u;

/** The head is the last word before what is added to it. An adjective, participle or adverb there names nothing. */
function isHeadedByNoun(text: string): boolean {
  if (/^(?:an?|the|any|no|evidence|absence|presence|lack|history|signs?|symptoms?|failure|need)\b/iu.test(text))
    return true;
  const [, head = text] = beforeAddition.exec(text) ?? [];
  const words = head.split(/\s/u);
  const last = words.at(-1)?.toLowerCase() ?? "";
  const participle = last.endsWith("ed") && (words.length === 1 || words.at(-2)?.endsWith("ly") === true);
  return !participle && !noNoun.test(last) && !states.has(last);
}

const beforeAddition =
  /^(.*?)(?:,| (?:of|for|in|on|by|to|with|without|within|from|at|after|before|during|due|into|who|whom|whose|that|which|where|when|while|if|as|and|or|than)\b|$)/iu;
const noNoun = /(?:[^t]able|ible|[^s]ous|ful|less|ly|worse|better)$/u;
const states = new Set(
  (
    "alert ambulatory awake conscious oriented pregnant intubated reasonable necessary safe effective presenting willing " +
    "unwilling unable likely positive negative present absent normal abnormal hit struck thrown given taken seen done"
  ).split(" "),
);
