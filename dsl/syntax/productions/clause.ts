import { EOF, type IToken, type TokenType } from "chevrotain";
import { cover } from "../../source/index.ts";
import type { Clause, Quoted, Run, Term } from "../ast.ts";
import {
  AdoptedBy,
  RestsOn,
  AppliesWhen,
  As,
  AskedFor,
  Attests,
  Because,
  Bullet,
  ButNotIf,
  ChangedBecause,
  Changes,
  Cite,
  Colon,
  Comma,
  CountedOnce,
  Dedent,
  Effective,
  Expect,
  FilledInBecause,
  Indent,
  LeftBracket,
  LimitedTo,
  Needs,
  NewLine,
  Note,
  ReadAs,
  Requires,
  RightBracket,
  Source,
  SuchAs,
  TakenAwayBecause,
  Text,
  UnterminatedText,
  Use,
  WaivedIf,
  When,
  Running,
} from "../tokens.ts";
import { wordsOf } from "../words.ts";
import type { Rule } from "./base.ts";
import { spanOf, tokenSpan } from "./base.ts";
import { CriterionParser } from "./criterion.ts";

/** The indented lines below a declaration, a bullet or another clause. */
export abstract class ClauseParser extends CriterionParser {
  /** Whether a bullet begins a row of a table; one production file further on. */
  protected rowsExpected = false;
  protected abstract readonly row: Rule<Clause>;
  /** Below a definition with a type, `as` is followed by arithmetic. */
  protected calculates = false;

  protected readonly tail: Rule<Clause[]> = this.RULE("tail", () => {
    const clauses: Clause[] = [];
    this.OR({
      MAX_LOOKAHEAD: 1,
      DEF: [
        { GATE: () => this.ended === "line", ALT: () => this.ownBlock(clauses) },
        { GATE: () => this.ended === "block open", ALT: () => this.restOfBlock(clauses) },
        { ALT: () => this.ACTION(() => undefined) },
      ],
    });
    this.ACTION(() => {
      this.ended = "line";
    });
    return clauses;
  });

  private ownBlock(clauses: Clause[]): void {
    this.CONSUME(NewLine);
    this.OPTION(() => {
      this.CONSUME(Indent);
      this.MANY(() => {
        clauses.push(this.SUBRULE(this.clause));
      });
      this.CONSUME(Dedent);
    });
  }

  private restOfBlock(clauses: Clause[]): void {
    this.AT_LEAST_ONE(() => {
      clauses.push(this.SUBRULE2(this.clause));
    });
    this.CONSUME2(Dedent);
  }

  private readonly clause: Rule<Clause> = this.RULE("clause", () => {
    this.ACTION(() => {
      this.ended = "line";
    });
    return this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { GATE: () => this.calculates, ALT: () => this.SUBRULE(this.calculation) },
        { GATE: () => this.entryFollows(), ALT: () => this.SUBRULE2(this.line) },
        { ALT: () => this.SUBRULE(this.criterionClause) },
        { ALT: () => this.SUBRULE(this.whenClause) },
        { ALT: () => this.SUBRULE(this.effective) },
        { ALT: () => this.SUBRULE(this.remark) },
        { ALT: () => this.SUBRULE(this.readAs) },
        { ALT: () => this.SUBRULE(this.runClause) },
        { GATE: () => this.titleFollows(), ALT: () => this.SUBRULE(this.otherGuideline) },
        { ALT: () => this.SUBRULE(this.askedFor) },
        { ALT: () => this.SUBRULE(this.expectation) },
        { GATE: () => this.rowsExpected, ALT: () => this.SUBRULE(this.row) },
        { GATE: () => this.LA(1).tokenType === Bullet && this.isRanked, ALT: () => this.SUBRULE(this.rank) },
        { GATE: () => this.LA(1).tokenType === Bullet && this.colonFollows(), ALT: () => this.SUBRULE(this.listEntry) },
        { ALT: () => this.SUBRULE(this.line) },
      ],
    });
  });

  /** `as a AND b`, `waived if c`, `but not if d`, `applies when e` */
  private readonly criterionClause: Rule<Clause> = this.RULE("criterionClause", () => {
    const keyword = this.OR([
      { ALT: () => this.CONSUME(As) },
      { ALT: () => this.CONSUME(WaivedIf) },
      { ALT: () => this.CONSUME(ButNotIf) },
      { ALT: () => this.CONSUME(AppliesWhen) },
      { ALT: () => this.CONSUME(LimitedTo) },
      { ALT: () => this.CONSUME(Requires) },
    ]);
    const said = this.OPTION(() => this.SUBRULE(this.criterion));
    this.endOfClause();
    return this.ACTION(() => {
      const criterion = said ?? this.missingAfter(keyword);
      const kind = criterionKinds[keyword.tokenType.name as keyof typeof criterionKinds]; // one of those consumed above
      return { kind, criterion, span: cover(tokenSpan(keyword), criterion.span) };
    });
  });

  /** `when overlapping part imaged`, and below it `requires prior result inconclusive` */
  private readonly whenClause: Rule<Clause> = this.RULE("whenClause", () => {
    const keyword = this.CONSUME(When);
    const said = this.OPTION(() => this.SUBRULE(this.criterion));
    const body = this.SUBRULE(this.tail);
    return this.ACTION(() => {
      const criterion = said ?? this.missingAfter(keyword);
      const end = body.at(-1)?.span ?? criterion.span;
      return { kind: "when", criterion, body, span: cover(tokenSpan(keyword), end) } as const;
    });
  });

  /** `effective from 2009-06-18 to 2016-12-31`; below it, in a definition, what it means in that time. */
  private readonly effective: Rule<Clause> = this.RULE("effective", () => {
    const keyword = this.CONSUME(Effective);
    const run = this.OPTION(() => this.SUBRULE(this.run));
    const body = this.SUBRULE(this.tail);
    return this.ACTION(() => {
      const after = tokenSpan(keyword).end;
      const words: Run = run ?? { words: [], span: { start: after, end: after } };
      const end = body.at(-1)?.span ?? words.span;
      return { kind: "effective", run: words, body, span: cover(tokenSpan(keyword), end) } as const;
    });
  });

  /** `as weight divided by (height times height)` */
  private readonly calculation: Rule<Clause> = this.RULE("calculation", () => {
    const keyword = this.CONSUME(As);
    const terms = this.SUBRULE(this.terms);
    this.CONSUME(NewLine);
    return this.ACTION(() => {
      const span = terms.map((term) => term.span).reduce(cover, tokenSpan(keyword));
      return { kind: "as number", terms, span } as const;
    });
  });

  private readonly terms: Rule<readonly Term[]> = this.RULE("terms", () => {
    const parts: (IToken | Term)[] = [];
    this.MANY(() => {
      this.OR([
        { ALT: () => parts.push(this.CONSUME(Running)) },
        { ALT: () => parts.push(this.SUBRULE(this.bracketed)) },
      ]);
    });
    return this.ACTION(() => parts.flatMap((part): readonly Term[] => ("image" in part ? wordsOf(part) : [part])));
  });

  private readonly bracketed: Rule<Term> = this.RULE("bracketed", () => {
    const left = this.CONSUME(LeftBracket);
    const terms = this.SUBRULE(this.terms);
    const right = this.CONSUME(RightBracket);
    return this.ACTION(() => ({ terms, span: cover(tokenSpan(left), tokenSpan(right)) }));
  });

  /** A clause that ended in bullets has no line end of its own. */
  private endOfClause(): void {
    this.OPTION1({
      GATE: () => this.ended === "line",
      DEF: () => this.CONSUME(NewLine),
    });
  }

  /** `"published wording"`, `note "..."`, `such as "..."`, `reviewer attests "..."`, `changed because "..."`, `taken away because "..."`, `filled in by engine because "..."` */
  private readonly remark: Rule<Clause> = this.RULE("remark", () => {
    const keyword = this.OPTION(() =>
      this.OR([
        { ALT: () => this.CONSUME(Note) },
        { ALT: () => this.CONSUME(SuchAs) },
        { ALT: () => this.CONSUME(ChangedBecause) },
        { ALT: () => this.CONSUME(TakenAwayBecause) },
        { ALT: () => this.CONSUME(FilledInBecause) },
        { ALT: () => this.CONSUME(Attests) },
      ]),
    );
    const text = this.SUBRULE(this.quoted);
    this.CONSUME(NewLine);
    return this.ACTION(() => {
      const kind = remarks.get(keyword?.tokenType) ?? "wording";
      return { kind, text, span: keyword ? cover(tokenSpan(keyword), text.span) : text.span } as const;
    });
  });

  /** `read as "at least six weeks" because "the source says over six weeks in one place"` */
  private readonly readAs: Rule<Clause> = this.RULE("readAs", () => {
    const keyword = this.CONSUME(ReadAs);
    const text = this.SUBRULE(this.quoted);
    const because = this.OPTION(() => {
      this.CONSUME(Because);
      return this.SUBRULE2(this.quoted);
    });
    this.CONSUME(NewLine);
    return this.ACTION(
      () =>
        ({
          kind: "read as",
          text,
          because: because ?? null,
          span: cover(tokenSpan(keyword), (because ?? text).span),
        }) as const,
    );
  });

  /** `cite page 178`, `source "...", pages 177-179`, `needs objective evidence` */
  private readonly runClause: Rule<Clause> = this.RULE("runClause", () => {
    const keyword = this.OR([
      { ALT: () => this.CONSUME(Cite) },
      { ALT: () => this.CONSUME(Source) },
      { ALT: () => this.CONSUME(AdoptedBy) },
      { ALT: () => this.CONSUME(RestsOn) },
      { ALT: () => this.CONSUME(Needs) },
      { ALT: () => this.CONSUME(CountedOnce) },
    ]);
    const run = this.OPTION(() => this.SUBRULE(this.run));
    this.CONSUME(NewLine);
    return this.ACTION(() => {
      const kinds = {
        Cite: "cite",
        Source: "source",
        AdoptedBy: "adopted by",
        RestsOn: "rests on",
        Needs: "needs",
        CountedOnce: "counted once",
      } as const;
      const kind = kinds[keyword.tokenType.name as keyof typeof kinds]; // one of the six consumed above
      const after = tokenSpan(keyword).end;
      const words: Run = run ?? { words: [], span: { start: after, end: after } };
      return { kind, run: words, span: cover(tokenSpan(keyword), words.span) };
    });
  });

  /** `use "Shared definitions"`, `use failed program, severe pain from "Shared definitions"`, `changes "Neck complaints"` */
  private readonly otherGuideline: Rule<Clause> = this.RULE("otherGuideline", () => {
    const keyword = this.OR([{ ALT: () => this.CONSUME(Use) }, { ALT: () => this.CONSUME(Changes) }]);
    const run = this.SUBRULE(this.run);
    this.CONSUME(NewLine);
    return this.ACTION(() => {
      const kind = keyword.tokenType === Use ? "use" : "changes";
      return { kind, run, span: cover(tokenSpan(keyword), run.span) } as const;
    });
  });

  /** `use` and `changes` begin a clause only before a title: a fact or a field may be called so. */
  private titleFollows(): boolean {
    const first = this.LA(1).tokenType;
    if (first !== Use && first !== Changes) return false;
    for (let ahead = 2; ; ahead += 1) {
      const { tokenType } = this.LA(ahead);
      if (tokenType === Text || tokenType === UnterminatedText) return true;
      if (tokenType === NewLine || tokenType === EOF || tokenType === Colon) return false;
    }
  }

  /** `asked for` and below it fields such as `types of unit: whole number` */
  private readonly askedFor: Rule<Clause> = this.RULE("askedFor", () => {
    const keyword = this.CONSUME(AskedFor);
    const body = this.SUBRULE(this.tail);
    return this.ACTION(
      () =>
        ({
          kind: "asked for",
          body,
          span: cover(tokenSpan(keyword), body.at(-1)?.span ?? tokenSpan(keyword)),
        }) as const,
    );
  });

  /** `expect home oxygen: information needed` */
  private readonly expectation: Rule<Clause> = this.RULE("expectation", () => {
    const keyword = this.CONSUME(Expect);
    const name = this.SUBRULE(this.run);
    this.CONSUME(Colon);
    const value = this.SUBRULE2(this.run);
    this.CONSUME(NewLine);
    return this.ACTION(
      () => ({ kind: "expect", name, value, body: [], span: cover(tokenSpan(keyword), value.span) }) as const,
    );
  });

  /** `- activity: rest, breathing: room air, PO2: 57 mmHg` */
  private readonly listEntry: Rule<Clause> = this.RULE("listEntry", () => {
    const bullet = this.CONSUME(Bullet);
    const tokens: IToken[] = [];
    this.AT_LEAST_ONE(() => {
      this.OR([{ ALT: () => tokens.push(this.CONSUME(Running)) }, { ALT: () => tokens.push(this.CONSUME(Colon)) }]);
    });
    this.CONSUME(NewLine);
    return this.ACTION(() => {
      const fields = fieldsOf(tokens).map(({ name, value }) => ({ name: this.runOf(name), value: this.runOf(value) }));
      return { kind: "list entry", fields, span: cover(tokenSpan(bullet), spanOf(tokens)) } as const;
    });
  });

  /** `requires oxygen: yes` in an example: the words that begin a line may also be those of a fact. */
  private entryFollows(): boolean {
    if (!alsoNames.has(this.LA(1).tokenType)) return false;
    for (let ahead = 2; ; ahead += 1) {
      const { tokenType } = this.LA(ahead);
      if (tokenType === Colon)
        return this.LA(ahead + 1).tokenType !== NewLine && this.LA(ahead + 1).tokenType !== LeftBracket;
      if (tokenType === NewLine || tokenType === EOF) return false;
    }
  }

  /** `2. ACOEM, ODG when silent`, with its citation below */
  private readonly rank: Rule<Clause> = this.RULE("rank", () => {
    const bullet = this.CONSUME(Bullet);
    const run = this.SUBRULE(this.run);
    const body = this.SUBRULE(this.tail);
    return this.ACTION(
      () => ({ kind: "rank", run, body, span: cover(tokenSpan(bullet), body.at(-1)?.span ?? run.span) }) as const,
    );
  });

  /** Whether the line that begins here has a colon in it. */
  private colonFollows(): boolean {
    for (let ahead = 1; ; ahead += 1) {
      const { tokenType } = this.LA(ahead);
      if (tokenType === Colon) return true;
      if (tokenType === NewLine || tokenType === EOF) return false;
    }
  }

  /** `activity: rest`, or a line of words such as a service item. */
  private readonly line: Rule<Clause> = this.RULE("line", () => {
    const name = this.SUBRULE(this.run);
    const colon = this.OPTION(() => this.CONSUME(Colon));
    const value = this.OPTION2(() => this.SUBRULE2(this.run));
    const body = this.SUBRULE(this.tail);
    return this.ACTION(() => {
      if (!colon) return { kind: "line", run: name, body, span: name.span } as const;
      const after = tokenSpan(colon).end;
      const words: Run = value ?? { words: [], span: { start: after, end: after } };
      return {
        kind: "entry",
        name,
        value: words,
        body,
        span: cover(name.span, body.at(-1)?.span ?? words.span),
      } as const;
    });
  });
}

type Remark = Exclude<Extract<Clause, { text: Quoted }>["kind"], "wording" | "read as">;

const remarks: ReadonlyMap<TokenType | undefined, Remark> = new Map<TokenType | undefined, Remark>([
  [Note, "note"],
  [SuchAs, "such as"],
  [Attests, "reviewer attests"],
  [ChangedBecause, "changed because"],
  [TakenAwayBecause, "taken away because"],
  [FilledInBecause, "filled in by engine because"],
]);

const criterionKinds = {
  As: "as",
  WaivedIf: "waived if",
  ButNotIf: "but not if",
  AppliesWhen: "applies when",
  LimitedTo: "limited to",
  Requires: "requires",
} as const;

/** Keywords of clauses with which facts are named too: `when pain began`, `requires oxygen`, `limited to home`. */
const alsoNames: ReadonlySet<TokenType> = new Set([When, Requires, LimitedTo]);

/** Cuts at each colon: the words after the last comma before it are the next name. */
function fieldsOf(
  tokens: readonly IToken[],
): readonly { readonly name: readonly IToken[]; readonly value: readonly IToken[] }[] {
  const colons = tokens.flatMap((token, at) => (token.tokenType === Colon ? [at] : []));
  return colons.map((colon, index) => {
    const before = index === 0 ? -1 : lastComma(tokens, colons[index - 1] ?? 0, colon);
    const next = colons[index + 1];
    const end = next === undefined ? tokens.length : lastComma(tokens, colon, next);
    return { name: tokens.slice(before + 1, colon), value: tokens.slice(colon + 1, end) };
  });
}

function lastComma(tokens: readonly IToken[], from: number, to: number): number {
  const at = tokens.slice(from, to).findLastIndex((token) => token.tokenType === Comma);
  return at < 0 ? to - 1 : from + at;
}
