import { type IToken, type TokenType } from "chevrotain";
import { problem, replace } from "../../diagnostic/index.ts";
import { cover, type Span } from "../../source/index.ts";
import type { Clause, Criterion, Declaration, Relation, Run } from "../ast.ts";
import {
  Accept,
  Always,
  Because,
  Codes,
  Authority,
  Colon,
  Covered,
  Define,
  Example,
  ExcludedIf,
  Fact,
  Guideline,
  If,
  LimitedTo,
  Never,
  NewLine,
  Or,
  OtherwiseNotAddressed,
  RedFlagIf,
  Scale,
  Service,
  Where,
  Word,
  NotCovered,
  OnlyIf,
  Running,
} from "../tokens.ts";
import { wordsOf } from "../words.ts";
import type { Rule } from "./base.ts";
import { spanOf, tokenSpan } from "./base.ts";
import { TableParser } from "./table.ts";
import { namedByItem, servicesMeant, unknownLine } from "./unknownLine.ts";

/** What may begin at the margin. A line with no keyword is a recommendation: `imaging if ...`. */
export class DeclarationParser extends TableParser {
  constructor() {
    super();
    this.performSelfAnalysis();
  }

  readonly declaration: Rule<Declaration> = this.RULE("declaration", () => {
    this.ACTION(() => {
      this.calculates = false;
    });
    return this.OR(this.declarations);
  });

  /** Made once: alternatives written in their rule are made anew whenever it is read. */
  private readonly declarations = {
    IGNORE_AMBIGUITIES: true,
    MAX_LOOKAHEAD: 1,
    DEF: [
      { ALT: () => this.SUBRULE(this.titled) },
      { ALT: () => this.SUBRULE(this.typed) },
      { ALT: () => this.SUBRULE(this.defined) },
      { ALT: () => this.SUBRULE(this.named) },
      { GATE: () => this.tableFollows(), ALT: () => this.SUBRULE(this.table) },
      { GATE: () => !this.recommends(), ALT: () => this.SUBRULE(this.assumption) },
      { GATE: () => !this.recommends(), ALT: () => this.SUBRULE(this.acceptance) },
      { ALT: () => this.SUBRULE(this.recommendation) },
    ],
  };

  /** `guideline "Home Use of Oxygen"`, `example "57 at rest"`, `authority "Workers' compensation"` */
  private readonly titled: Rule<Declaration> = this.RULE("titled", () => {
    const keyword = this.OR([
      { ALT: () => this.CONSUME(Guideline) },
      { ALT: () => this.CONSUME(Example) },
      { ALT: () => this.CONSUME(Authority) },
    ]);
    const title = this.OPTION(() => this.SUBRULE(this.quoted));
    this.ACTION(() => {
      this.isRanked = keyword.tokenType === Authority;
    });
    const body = this.SUBRULE(this.tail);
    return this.ACTION(() => {
      if (!title) this.report(untitled(keyword));
      const kind =
        keyword.tokenType === Guideline ? "guideline" : keyword.tokenType === Example ? "example" : "authority";
      return { kind, title: title ?? null, body, span: whole(tokenSpan(keyword), body, title?.span) } as const;
    });
  });

  /** `fact hematocrit: number in %`, `scale muscle strength: 0, 1, 2-, 2`, `codes radiculopathy: ICD-10-CM M54.1*` */
  private readonly typed: Rule<Declaration> = this.RULE("typed", () => {
    const keyword = this.OR([
      { ALT: () => this.CONSUME(Fact) },
      { ALT: () => this.CONSUME(Scale) },
      { ALT: () => this.CONSUME(Codes) },
    ]);
    const name = this.SUBRULE(this.run);
    const type = this.OPTION(() => {
      this.CONSUME(Colon);
      return this.OPTION2(() => this.SUBRULE2(this.typeRun));
    });
    const body = this.SUBRULE(this.tail);
    return this.ACTION((): Declaration => {
      const words: Run = type ?? { words: [], span: { start: name.span.end, end: name.span.end } };
      const span = whole(tokenSpan(keyword), body, words.span);
      if (keyword.tokenType === Fact) return { kind: "fact", name, type: words, body, span };
      if (keyword.tokenType === Codes) return { kind: "codes", name, codes: words, body, span };
      return { kind: "scale", name, grades: words, body, span };
    });
  });

  /** `yes or no`, `one of none, injection, surgery`; an OR in capitals is one in a choice. */
  private readonly typeRun: Rule<Run> = this.RULE("typeRun", () => {
    const tokens: IToken[] = [];
    this.AT_LEAST_ONE(() => {
      this.OR([{ ALT: () => tokens.push(this.CONSUME(Running)) }, { ALT: () => tokens.push(this.CONSUME(Or)) }]);
    });
    return this.ACTION(() => this.runOf(tokens));
  });

  /** `define failed strengthening`, `define body mass index: number in kg/m2, to 0.1` */
  private readonly defined: Rule<Declaration> = this.RULE("defined", () => {
    const keyword = this.CONSUME(Define);
    const name = this.SUBRULE(this.run);
    const type = this.OPTION(() => {
      this.CONSUME(Colon);
      return this.SUBRULE(this.typeRun);
    });
    this.ACTION(() => {
      this.calculates = type !== undefined;
    });
    const body = this.SUBRULE(this.tail);
    return this.ACTION(() => {
      const span = whole(tokenSpan(keyword), body, (type ?? name).span);
      return { kind: "define", name, type: type ?? null, body, span } as const;
    });
  });

  /** `service imaging` */
  private readonly named: Rule<Declaration> = this.RULE("named", () => {
    const keyword = this.CONSUME(Service);
    const name = this.OPTION(() => this.SUBRULE(this.run));
    const body = this.SUBRULE(this.tail);
    return this.ACTION((): Declaration => {
      const span = whole(tokenSpan(keyword), body, name?.span);
      if (name) return { kind: "service", name, body, span };
      const meant = namedByItem(tokenSpan(keyword), body);
      this.report(meant.problem);
      return meant.name ? { kind: "service", name: meant.name, body, span } : { kind: "unknown", span };
    });
  });

  /** `never (pregnant AND age below 10 years)` */
  private readonly assumption: Rule<Declaration> = this.RULE("assumption", () => {
    const keyword = this.OR([{ ALT: () => this.CONSUME(Always) }, { ALT: () => this.CONSUME(Never) }]);
    const said = this.OPTION(() => this.SUBRULE(this.criterion));
    const body = this.SUBRULE(this.tail);
    return this.ACTION(() => {
      const criterion = said ?? this.missingAfter(keyword);
      const holds = keyword.tokenType === Always ? "always" : "never";
      return {
        kind: "assumption",
        holds,
        criterion,
        body,
        span: whole(tokenSpan(keyword), body, criterion.span),
      } as const;
    });
  });

  /** `accept gap where PO2 from 55.1 to 55.9 mmHg because "PaO2 is reported in whole numbers"` */
  private readonly acceptance: Rule<Declaration> = this.RULE("acceptance", () => {
    const keyword = this.CONSUME(Accept);
    const named: IToken[] = [];
    this.MANY({
      GATE: () => this.LA(1).tokenType !== Where && this.LA(1).tokenType !== Because,
      DEF: () => named.push(this.CONSUME(Word)),
    });
    const where = this.OPTION(() => {
      this.CONSUME(Where);
      return this.SUBRULE(this.criterion);
    });
    const because = this.OPTION2(() => {
      this.CONSUME(Because);
      return this.SUBRULE(this.quoted);
    });
    const body = this.SUBRULE(this.tail);
    return this.ACTION(() => {
      const after = tokenSpan(keyword).end;
      const name: Run = named.length === 0 ? { words: [], span: { start: after, end: after } } : this.runOf(named);
      const end = because?.span ?? where?.span ?? name.span;
      return {
        kind: "acceptance",
        name,
        where: where ?? null,
        because: because ?? null,
        body,
        span: whole(tokenSpan(keyword), body, end),
      } as const;
    });
  });

  /** Whether words alone lead to an `if` or its like, so that `always ...` is the name of a service; `, if any` ends a criterion. */
  private recommends(): boolean {
    for (let ahead = 2; ; ahead += 1) {
      const { tokenType } = this.LA(ahead);
      if (relations.has(tokenType)) return true;
      const isWord = tokenType === Word || (tokenType.CATEGORIES ?? []).includes(Word);
      if (!isWord || tokenType === Where) return false;
    }
  }

  /** `is covered` and `otherwise not addressed` end their line, or stand before `if`; before other words they are words. */
  private relationFollows(): boolean {
    const { tokenType } = this.LA(1);
    const next = this.LA(2).tokenType;
    return (
      relations.has(tokenType) &&
      (!endsLine.has(tokenType) || next === NewLine || (tokenType === Covered && next === If))
    );
  }

  /** Made once, as are the declarations above. */
  private readonly relation = [
    { ALT: () => this.CONSUME(If) },
    { ALT: () => this.CONSUME(OnlyIf) },
    { ALT: () => this.CONSUME(ExcludedIf) },
    { ALT: () => this.CONSUME(NotCovered) },
    { ALT: () => this.CONSUME(Covered) },
    { ALT: () => this.CONSUME(RedFlagIf) },
    { ALT: () => this.CONSUME(LimitedTo) },
    { ALT: () => this.CONSUME(OtherwiseNotAddressed) },
  ];

  /** `imaging if significant symptom change OR failed strengthening` */
  private readonly recommendation: Rule<Declaration> = this.RULE("recommendation", () => {
    const head: IToken[] = [];
    this.AT_LEAST_ONE({
      GATE: () => !this.relationFollows(),
      DEF: () => head.push(this.CONSUME(Word)),
    });
    let colon: IToken | undefined;
    const relation = this.OPTION(() => {
      const found = this.OR(this.relation);
      const condition = this.OPTION5({ GATE: () => said.has(found.tokenType), DEF: () => this.CONSUME2(If) });
      colon = this.OPTION4(() => this.CONSUME(Colon));
      return found.tokenType === Covered && condition ? condition : found;
    });
    const criterion = this.OPTION2({
      MAX_LOOKAHEAD: 1,
      GATE: () => this.LA(1).tokenType !== NewLine || this.LA(0).tokenType === If,
      DEF: () => this.SUBRULE(this.criterion),
    });
    const body = this.SUBRULE(this.tail);
    return this.ACTION((): Declaration => {
      if (colon && criterion) this.report(spareColon(colon));
      const service: Run = { words: head.flatMap(wordsOf), span: spanOf(head) };
      const span = whole(service.span, body, criterion?.span);
      if (!relation) {
        const meant = servicesMeant(service, body);
        this.report(meant?.problem ?? unknownLine(service));
        return meant?.name ? { kind: "service", name: meant.name, body, span } : { kind: "unknown", span };
      }
      return {
        kind: "recommendation",
        service,
        relation: relations.get(relation.tokenType) ?? "if",
        criterion: criterion ?? (asksNothing.has(relation.tokenType) ? always(relation) : this.missingAfter(relation)),
        body,
        span,
      };
    });
  });
}

const relations: ReadonlyMap<TokenType, Relation> = new Map<TokenType, Relation>([
  [If, "if"],
  [OnlyIf, "only if"],
  [ExcludedIf, "excluded if"],
  [NotCovered, "is not covered"],
  [Covered, "is covered"],
  [RedFlagIf, "red flag if"],
  [LimitedTo, "limited to"],
  [OtherwiseNotAddressed, "otherwise not addressed"],
]);

/** `imaging is covered if pain` is `imaging if pain`, and `is not covered if pain` is `is not covered pain`. */
const said: ReadonlySet<TokenType> = new Set([Covered, NotCovered]);

const endsLine: ReadonlySet<TokenType> = new Set([Covered, OtherwiseNotAddressed]);
const asksNothing: ReadonlySet<TokenType> = new Set([...endsLine, NotCovered]);

/** What `is covered` and `is not covered` ask: nothing, so it always holds. */
function always(relation: IToken): Criterion {
  const span = tokenSpan(relation);
  return { kind: "group", quantifier: { kind: "all", count: 0, span }, outline: false, items: [], span };
}

function whole(head: Span, body: readonly Clause[], inner: Span = head): Span {
  return cover(head, body.at(-1)?.span ?? inner);
}

function untitled(keyword: IToken): ReturnType<typeof problem> {
  const word = keyword.image.toLowerCase();
  return problem("E0104", tokenSpan(keyword), `This ${word} has no title.`, {
    hint: `Write its title in quotes: \`${word} "Neck and Upper Back Complaints"\`.`,
  });
}

/** `imaging if: radiculopathy`; above bullets the list that is missing tells more. */
function spareColon(colon: IToken): ReturnType<typeof problem> {
  const span = tokenSpan(colon);
  return problem("E0101", span, "`:` has no place here.", {
    hint: "Leave it away: the criterion follows `if`.",
    fixes: [replace("Take `:` away", span, "", true)],
  });
}
