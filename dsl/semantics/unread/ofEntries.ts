import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Word } from "../../syntax/index.ts";
import { entryEnvironment, type Environment } from "../environment.ts";
import { type Mention, mentions } from "../listMentions.ts";
import { wordKey, wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { isReadable, wordsFor } from "./readable.ts";

/** `the latest injection is successful`, `relief of every injection at least 50 %`, `any successful injection` */
export function ofEntries(words: readonly Word[], environment: Environment): Problem | null {
  if (environment.entry !== null) return null;
  for (const mention of mentions(words, environment))
    for (const way of [ofLatest, fieldOfEach, askedAfter, askedBefore, timeBetween]) {
      const written = way(mention, environment);
      if (written.length > 0) return said(words, [...new Set(written)]);
    }
  return entriesToName(words, environment);
}

function said(words: readonly Word[], written: readonly string[]): Problem {
  const span = spanOfWords(words);
  return problem("E0208", span, `\`${wordsText(words)}\` is not how entries of a list are asked about.`, {
    hint: `Write ${written.map((each) => `\`${each}\``).join(" or ")}.`,
    fixes: written.map((each) => replace(`Write ${each}`, span, each)),
  });
}

type Way = (mention: Mention, environment: Environment) => readonly string[];

const reads = ({ name }: Mention, text: string, environment: Environment): boolean =>
  name[0] !== undefined && isReadable(wordsFor(text, name[0]), environment);

/** `latest injection within 6 months before request date` as `date of the latest injection within ...` */
const ofLatest: Way = (mention, environment) => {
  const { named, before, after } = mention;
  const picked = /^(?:the )?(latest|earliest)$/i.exec(wordsText(before))?.[1]?.toLowerCase();
  if (picked === undefined || after.length === 0) return [];
  const entry = `of the ${picked} ${named.name}`;
  const [, denied, answered] = /^(?:is|was|has|had) (not )?(.+)$/i.exec(wordsText(after)) ?? [];
  const asked = answered === undefined ? "" : `${answered} ${entry}`;
  if (asked !== "" && reads(mention, asked, environment))
    return denied === undefined ? [asked] : [`NOT ${asked}`, `(any ${named.name} AND NOT ${asked})`];
  return named.list.fields
    .map(({ name }) => `${name} ${entry} ${wordsText(after)}`)
    .filter((written) => reads(mention, written, environment));
};

const quantifiers: Readonly<Record<string, string>> = {
  any: "any",
  no: "no",
  every: "every",
  each: "every",
  all: "every",
};

/** `all the`, `each` as `every`; what counts entries as it stands. */
function quantifier(words: readonly Word[]): string {
  const text = wordsText(words).replace(/ (?:of )?(?:the|these)$/i, "");
  return quantifiers[wordKey(text)] ?? text;
}

/** `every injection`, but `at least 2 injections` as it was written */
const entriesOf = (which: string, { named, name }: Mention): string =>
  `${which} ${quantifiers[which] === undefined ? wordsText(name) : named.name}`;

const ofOne = /\b(?:latest|earliest|since|between)\b/i;

/** `relief of every injection at least 50 %` as `every injection where its relief at least 50 %` */
const fieldOfEach: Way = (mention, environment) => {
  const { named, before, after } = mention;
  const of = before.findIndex(({ text }) => wordKey(text) === "of");
  const which = quantifier(before.slice(of + 1));
  if (of < 1 || quantifiers[which] === undefined) return [];
  const field = wordsText(before.slice(0, of)).replace(/^the /i, "");
  const asked = after.length === 0 ? `it is ${field}` : `its ${field} ${wordsText(after)}`;
  return readsOfEntry(mention, asked, environment) ? [`${which} ${named.name} where ${asked}`] : [];
};

/** `every injection is successful`, `any injection in the requested site` */
const askedAfter: Way = (mention, environment) => {
  const { before, after } = mention;
  const lead = entriesOf(quantifier(before), mention);
  if (before.length === 0 || after.length === 0 || !reads(mention, lead, environment)) return [];
  return testsOfEntry(mention, wordsText(after), environment).map((asked) => `${lead} where ${asked}`);
};

/** `any successful injection`, `at least 2 successful injections within 6 months before request date` */
const askedBefore: Way = (mention, environment) => {
  const { before, after } = mention;
  if (quantifiers[wordKey(before[0]?.text ?? "")] === "every" || ofOne.test(wordsText(before))) return [];
  for (let at = before.length - 1; at > 0; at--) {
    const lead = `${entriesOf(quantifier(before.slice(0, at)), mention)} ${wordsText(after)}`.trim();
    const asked = reads(mention, lead, environment)
      ? testsOfEntry(mention, wordsText(before.slice(at)), environment)
      : [];
    if (asked.length > 0) return asked.map((each) => `${lead} where ${each}`);
  }
  return [];
};

/** `every successful injection where ...`, `since the latest successful injection, if any`: of these entries only. */
function entriesToName(words: readonly Word[], environment: Environment): Problem | null {
  for (const mention of mentions(words, environment)) {
    const { named, before, after } = mention;
    for (let at = before.length - 1; at > 0; at--) {
      const which = wordsText(before.slice(at));
      if (!reads(mention, wordsText([...before.slice(0, at), ...mention.name, ...after]), environment)) continue;
      const meant = testsOfEntry(mention, which, environment).map((test) => `${named.name} where ${test}`);
      if (meant.length > 0) return nameThem(words, `${which} ${named.name}`, meant);
    }
  }
  return null;
}

function nameThem(words: readonly Word[], name: string, meant: readonly string[]): Problem {
  const declared = meant.map((entries) => `define ${name}\n  as ${entries}\n\n`);
  return problem("E0208", spanOfWords(words), `Which entries are meant by \`${name}\` is not said yet.`, {
    hint: `Name them: \`define ${name}\`, and on the line below it \`as ${meant[0] ?? ""}\`. Then this can be asked as it stands.`,
    fixes: declared.map((text, at) => replace(`Define ${name} as ${meant[at] ?? ""}`, { start: 0, end: 0 }, text)),
  });
}

/** What may be meant by `is successful`, `in the requested site`, `with relief at least 50 %` of one entry. */
function testsOfEntry(mention: Mention, text: string, environment: Environment): readonly string[] {
  const asked = text.replace(/^(?:that|which|with|having) (?:an? )?/i, "");
  const ofFields = mention.named.list.fields.flatMap(({ name }) => [`its ${name} ${asked}`, `its ${name} is ${asked}`]);
  const whole = [`it ${asked}`, `it is ${asked}`, `its ${asked}`].find((each) =>
    readsOfEntry(mention, each, environment),
  );
  return whole === undefined ? ofFields.filter((each) => readsOfEntry(mention, each, environment)) : [whole];
}

const readsOfEntry = (mention: Mention, text: string, environment: Environment): boolean =>
  reads(mention, text, entryEnvironment(mention.named.list, environment));

/** `at least 30 days between injections`: the entry asked for is held against the latest before it. */
const timeBetween: Way = (mention, environment) => {
  const { named, before, after } = mention;
  const said = /^(.+) between (?:(?:the|any two|two|each|all|consecutive|successive|repeat) ?)*$/i;
  const length = said.exec(`${wordsText(before)} `)?.[1];
  if (length === undefined || after.length > 0) return [];
  return ["if any", "which there must be"]
    .map((end) => `${length} since the latest ${named.name}, ${end}`)
    .filter((written) => reads(mention, written, environment));
};
