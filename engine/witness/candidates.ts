import { LOWEST } from "../../dsl/index.ts";
import { type Case, type Evidence, hull, type Statement } from "../values/index.ts";
import { type Allowed, allowedValues } from "./allowed.ts";
import { courses } from "./courses.ts";
import { dayOf } from "./draft.ts";
import { evidenceFor, isNeverEnough, type EvidenceWanted } from "./evidence.ts";
import { ordinaryValues } from "./ordinary/index.ts";
import type { Ask, Subject } from "./posed.ts";
import { daysLong, monthsLong, written, writtenInterval } from "./written.ts";

/** What may be said of a fact, the most ordinary first. Empty statements leave it unsaid. */
export interface Candidates {
  readonly subject: Subject;
  readonly statements: readonly (readonly Statement[])[];
  /** Whether nothing else that could be said would do. */
  readonly exhaustive: boolean;
  readonly allowed: Allowed;
  /** Evidence for a value that is not among the candidates; `null` where none can be enough. */
  readonly evidence: readonly (Evidence | null)[] | null;
  /** Whether there cannot be such evidence on any dates. */
  readonly never: boolean;
}

/** `more`: what is wanted of facts held against each other and of calculated numbers that rest on this one. */
export function candidatesFor(subject: Subject, more: readonly Ask[], dates: Case["dates"]): Candidates {
  const allowed = allowedValues(subject, dates);
  const unsaid = { subject, statements: [[]], exhaustive: true, allowed, evidence: null, never: false };
  const documenting = partsWith([...subject.asks, ...more], isDocumenting);
  if (documenting.size === 0) return unsaid;
  if (isSaidAndUnsaid(subject)) return { ...unsaid, statements: [], never: true };
  const { evidence, never } = evidenceOf(subject, documenting, dates);
  if (evidence === null) return { ...unsaid, statements: [], never };
  const { statements, exhaustive } = stated(subject, allowed, dates, evidence);
  return { subject, statements, exhaustive, allowed, evidence, never };
}

/** In one guideline to have a value, and not to be documented. */
function isSaidAndUnsaid({ asks }: Subject): boolean {
  const silent = partsWith(asks, wantsNothing);
  return asks.some((ask) => silent.has(ask.part) && isDocumenting(ask) && ask.quantity.window === undefined);
}

/**
 * Enough for those who are to know the fact, and not for those who are not; else, of a fact that may be known in part, enough for
 * those who are to know it. `never`: no such evidence on any dates.
 */
function evidenceOf(
  { declared, asks }: Subject,
  documenting: ReadonlySet<number>,
  dates: Case["dates"],
): Pick<Candidates, "evidence" | "never"> {
  const open = asks.filter(isLeavingOpen);
  const leftOpen = partsWith(open, () => true);
  const wanted = declared.flatMap(({ part, fact }): readonly EvidenceWanted[] =>
    documenting.has(part) || leftOpen.has(part) ? [{ needs: fact.needs, enough: documenting.has(part) }] : [],
  );
  const known = wanted.filter(({ enough }) => enough);
  const evidence = evidenceFor(wanted, dates);
  if (evidence !== null) return { evidence, never: false };
  const isWhole = open.every(({ quantity: { part } }) => part === "value" || part === "undocumented");
  if (isWhole) return { evidence: null, never: isNeverEnough(wanted, dates) };
  return { evidence: evidenceFor(known, dates), never: isNeverEnough(known, dates) };
}

/** `is not documented` is satisfied by saying nothing, and by nothing else. */
const wantsNothing = ({ quantity, values }: Ask): boolean =>
  quantity.part === "undocumented" && values !== null && values.every(({ low }) => low === 1);

const isDocumenting = (ask: Ask): boolean => ask.values !== null && !wantsNothing(ask);

const isLeavingOpen = (ask: Ask): boolean => ask.values === null || wantsNothing(ask);

const partsWith = (asks: readonly Ask[], is: (ask: Ask) => boolean): ReadonlySet<number> =>
  new Set(asks.filter(is).map(({ part }) => part));

function stated(
  subject: Subject,
  allowed: Allowed,
  dates: Case["dates"],
  evidence: readonly (Evidence | null)[],
): Pick<Candidates, "statements" | "exhaustive"> {
  const { fact, values } = allowed;
  const backed = (value: Statement["value"]): readonly Statement[] =>
    evidence.map((each) => ({ value, evidence: each }));
  if (fact.type.kind === "treatment trial")
    return { statements: courses(fact, subject.asks, dates).map(backed), exhaustive: false };
  const choice = ordinaryValues(fact, values, dayOf(dates, "request date"));
  const intervals = subject.asks.some(({ values: wanted }) => wanted === null) ? wholeInterval(allowed) : [];
  return {
    statements: [...choice.values.map((value) => backed(written(value, fact))), ...intervals.map(backed)],
    exhaustive: choice.exhaustive && allowed.exact,
  };
}

function wholeInterval({ fact, values }: Allowed): readonly Statement["value"][] {
  const [range] = hull(values);
  const interval = range === undefined ? null : writtenInterval(range, fact);
  return interval === null ? [] : [interval];
}

/**
 * What holds whatever may be said of a fact: what it leaves is left by each of its candidates, so that where even this
 * contradicts what is wanted, nothing will do. `null` where no statement says so much.
 */
export function relaxed({ subject, allowed, evidence, statements }: Candidates): readonly Statement[] | null {
  if (evidence === null) return statements.length === 0 ? null : [];
  const { fact, values, exact } = allowed;
  const said = fact.type.kind === "treatment trial" ? lengthsOf(subject.asks) : wholeInterval(allowed);
  const isWhole =
    fact.type.kind === "treatment trial" || (exact && said.length > 0 && values.every(({ low }) => low >= LOWEST));
  return isWhole ? said.flatMap((value) => evidence.map((each) => ({ value, evidence: each }))) : null;
}

/** The lengths wanted, in days and in months, as bounds. */
function lengthsOf(asks: readonly Ask[]): readonly Statement["value"][] {
  return asks.flatMap(({ quantity: { part }, values }) => {
    const say = part === "duration in days" ? daysLong : part === "duration in months" ? monthsLong : null;
    const [range] = hull(values ?? []);
    if (say === null || range === undefined || range.low < 0 || range.low > longestRead) return [];
    const lasted = range.high > longestRead ? `at least ${say(range.low)}` : `${say(range.low)} to ${say(range.high)}`;
    return [{ kind: "trial", response: null, duration: lasted, from: null, to: null }];
  });
}

/** Lengths of more than four digits are not read. */
const longestRead = 9_999;
