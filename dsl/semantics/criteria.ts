import { type Problem, problem } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import { type Clause, type Criterion, inOneLine, type Item, type Run, type Word } from "../syntax/index.ts";
import { beginsFaulty, entryEnvironment, type Environment, type ListShape } from "./environment.ts";
import type { Calculation, Expression, Requirement, Text } from "./model.ts";
import { runText, splitAtCommas } from "./names.ts";
import { spanOfWords } from "./phrases.ts";
import { readings } from "./readings.ts";
import type { ListMeaning, Reading, Use } from "./reading.ts";
import { textOf } from "./remarks.ts";
import { endBehindWhere, joinedWithWhere, withoutList } from "./behindWhere.ts";
import { unread } from "./unread/index.ts";
import { withoutRequires } from "./requirements.ts";
import { waivedLine } from "./waivedLine.ts";

/** Resolves the criteria of one declaration; collects problems, uses of names and codes on the way. */
export class CriterionReader {
  readonly problems: Problem[] = [];
  readonly uses: Use[] = [];
  /** Comparisons of facts with each other, found in phrases. */
  readonly calculations: Calculation[] = [];
  private readonly text: string;
  private readonly environment: Environment;

  constructor(text: string, environment: Environment) {
    this.text = text;
    this.environment = environment;
  }

  /** Null where a criterion or a part of it cannot be read; why is among the problems. */
  read(criterion: Criterion): Expression | null {
    switch (criterion.kind) {
      case "phrase":
        return this.readPhrase(criterion.run, criterion.span, null);
      case "selection":
        return this.readPhrase(criterion.run, criterion.span, criterion.where);
      case "brackets":
        return this.read(criterion.inner);
      case "faulty":
        for (const operand of criterion.operands) this.read(operand);
        return null;
      case "not": {
        const operand = this.read(criterion.operand);
        return operand && { kind: "not", operand, ...this.written(criterion.span) };
      }
      case "and":
      case "or":
        return this.joined(
          criterion.kind === "and" ? "all" : "any",
          criterion.operands.map((operand) => this.read(operand)),
          criterion.span,
        );
      case "group":
        return this.readGroup(criterion);
    }
  }

  /** `criterion` with the `waived if` and `but not if` lines below it. */
  readQualified(criterion: Criterion, clauses: readonly Clause[], text: Text = untold): Expression | null {
    const wide = waivedLine(criterion, clauses, this.text);
    if (wide) this.problems.push(wide);
    return this.qualify(this.read(criterion), clauses, text);
  }

  private qualify(criterion: Expression | null, clauses: readonly Clause[], text: Text): Expression | null {
    const waivers = this.readAll(clauses, "waived if");
    const exceptions = this.readAll(clauses, "but not if");
    const requirements = this.readRequirements(clauses);
    if (!criterion || waivers === null || exceptions === null || requirements === null) return null;
    const bare =
      waivers.length + exceptions.length + requirements.length === 0 &&
      text.wording === null &&
      text.citation === null &&
      text.notes.length === 0;
    if (bare) return criterion;
    const { span, text: words, label } = criterion;
    return {
      kind: "qualified",
      criterion,
      waivers,
      exceptions,
      requirements,
      ...text,
      span,
      text: words,
      ...(label === undefined ? {} : { label }),
    };
  }

  /** `when C`, and below it each `requires R`. */
  private readRequirements(clauses: readonly Clause[]): readonly Requirement[] | null {
    const all = clauses.flatMap((clause) => {
      if (clause.kind !== "when") return [];
      const silent = withoutRequires(clause, this.text);
      if (silent) {
        this.problems.push(silent);
        return [null];
      }
      const when = this.read(clause.criterion);
      const required = this.readAll(clause.body, "requires");
      return !when || !required ? [null] : required.map((requires) => ({ when, requires, ...textOf(clause.body) }));
    });
    return withoutGaps(all);
  }

  /** Null when one of them cannot be read. */
  readAll(
    clauses: readonly Clause[],
    kind: "waived if" | "but not if" | "requires" | "limited to",
  ): readonly Expression[] | null {
    return withoutGaps(clauses.flatMap((clause) => (clause.kind === kind ? [this.read(clause.criterion)] : [])));
  }

  private readPhrase(run: Run, span: Span, where: Criterion | null): Expression | null {
    const { words } = run;
    const unfit = longStretch(words) ?? wordingAmong(words);
    if (unfit) {
      this.problems.push(unfit);
      return null;
    }
    if (beginsFaulty(words, this.environment)) return null;
    const all = readingsOf(words, this.environment);
    if (where && !all.some(({ meaning }) => meaning.kind === "list test")) {
      this.problems.push(withoutList(run, where, this.text, this.environment));
      return null;
    }
    const clean = distinct(all.filter((reading) => reading.problems.length === 0));
    const [only, other] = clean;
    if (only && !other) return this.accept(only, span, where);
    if (only && other) this.problems.push(twoReadings(run.span, runText(run), clean));
    else this.problems.push(...(endBehindWhere(all, where, this.text) ?? this.unreadPhrase(words, all, where)));
    return null;
  }

  private unreadPhrase(words: readonly Word[], all: readonly Reading[], where: Criterion | null): readonly Problem[] {
    return unread(words, all, this.environment).map((found) => joinedWithWhere(found, where));
  }

  private accept(reading: Reading, span: Span, where: Criterion | null): Expression | null {
    const { named, nameSpan, meaning, others = [] } = reading;
    this.uses.push({ key: named.key, kind: named.kind, span: nameSpan }, ...others);
    if (reading.calculation) this.calculations.push(reading.calculation);
    if (meaning.kind === "list test") return this.listTest(reading, meaning, span, where);
    if (meaning.kind === "criterion" || meaning.kind === "table test" || meaning.kind === "interval test")
      return { ...meaning, ...this.written(span) };
    return { kind: "test", test: meaning, ...this.written(span) };
  }

  /** What `where` asks is read with the fields of the list as its only names. */
  private listTest({ named }: Reading, meaning: ListMeaning, span: Span, where: Criterion | null): Expression | null {
    const { kind, subset, every, when, interval, ranges, ...test } = meaning;
    const asked =
      where && (named.kind === "list" || named.kind === "subset") ? this.readEntry(where, named.list) : null;
    if (where && !asked) return null;
    if (every && !asked) this.problems.push(everyWithoutWhere(span));
    const denied: Expression | null =
      asked && every ? { kind: "not", operand: asked, span: asked.span, text: `not: ${asked.text}` } : asked;
    const belongs: Expression | null =
      subset === null ? null : { kind: "criterion", definition: subset, span, text: named.name };
    const dated: Expression | null = when && { kind: "test", ...when };
    const parts = [belongs, dated, denied].filter((part) => part !== null);
    const [one = null, other] = parts;
    const text = parts.map((part) => part.text).join(" AND ");
    const chosen: Expression | null = other ? { kind: "all", operands: parts, span, text } : one;
    const tested = { ...test, where: chosen };
    return interval
      ? { kind: "interval test", ...interval, time: { kind: "since latest", test: tested }, ...this.written(span) }
      : { kind, test: { ...tested, ranges }, ...this.inOneLine(span) };
  }

  /** A criterion about one entry of a list. */
  readEntry(where: Criterion, list: ListShape): Expression | null {
    const reader = new CriterionReader(this.text, entryEnvironment(list, this.environment));
    const read = reader.read(where);
    this.problems.push(...reader.problems);
    this.calculations.push(...reader.calculations.map((each) => ({ ...each, list: list.key })));
    const ofEntry = (use: Use): boolean => use.kind !== "code list" && use.of !== "case";
    this.uses.push(...reader.uses.map((use) => (ofEntry(use) ? { ...use, key: `${list.key} · ${use.key}` } : use)));
    return read;
  }

  private readGroup(group: Criterion & { kind: "group" }): Expression | null {
    const { quantifier, items } = group;
    const operands = items.map((item) => this.readItem(item));
    if (quantifier.kind === "any" || quantifier.kind === "all" || quantifier.kind === "none")
      return this.joined(quantifier.kind, operands, group.span);
    if (quantifier.count < 1 || quantifier.count > items.length)
      this.problems.push(impossibleCount(quantifier.span, quantifier.count, items.length));
    const read = withoutGaps(operands);
    return read && { kind: quantifier.kind, count: quantifier.count, operands: read, ...this.written(group.span) };
  }

  private readItem(item: Item): Expression | null {
    const wide = waivedLine(item.criterion, item.body, this.text);
    if (wide) this.problems.push(wide);
    const criterion = this.read(item.criterion);
    const label = /^[-–—•*·▪◦‣\uf0b7o]$/.test(item.label) || item.label === "" ? undefined : item.label;
    const labelled = criterion && label !== undefined ? { ...criterion, label } : criterion;
    return this.qualify(labelled, item.body, textOf(item.body));
  }

  private joined(
    kind: "all" | "any" | "none",
    operands: readonly (Expression | null)[],
    span: Span,
  ): Expression | null {
    const read = withoutGaps(operands);
    return read && { kind, operands: read, ...this.written(span) };
  }

  /** Bullets of `where` in one line: `any treatment where all of: it failed; it lasted at least 6 weeks`. */
  private inOneLine(span: Span): { readonly span: Span; readonly text: string } {
    const lines = this.text.slice(span.start, span.end).split(/\r\n|\r|\n/);
    const [first = "", ...bullets] = lines.map((line) => line.trim()).filter((line) => line !== "");
    const rest = bullets.map((line) => line.replace(/^(?:[-–—•*·▪◦‣o]|\(?(?:\d{1,2}|[a-z])[.)])\s+/i, ""));
    const opens = / of:?$/.test(first) && rest.length > 0;
    const text = opens ? `${first.replace(/:$/, "")}: ${rest.join("; ")}` : [first, ...bullets].join(" ");
    return { span, text: text.replaceAll(/\s+/g, " ") };
  }

  private written(span: Span): { readonly span: Span; readonly text: string } {
    return { span, text: inOneLine(this.text.slice(span.start, span.end)) };
  }
}

/** Nothing is told of a criterion besides what it asks; its declaration has the wording. */
const untold: Text = { wording: null, citation: null, notes: [] };

/** As the words stand, or without the full stop that ends a pasted sentence. */
function readingsOf(words: readonly Word[], environment: Environment): readonly Reading[] {
  const all = readings(words, environment);
  const last = words.at(-1);
  if (!last?.text.endsWith(".") || all.some(({ problems }) => problems.length === 0)) return all;
  const ended = { ...last, text: last.text.slice(0, -1) };
  const sentence = readings([...words.slice(0, -1), ended], environment);
  return sentence.some(({ problems }) => problems.length === 0) ? sentence : all;
}

function everyWithoutWhere(span: Span): Problem {
  return problem("E0222", span, "`every` does not say what must be so of each.", {
    hint: "Go on with `where` and what is asked of an entry: `every imaging study where its result is inconclusive`.",
  });
}

function withoutGaps<T>(read: readonly (T | null)[]): readonly T[] | null {
  const there = read.filter((one) => one !== null);
  return there.length === read.length ? there : null;
}

/** Readings that mean different things; two spellings of one test are one. */
function distinct(all: readonly Reading[]): readonly Reading[] {
  const byMeaning = new Map(all.map((reading) => [JSON.stringify(reading.meaning), reading]));
  return [...byMeaning.values()];
}

function twoReadings(span: Span, phrase: string, all: readonly Reading[]): Problem {
  const shown = all.map(({ named, operator, meaning }) =>
    meaning.kind === "list test"
      ? `the ${named.kind} \`${named.name}\` and asks \`${phrase}\` of its entries`
      : operator === "yes" || operator === "met"
        ? `the ${named.kind} \`${named.name}\``
        : `the ${named.kind} \`${named.name}\` and asks whether it \`${phrase.slice(named.name.length).trim()}\``,
  );
  const ofIt = /^it (is (?:not )?)in (.*)$/i.exec(phrase);
  return problem("E0202", span, `\`${phrase}\` can be read in ${all.length === 2 ? "two" : all.length} ways.`, {
    hint: ofIt
      ? `It may mean ${all.map(({ named }) => `\`its ${named.name}\``).join(" or ")}. Say which: \`its ${all[0]?.named.name ?? ""} ${ofIt[1] ?? ""}the same as ${ofIt[2] ?? ""}\`.`
      : `It names ${shown.join(", or ")}. Rename one of them so that only one reading is left.`,
  });
}

/** More words without a comma are pasted prose, not a name and a test. */
const mostWords = 60;

function longStretch(words: readonly Word[]): Problem | null {
  const long = splitAtCommas(words).find((stretch) => stretch.length > mostWords);
  if (!long) return null;
  return problem("E0114", spanOfWords(long), `These ${long.length} words stand together as if they were one name.`, {
    hint: "Give each thing that is asked a short name with `fact`, join the names with AND and OR, and keep published wording in quotes on a line of its own.",
  });
}

/** `imaging if "new weakness"` */
function wordingAmong(words: readonly Word[]): Problem | null {
  const quoted = words.find((word) => word.quoted);
  if (!quoted) return null;
  return problem(
    "E0215",
    quoted.span,
    "Words in quotes are published wording, and wording decides nothing by itself.",
    {
      hint: "Write the name of a fact or a definition here, and the wording in quotes on the line below that fact or definition.",
    },
  );
}

function impossibleCount(span: Span, count: number, of: number): Problem {
  return problem("E0210", span, `${count} of ${of} ${of === 1 ? "criterion" : "criteria"} cannot be asked for.`, {
    hint: of === 1 ? "The list holds one criterion; ask for it without a list." : `Ask for a number from 1 to ${of}.`,
  });
}
