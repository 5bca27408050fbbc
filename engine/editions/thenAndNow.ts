import { type Checked, type Diagnostic, lineStarts, nameKey, positionAt } from "../../dsl/index.ts";
import { type CaseDeterminations, determine, type Determination, type Finding } from "../determine/index.ts";
import { caseReader, type GuidelineSet, namesDeclared, readSet, type SetFile } from "../set/index.ts";
import type { Answer, Case, Outcome } from "../values/index.ts";
import { decodeCase } from "../values/case/index.ts";

/** The texts of a set at one time, and what to call it: a version, `draft`. */
export interface Edition {
  readonly name: string;
  readonly files: readonly SetFile[];
}

/** What both editions say; `null` where one says nothing of it. */
export interface Both<T> {
  readonly before: T;
  readonly now: T;
}

/** One case under two editions, service by service, criterion by criterion. Plain data. */
export interface ThenAndNow {
  readonly case: string;
  readonly editions: Both<string>;
  /** What the case says that only the other edition knows: one is determined without it. */
  readonly leftOut: Both<readonly string[]>;
  readonly services: readonly ServiceThenAndNow[];
}

export interface ServiceThenAndNow {
  readonly service: string;
  readonly outcome: Both<Outcome>;
  readonly guideline: Both<string | null>;
  readonly criteria: readonly CriterionThenAndNow[];
}

export interface CriterionThenAndNow {
  readonly criterion: string;
  /** What it was, where that is not what it is: `weight at least 90 kg`. */
  readonly formerly: string | null;
  readonly answer: Both<Answer | null>;
  readonly text: Both<TextInFile | null>;
  readonly change: "none" | "answer" | "text" | "answer and text" | "added" | "removed";
}

/** What a guideline says, at its place; lines from 1. */
export interface TextInFile {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** A sentence each, `edition: file:line: message`. */
export type Compared =
  | { readonly value: ThenAndNow; readonly problems: null }
  | { readonly value: null; readonly problems: readonly string[] };

/** Determines a case with both editions, by the engine of today, and says what changed and by which text. */
export function thenAndNow(caseText: string, editions: Both<Edition>): Compared {
  const { value: of, diagnostics } = decodeCase({ name: casePath, text: caseText });
  if (of === null)
    return refused(
      diagnostics.map(({ message, span }) => `line ${lineOf(caseText, span.start)} of the case: ${message}`),
    );
  const sets = { before: readSet(ownFiles(editions.before)), now: readSet(ownFiles(editions.now)) };
  const before = determined(editions.before, sets.before, { caseText, other: sets.now.value });
  const now = determined(editions.now, sets.now, { caseText, other: sets.before.value });
  if (before.read === null || now.read === null) return refused([...before.problems, ...now.problems]);
  return { value: compared(of, editions, { before: before.read, now: now.read }), problems: null };
}

const refused = (problems: readonly string[]): Compared => ({ value: null, problems });

const casePath = "cases/(this case).yaml";

/** A finding, and the file it stands in unless it says another. */
interface Placed {
  readonly finding: Finding;
  readonly file: string | null;
}

interface Read {
  readonly value: CaseDeterminations;
  readonly texts: ReadonlyMap<string, string>;
  readonly leftOut: readonly string[];
}

const ownFiles = ({ files }: Edition): readonly SetFile[] => files.filter(({ path }) => !path.startsWith("cases/"));

/**
 * What the edition does not know of a case and the other does is left out of it. What neither declares is a slip, and stays
 * one.
 */
function determined(
  { name, files }: Edition,
  { value: set, diagnostics }: Checked<GuidelineSet>,
  { caseText, other }: { readonly caseText: string; readonly other: GuidelineSet },
): { readonly read: Read | null; readonly problems: readonly string[] } {
  const texts = new Map([...files.map(({ path, text }) => [path, text] as const), [casePath, caseText]]);
  const {
    asked,
    leftOut,
    diagnostics: ofCase,
  } = caseReader(set)({ name: casePath, text: caseText }, namesDeclared(other));
  const { value, diagnostics: said } = asked === null ? nothing(set) : determine(set, asked);
  const errors = [...diagnostics, ...ofCase, ...said].filter((each) => each.severity === "error");
  const problems = errors.map((error) => sentence(name, error, texts.get(error.file) ?? ""));
  return problems.length > 0 ? { read: null, problems } : { read: { value, texts, leftOut }, problems };
}

function nothing(set: GuidelineSet): ReturnType<typeof determine> {
  return { value: { case: "", set: set.name, determinations: [] }, diagnostics: [] };
}

function sentence(name: string, { message, file, span }: Diagnostic, text: string): string {
  const place =
    file === casePath ? `line ${lineOf(text, span.start)} of the case` : `${file}:${lineOf(text, span.start)}`;
  return `${name}: ${place}: ${message}`;
}

function lineOf(text: string, offset: number): number {
  return positionAt(lineStarts(text), offset).line;
}

/** Both determined the same requests, in the order of the case. */
function compared(of: Case, editions: Both<Edition>, read: Both<Read>): ThenAndNow {
  const services = read.now.value.determinations.flatMap((now, at) => {
    const before = read.before.value.determinations[at];
    return before === undefined ? [] : [service({ before, now }, read)];
  });
  const leftOut = { before: read.before.leftOut, now: read.now.leftOut };
  return { case: of.title, editions: { before: editions.before.name, now: editions.now.name }, leftOut, services };
}

function service({ before, now }: Both<Determination>, read: Both<Read>): ServiceThenAndNow {
  return {
    service: now.service,
    outcome: { before: before.outcome, now: now.outcome },
    guideline: { before: before.governing?.guideline ?? null, now: now.governing?.guideline ?? null },
    criteria: paired(findingsOf(before), findingsOf(now)).map((pair) => criterion(pair, read)),
  };
}

function findingsOf({ findings, governing }: Determination): readonly Placed[] {
  return findings
    .flatMap(withParts)
    .map((finding) => ({ finding, file: finding.span.file ?? governing?.file ?? null }));
}

function withParts(of: Finding): readonly Finding[] {
  return [of, ...of.parts.flatMap(withParts)];
}

/**
 * Criteria that correspond, in the order of now; those that are gone last. First those of one name and role; what is left
 * of one name has moved, as `locking` does when `if locking` becomes `if locking OR swelling`; what is then left of the same words
 * with another number, or about the same fact, asks otherwise, as `weight at least 90 kg` does when it becomes `weight at least 85 kg`.
 */
function paired(before: readonly Placed[], now: readonly Placed[]): readonly Both<Placed | null>[] {
  const partners = new Map<Placed, Placed>();
  for (const keyOf of [roleAndName, nameOnly, roleAndWords, roleAndFact]) pairUp(before, now, keyOf, partners);
  const found = new Set(partners.values());
  const pairs = now.map((placed) => ({ before: partners.get(placed) ?? null, now: placed }));
  return [...pairs, ...before.filter((one) => !found.has(one)).map((one) => ({ before: one, now: null }))];
}

const nameOnly = ({ finding: { criterion: name } }: Placed): string => nameKey(name);
const roleAndName = (of: Placed): string => `${of.finding.role} ${nameOnly(of)}`;
const roleAndWords = (of: Placed): string => roleAndName(of).replaceAll(/\d+(?:[.,]\d+)*/g, "#");
const roleAndFact = ({ finding: { role, fact } }: Placed): string | null =>
  fact === null ? null : `${role} ${nameKey(fact)}`;

/** Pairs what has no partner yet, in order, and notes by each of now its partner of before. `null`: none is looked for. */
function pairUp(
  before: readonly Placed[],
  now: readonly Placed[],
  keyOf: (of: Placed) => string | null,
  partners: Map<Placed, Placed>,
): void {
  const found = new Set(partners.values());
  const left = Map.groupBy(
    before.filter((one) => !found.has(one)),
    keyOf,
  );
  for (const one of now.filter((placed) => !partners.has(placed))) {
    const key = keyOf(one);
    const partner = key === null ? undefined : left.get(key)?.shift();
    if (partner !== undefined) partners.set(one, partner);
  }
}

function criterion({ before, now }: Both<Placed | null>, read: Both<Read>): CriterionThenAndNow {
  const answer = { before: before?.finding.answer ?? null, now: now?.finding.answer ?? null };
  const text = { before: before && textOf(before, read.before), now: now && textOf(now, read.now) };
  const [was, is] = [before?.finding.criterion ?? null, now?.finding.criterion ?? null];
  const formerly = was === null || is === null || nameKey(was) === nameKey(is) ? null : was;
  return { criterion: is ?? was ?? "", formerly, answer, text, change: changeOf(answer, text) };
}

/** The lines that a finding stands on. */
function textOf({ finding: { span }, file }: Placed, { texts }: Read): TextInFile | null {
  const whole = file === null ? undefined : texts.get(file);
  if (file === null || whole === undefined) return null;
  const start = whole.lastIndexOf("\n", span.start - 1) + 1;
  const end = whole.indexOf("\n", Math.max(span.start, span.end - 1));
  return { file, line: lineOf(whole, span.start), text: whole.slice(start, end < 0 ? undefined : end).trim() };
}

function changeOf(
  answer: CriterionThenAndNow["answer"],
  text: CriterionThenAndNow["text"],
): CriterionThenAndNow["change"] {
  if (answer.before === null) return "added";
  if (answer.now === null) return "removed";
  const [answers, texts] = [answer.before !== answer.now, text.before?.text !== text.now?.text];
  if (answers) return texts ? "answer and text" : "answer";
  return texts ? "text" : "none";
}
