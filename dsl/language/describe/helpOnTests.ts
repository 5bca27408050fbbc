/** What is asked of the record, and of dates; patterns as in the language, without the date they end in. */
const tests: Readonly<Record<string, string>> = {
  "is documented as present": "the record affirms it",
  "is documented as absent": "the record denies it",
  "is not documented": "the record leaves it open",
  before: "on an earlier day",
  after: "on a later day",
  on: "on that very day",
  "on or before": "on that day or earlier",
  "on or after": "on that day or later",
  "within {a} before": "on that day or up to so long before it",
  "within {a} after": "on that day or up to so long after it",
  "at least {a} before": "so long before that day, or longer",
  "at least {a} after": "so long after that day, or longer",
  "more than {a} before": "longer before that day than this",
  "more than {a} after": "longer after that day than this",
  "less than {a} before": "before that day by less than this, or on it",
  "less than {a} after": "after that day by less than this, or on it",
};

/** Help on tests that are no row of the table of operators. */
export function helpOnTest(pattern: string): string {
  const bare = pattern.replace(/ (?:the )?(?:\{anchor\}|request date|service date)$/, "");
  return tests[bare] ?? "what is asked of it";
}

/** Words that say what is asked of a list, of a trial or in a calculation, wherever they stand. */
const words: readonly (readonly [RegExp, string])[] = [
  [/^any$/, "One or more entries of the list."],
  [/^no$/, "No entry of the list."],
  [/^every$/, "Each entry of the list; met when there is none."],
  [/^its$/, "A field of the entry."],
  [/^it$/, "The entry itself: how long it lasted, how it went."],
  [/^count of$/, "How many entries there are."],
  [/different$/, "How many different values the field has among the entries."],
  [/^consecutive$|^of (?:the )?consecutive$/, "The longest stretch that the entries cover together, without a break."],
  [/^in any$/, "The most there are in any closed stretch of this length."],
  [/^counting this one$/, "The one asked for is one of them."],
  [/^not counting this one$/, "Only others count, not the one asked for."],
  [/^if any$/, "Met when there is none."],
  [/^which there must be$/, "Not met when there is none."],
  [/^since the latest$/, "From the latest entry to the request date."],
  [/^between the latest$/, "From the latest entry to the day named."],
  [/^of (?:the )?latest$/, "Of the entry with the latest date."],
  [/^of (?:the )?earliest$/, "Of the entry with the earliest date."],
  [/^of$/, "The list whose entries are asked about."],
  [/^(?:plus|\+)$/, "Added; both measure the same."],
  [/^(?:minus|[-−–])$/, "Taken away; both measure the same."],
  [/^(?:times|[*×])$/, "Multiplied."],
  [/^(?:divided by|[/÷])$/, "Divided; where what it is divided by may be zero, the number stays open."],
  [/^in \S+$/, "The number alone, in this unit."],
  [/^(?:days|months) from$/, "The time from the first date to the second."],
  [/^percent (?:decrease|increase) from$/, "The change as a part of the earlier value."],
];

export function helpOnWords(written: string): string | null {
  const said = written.toLowerCase().replaceAll(/\s+/g, " ");
  return words.find(([pattern]) => pattern.test(said))?.[1] ?? null;
}
