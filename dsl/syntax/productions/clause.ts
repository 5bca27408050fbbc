import { cover } from "../../source/index.ts";
import type { Clause, Run } from "../ast.ts";
import {
  AdoptedBy,
  AppliesWhen,
  As,
  AskedFor,
  Because,
  ButNotIf,
  Cite,
  Colon,
  Dedent,
  Effective,
  Expect,
  Indent,
  Needs,
  NewLine,
  Note,
  ReadAs,
  Source,
  SuchAs,
  WaivedIf,
} from "../tokens.ts";
import type { Rule } from "./base.ts";
import { tokenSpan } from "./base.ts";
import { CriterionParser } from "./criterion.ts";

/** The indented lines below a declaration, a bullet or another clause. */
export abstract class ClauseParser extends CriterionParser {
  protected readonly tail: Rule<Clause[]> = this.RULE("tail", () => {
    const clauses: Clause[] = [];
    this.OR([
      { GATE: () => this.ended === "line", ALT: () => this.ownBlock(clauses) },
      { GATE: () => this.ended === "block open", ALT: () => this.restOfBlock(clauses) },
      { ALT: () => this.ACTION(() => undefined) },
    ]);
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
        { ALT: () => this.SUBRULE(this.criterionClause) },
        { ALT: () => this.SUBRULE(this.remark) },
        { ALT: () => this.SUBRULE(this.readAs) },
        { ALT: () => this.SUBRULE(this.runClause) },
        { ALT: () => this.SUBRULE(this.askedFor) },
        { ALT: () => this.SUBRULE(this.expectation) },
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
    ]);
    const said = this.OPTION(() => this.SUBRULE(this.criterion));
    this.endOfClause();
    return this.ACTION(() => {
      const criterion = said ?? this.missingAfter(keyword);
      const kinds = { As: "as", WaivedIf: "waived if", ButNotIf: "but not if", AppliesWhen: "applies when" } as const;
      const kind = kinds[keyword.tokenType.name as keyof typeof kinds]; // one of the four consumed above
      return { kind, criterion, span: cover(tokenSpan(keyword), criterion.span) };
    });
  });

  /** A clause that ended in bullets has no line end of its own. */
  private endOfClause(): void {
    this.OPTION1({
      GATE: () => this.ended === "line",
      DEF: () => this.CONSUME(NewLine),
    });
  }

  /** `"published wording"`, `note "..."`, `such as "..."` */
  private readonly remark: Rule<Clause> = this.RULE("remark", () => {
    const keyword = this.OPTION(() =>
      this.OR([{ ALT: () => this.CONSUME(Note) }, { ALT: () => this.CONSUME(SuchAs) }]),
    );
    const text = this.SUBRULE(this.quoted);
    this.CONSUME(NewLine);
    return this.ACTION(() => {
      const kind = keyword?.tokenType === Note ? "note" : keyword?.tokenType === SuchAs ? "such as" : "wording";
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
      { ALT: () => this.CONSUME(Effective) },
      { ALT: () => this.CONSUME(Needs) },
    ]);
    const run = this.OPTION(() => this.SUBRULE(this.run));
    this.CONSUME(NewLine);
    return this.ACTION(() => {
      const kinds = {
        Cite: "cite",
        Source: "source",
        AdoptedBy: "adopted by",
        Effective: "effective",
        Needs: "needs",
      } as const;
      const kind = kinds[keyword.tokenType.name as keyof typeof kinds]; // one of the five consumed above
      const after = tokenSpan(keyword).end;
      const words: Run = run ?? { words: [], span: { start: after, end: after } };
      return { kind, run: words, span: cover(tokenSpan(keyword), words.span) };
    });
  });

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

  /** `activity: rest`, or a line of words such as a service item. */
  private readonly line: Rule<Clause> = this.RULE("line", () => {
    const name = this.SUBRULE(this.run);
    const colon = this.OPTION(() => this.CONSUME(Colon));
    const value = this.OPTION2(() => this.SUBRULE2(this.run));
    const body = this.SUBRULE(this.tail);
    return this.ACTION(() => {
      if (!colon) return { kind: "line", run: name, span: name.span } as const;
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
