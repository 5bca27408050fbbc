import type { IToken } from "chevrotain";
import { cover } from "../../source/index.ts";
import type { Clause, Declaration, Run, TableForm } from "../ast.ts";
import {
  Bullet,
  Colon,
  ExcludedIf,
  If,
  NewLine,
  NotCovered,
  OnlyIf,
  Schedule,
  Score,
  Table,
  Running,
} from "../tokens.ts";
import { type Rule, spanOf, tokenSpan } from "./base.ts";
import { ClauseParser } from "./clause.ts";
import { withoutTrailer } from "./criterion.ts";

/** Scores, tables and schedules: a line with a name, and below it a bullet for each row. */
export abstract class TableParser extends ClauseParser {
  override begin(text: string, tokens: readonly IToken[]): void {
    this.rowsExpected = false;
    super.begin(text, tokens);
  }

  /** `score Wells`, `table appropriateness: whole number`, `schedule screening interval` */
  protected readonly table: Rule<Declaration> = this.RULE("table", () => {
    const keyword = this.OR([
      { ALT: () => this.CONSUME(Score) },
      { ALT: () => this.CONSUME(Table) },
      { ALT: () => this.CONSUME(Schedule) },
    ]);
    const name = this.SUBRULE(this.run);
    const type = this.OPTION(() => {
      this.CONSUME(Colon);
      return this.OPTION2(() => this.SUBRULE2(this.run));
    });
    this.ACTION(() => {
      this.rowsExpected = true;
    });
    const body = this.SUBRULE(this.tail);
    this.ACTION(() => {
      this.rowsExpected = false;
    });
    return this.ACTION((): Declaration => {
      const form = formOf(keyword);
      const after = name.span.end;
      const words: Run = type ?? { words: [], span: { start: after, end: after } };
      const last = body.at(-1)?.span ?? words.span;
      return { kind: "table", form, name, type: words, body, span: cover(tokenSpan(keyword), last) };
    });
  });

  /** A line that begins with `score` may be a recommendation of a service of that name. */
  protected tableFollows(): boolean {
    for (let ahead = 2; ; ahead += 1) {
      const { tokenType } = this.LA(ahead);
      if (tokenType === If || tokenType === OnlyIf || tokenType === ExcludedIf || tokenType === NotCovered)
        return false;
      if (tokenType === Colon || tokenType === NewLine) return true;
      if (this.LA(ahead).image === "") return true;
    }
  }

  /** `- 1.5 if heart rate above 100 /min`, `- 1 otherwise` */
  protected readonly row: Rule<Clause> = this.RULE("row", () => {
    const bullet = this.CONSUME(Bullet);
    const tokens: IToken[] = [];
    this.MANY({
      GATE: () => this.LA(1).tokenType !== If,
      DEF: () => {
        tokens.push(this.CONSUME(Running));
      },
    });
    const criterion = this.OPTION(() => {
      const keyword = this.CONSUME(If);
      return this.OPTION2(() => this.SUBRULE(this.criterion)) ?? this.ACTION(() => this.missingAfter(keyword));
    });
    this.ACTION(() => {
      if (!criterion) this.ended = "line";
      this.rowsExpected = false;
    });
    const body = this.SUBRULE(this.tail);
    return this.ACTION((): Clause => {
      this.rowsExpected = true;
      const value: Run = { words: this.runOf(tokens).words, span: rowSpan(bullet, tokens) };
      const asked = criterion ? withoutTrailer(criterion) : null;
      const last = body.at(-1)?.span ?? asked?.span ?? value.span;
      return { kind: "row", value, criterion: asked, body, span: cover(tokenSpan(bullet), last) };
    });
  });
}

const rowSpan = (bullet: IToken, tokens: readonly IToken[]) =>
  tokens.length > 0 ? spanOf(tokens) : { start: tokenSpan(bullet).end, end: tokenSpan(bullet).end };

function formOf({ tokenType }: IToken): TableForm {
  if (tokenType === Score) return "score";
  return tokenType === Table ? "table" : "schedule";
}
