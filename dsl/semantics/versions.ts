import { type Problem, problem } from "../diagnostic/index.ts";
import { cover } from "../source/index.ts";
import type { Clause, ClauseOf } from "../syntax/index.ts";
import { daysAfter } from "./calendar.ts";
import { qualifiers } from "./clauses.ts";
import type { CriterionReader } from "./criteria.ts";
import { readEffective } from "./header.ts";
import type { Expression, Version } from "./model.ts";
import { textOf } from "./remarks.ts";

type Effective = ClauseOf<"effective">;

/** The `effective from ... to ...` clauses of a definition, each with an `as` of its own below; `null` without any. */
export function readVersions(
  body: readonly Clause[],
  reader: CriterionReader,
): { readonly criterion: Expression | null; readonly problems: readonly Problem[] } | null {
  const clauses = body.filter((clause) => clause.kind === "effective");
  if (clauses.length === 0) return null;
  const problems: Problem[] = [];
  const outside = body.find((clause) => clause.kind === "as" || qualifiers.includes(clause.kind));
  if (outside) problems.push(alsoOutside(outside));
  const read = clauses.map((clause) => readVersion(clause, reader, problems));
  const versions = read.flatMap(({ version }) => version ?? []);
  problems.push(...overlapping(read));
  if (problems.length > 0 || versions.length < clauses.length) return { criterion: null, problems };
  const span = clauses.map((clause) => clause.span).reduce(cover);
  return { criterion: { kind: "by date", versions, span, text: "by service date" }, problems };
}

interface ReadVersion {
  readonly clause: Effective;
  readonly version: Version | null;
}

function readVersion(clause: Effective, reader: CriterionReader, problems: Problem[]): ReadVersion {
  const period = readEffective(clause, problems);
  const meaning = clause.body.find((inner) => inner.kind === "as");
  if (meaning?.kind !== "as") {
    problems.push(withoutMeaning(clause));
    return { clause, version: null };
  }
  const criterion = reader.readQualified(meaning.criterion, clause.body, textOf(clause.body));
  return { clause, version: criterion && { ...period, criterion } };
}

function overlapping(read: readonly ReadVersion[]): readonly Problem[] {
  return read.flatMap(({ clause, version }, index) => {
    const other = read.slice(0, index).find((before) => before.version && version && meet(before.version, version));
    return other ? [overlap(clause)] : [];
  });
}

function meet(one: Version, other: Version): boolean {
  return startsBy(one.from, other.to) && startsBy(other.from, one.to);
}

const startsBy = (from: string | null, to: string | null): boolean => from === null || to === null || from <= to;

/** The first stretch of `within` on which no version is in force. */
export function uncovered(
  versions: readonly Version[],
  within: { readonly from: string | null; readonly to: string | null },
): { readonly from: string | null; readonly to: string | null } | null {
  let open = within.from;
  for (const { from, to } of versions.toSorted((a, b) => (a.from ?? "").localeCompare(b.from ?? ""))) {
    if (to !== null && open !== null && to < open) continue;
    if (open !== null && within.to !== null && open > within.to) return null;
    if (from !== null && (open === null || from > open)) return { from: open, to: daysAfter(from, -1) };
    if (to === null) return null;
    open = daysAfter(to, 1);
  }
  return open !== null && within.to !== null && open > within.to ? null : { from: open, to: within.to };
}

function alsoOutside({ kind, span }: Clause): Problem {
  return problem(
    "E0255",
    span,
    `This definition means different things at different times, so \`${kind}\` has no place here.`,
    {
      hint: `Put \`${kind}\` below the \`effective from\` that it belongs to.`,
    },
  );
}

function withoutMeaning({ span }: Effective): Problem {
  return problem("E0255", span, "What the definition means in this time is missing.", {
    hint: "Write it on the line below, indented: `as months of pain at least 3`.",
  });
}

function overlap({ span }: Effective): Problem {
  return problem("E0253", span, "On some service dates two meanings of this definition are in force.", {
    hint: "Both days belong to a period. End one the day before the next begins.",
  });
}
