import { createToken, Lexer, type TokenType } from "chevrotain";

/** What runs of words are made of: words, commas and text, by one name for the parser. Never matched in text. */
export const Running = createToken({ name: "Running", pattern: Lexer.NA });

/**
 * Any word of the author's. Every keyword is also a word, so that real names may hold `is`, `any`, `or`, `not`, `before`
 * and only the place of a keyword makes it one. The hint says that any character may begin it, one for each of the pages
 * of 255 that the lexer looks keywords up by: told nothing, it would try every keyword at every word.
 */
export const Word = createToken({
  name: "Word",
  categories: [Running],
  start_chars_hint: [...Array(0x100).keys(), ...Array.from(Array(0x100).keys(), (page) => 0x100 + page * 0xff)],
  pattern: /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w,])|[^\s"“„”(),:;#<>=≥≤][^\s"“„”(),:;<>=≥≤]*/,
});

const keyword = (name: string, words: string): TokenType =>
  createToken({
    name,
    pattern: new RegExp(`${words.replaceAll(" ", "[ \\t\\u00a0]+")}(?![^\\s"(),:;<>=≥≤])`, "i"),
    longer_alt: Word,
    categories: [Word],
  });

const connective = (name: string, capitals: string): TokenType =>
  createToken({ name, pattern: new RegExp(`${capitals}(?![^\\s"(),:;<>=≥≤])`), longer_alt: Word });

export const And = connective("And", "AND");
export const Or = connective("Or", "OR");
export const Not = connective("Not", "NOT");
export const Unless = connective("Unless", "UNLESS");

export const Sign = createToken({ name: "Sign", pattern: />=|<=|[<>=≥≤]/, categories: [Word] });
export const Comma = createToken({ name: "Comma", pattern: /,/, categories: [Running] });
export const Colon = createToken({ name: "Colon", pattern: /:/ });
export const Semicolon = createToken({ name: "Semicolon", pattern: /;/ });
export const LeftBracket = createToken({ name: "LeftBracket", pattern: /\(/ });
export const RightBracket = createToken({ name: "RightBracket", pattern: /\)/ });
/** Straight or curly quotes; the words between are kept as they are. */
export const Text = createToken({
  name: "Text",
  categories: [Running],
  pattern: /"[^"\r\n]*"|[“„”][^”“\r\n]*[”“]|[“„”][^”“"\r\n]*"/,
});
export const UnterminatedText = createToken({
  name: "UnterminatedText",
  pattern: /["“„”][^"“”\r\n]*/,
  categories: [Text],
});

export const Guideline = keyword("Guideline", "guideline");
export const Fact = keyword("Fact", "fact");
export const Scale = keyword("Scale", "scale");
export const Codes = keyword("Codes", "codes");
export const Define = keyword("Define", "define");
export const Service = keyword("Service", "service");
export const Example = keyword("Example", "example");
export const Score = keyword("Score", "score");
export const Table = keyword("Table", "table");
export const Schedule = keyword("Schedule", "schedule");

export const If = keyword("If", "if");
export const ExcludedIf = keyword("ExcludedIf", "excluded if");
export const OnlyIf = keyword("OnlyIf", "only if");
export const NotCovered = keyword("NotCovered", "is not covered");
export const Covered = keyword("Covered", "is covered");
export const RedFlagIf = keyword("RedFlagIf", "red flag if");
export const LimitedTo = keyword("LimitedTo", "limited to");
export const OtherwiseNotAddressed = keyword("OtherwiseNotAddressed", "otherwise not addressed");
export const Always = keyword("Always", "always");
export const Never = keyword("Never", "never");
export const Accept = keyword("Accept", "accept");
export const As = keyword("As", "as");
export const WaivedIf = keyword("WaivedIf", "waived if");
export const ButNotIf = keyword("ButNotIf", "but not if");
export const When = keyword("When", "when");
export const Requires = keyword("Requires", "requires");
export const AppliesWhen = keyword("AppliesWhen", "applies when");
export const Cite = keyword("Cite", "cite");
export const Source = keyword("Source", "source");
export const AdoptedBy = keyword("AdoptedBy", "adopted by");
export const RestsOn = keyword("RestsOn", "rests on");
export const Effective = keyword("Effective", "effective");
export const Needs = keyword("Needs", "needs");
export const CountedOnce = keyword("CountedOnce", "counted once per");
/** What a file takes from others of its set, and what an overlay changes. */
export const Authority = keyword("Authority", "authority");
export const Use = keyword("Use", "use");
export const Changes = keyword("Changes", "changes");
export const ChangedBecause = keyword("ChangedBecause", "changed because");
export const TakenAwayBecause = keyword("TakenAwayBecause", "taken away because");
export const Attests = keyword("Attests", "reviewer attests");
/** Below an example whose expectations nobody gave. */
export const FilledInBecause = keyword("FilledInBecause", "filled in by engine because");
export const Note = keyword("Note", "note");
export const SuchAs = keyword("SuchAs", "such as");
export const ReadAs = keyword("ReadAs", "read as");
export const Because = keyword("Because", "because");
export const AskedFor = keyword("AskedFor", "asked for");
export const Expect = keyword("Expect", "expect");

const count = "(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten)";
/** Opens what is asked of one entry of a list. */
export const Where = keyword("Where", "where");

/** How prose begins a list: `any 2 of the following`, `either of`. Read, and told how it is written here. */
export const LooselyOf = keyword(
  "LooselyOf",
  `(?:(?:either|both|each) of(?: the following)?|(?:any )?${count}(?: or more)? of(?: the following)?|(?:more than|fewer than|less than|at most|no more than|not more than|only) ${count} of(?: the following)?)`,
);
const following = "(?: the following)?";
export const AnyOf = keyword("AnyOf", `any of${following}`);
export const AllOf = keyword("AllOf", `all of${following}`);
export const NoneOf = keyword("NoneOf", `none of${following}`);
export const AtLeastOf = keyword("AtLeastOf", `at least ${count} of${following}`);
export const ExactlyOf = keyword("ExactlyOf", `exactly ${count} of${following}`);

/** `-`, a bullet sign (Word's `o` and its symbol font among them), or a label: `1.` `a.` `(a)` `iv)`; only at the start of a line. */
export const Bullet = createToken({
  name: "Bullet",
  line_breaks: false,
  start_chars_hint: [..."-–—•*·▪◦‣\uf0b7(0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"],
  pattern: (text, offset, matched) => {
    const last = matched.at(-1);
    if (last !== undefined && last.tokenType !== NewLine) return null;
    bulletPattern.lastIndex = offset;
    return bulletPattern.exec(text);
  },
});
const bulletPattern =
  /(?:[-–—•*·▪◦‣\uf0b7o]|\((?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\)|(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])(?=[ \t\u00a0])/y;

export const Comment = createToken({ name: "Comment", pattern: /#[^\r\n]*/, group: "comments" });
export const Blank = createToken({ name: "Blank", pattern: /[ \t\u00a0\ufeff]+/, group: Lexer.SKIPPED });
export const NewLine = createToken({ name: "NewLine", pattern: /\r\n|\r|\n/, line_breaks: true });
/** Anything no other token takes; the parser says so at its place. */
export const Stray = createToken({ name: "Stray", pattern: /[\s\S]/, line_breaks: true });

/** Made by the layout, never matched in text. */
export const Indent = createToken({ name: "Indent", pattern: Lexer.NA });
export const Dedent = createToken({ name: "Dedent", pattern: Lexer.NA });

/** In order of trial: longer keywords before shorter ones, words last. */
export const lexerTokens: TokenType[] = [
  Blank,
  NewLine,
  Bullet,
  Comment,
  Text,
  UnterminatedText,
  Comma,
  Colon,
  Semicolon,
  LeftBracket,
  RightBracket,
  Sign,
  And,
  Or,
  Not,
  Unless,
  LooselyOf,
  AtLeastOf,
  ExactlyOf,
  AnyOf,
  AllOf,
  NoneOf,
  WaivedIf,
  ButNotIf,
  AppliesWhen,
  AdoptedBy,
  RestsOn,
  ExcludedIf,
  OnlyIf,
  NotCovered,
  Covered,
  RedFlagIf,
  LimitedTo,
  OtherwiseNotAddressed,
  SuchAs,
  ReadAs,
  AskedFor,
  ChangedBecause,
  TakenAwayBecause,
  FilledInBecause,
  Attests,
  Always,
  Never,
  Accept,
  When,
  Requires,
  Guideline,
  Fact,
  Scale,
  Codes,
  Define,
  Service,
  Example,
  Score,
  Table,
  Schedule,
  Authority,
  If,
  As,
  Cite,
  Source,
  Effective,
  Needs,
  Use,
  Changes,
  CountedOnce,
  Note,
  Because,
  Where,
  Expect,
  Word,
  Stray,
];

export const parserTokens: TokenType[] = [...lexerTokens, Running, Indent, Dedent];
