import type { IToken, TokenType } from "chevrotain";
import { problem, replace } from "../../diagnostic/index.ts";
import { cover, type Span } from "../../source/index.ts";
import type { Clause, Criterion, Declaration, Relation, Run } from "../ast.ts";
import {
  Codes,
  Colon,
  Comma,
  Define,
  Example,
  ExcludedIf,
  Fact,
  Guideline,
  If,
  NewLine,
  Or,
  Scale,
  Service,
  Text,
  Word,
  NotCovered,
  OnlyIf,
} from "../tokens.ts";
import { wordsOf } from "../words.ts";
import type { Rule } from "./base.ts";
import { spanOf, tokenSpan } from "./base.ts";
import { TableParser } from "./table.ts";

/** What may begin at the margin. A line with no keyword is a recommendation: `imaging if ...`. */
export class DeclarationParser extends TableParser {
  constructor() {
    super();
    this.performSelfAnalysis();
  }

  readonly declaration: Rule<Declaration> = this.RULE("declaration", () =>
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { ALT: () => this.SUBRULE(this.titled) },
        { ALT: () => this.SUBRULE(this.typed) },
        { ALT: () => this.SUBRULE(this.named) },
        { GATE: () => this.tableFollows(), ALT: () => this.SUBRULE(this.table) },
        { ALT: () => this.SUBRULE(this.recommendation) },
      ],
    }),
  );

  /** `guideline "Home Use of Oxygen"`, `example "57 at rest"` */
  private readonly titled: Rule<Declaration> = this.RULE("titled", () => {
    const keyword = this.OR([{ ALT: () => this.CONSUME(Guideline) }, { ALT: () => this.CONSUME(Example) }]);
    const title = this.OPTION(() => this.SUBRULE(this.quoted));
    const body = this.SUBRULE(this.tail);
    return this.ACTION(() => {
      if (!title) this.report(untitled(keyword));
      const kind = keyword.tokenType === Guideline ? "guideline" : "example";
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
      this.OR([
        { ALT: () => tokens.push(this.CONSUME(Word)) },
        { ALT: () => tokens.push(this.CONSUME(Comma)) },
        { ALT: () => tokens.push(this.CONSUME(Text)) },
        { ALT: () => tokens.push(this.CONSUME(Or)) },
      ]);
    });
    return this.ACTION(() => this.runOf(tokens));
  });

  /** `define failed strengthening`, `service imaging` */
  private readonly named: Rule<Declaration> = this.RULE("named", () => {
    const keyword = this.OR([{ ALT: () => this.CONSUME(Define) }, { ALT: () => this.CONSUME(Service) }]);
    const name = this.SUBRULE(this.run);
    const body = this.SUBRULE(this.tail);
    return this.ACTION(() => {
      const kind = keyword.tokenType === Define ? "define" : "service";
      return { kind, name, body, span: whole(tokenSpan(keyword), body, name.span) } as const;
    });
  });

  /** `imaging if significant symptom change OR failed strengthening` */
  private readonly recommendation: Rule<Declaration> = this.RULE("recommendation", () => {
    const head: IToken[] = [];
    this.AT_LEAST_ONE({
      GATE: () => !relations.has(this.LA(1).tokenType),
      DEF: () => head.push(this.CONSUME(Word)),
    });
    let colon: IToken | undefined;
    const relation = this.OPTION(() => {
      const found = this.OR([
        { ALT: () => this.CONSUME(If) },
        { ALT: () => this.CONSUME(OnlyIf) },
        { ALT: () => this.CONSUME(ExcludedIf) },
        { ALT: () => this.CONSUME(NotCovered) },
      ]);
      colon = this.OPTION4(() => this.CONSUME(Colon));
      return found;
    });
    const criterion = this.OPTION2({
      GATE: () => this.LA(1).tokenType !== NewLine || this.LA(0).tokenType === If,
      DEF: () => this.SUBRULE(this.criterion),
    });
    const body = this.SUBRULE(this.tail);
    return this.ACTION((): Declaration => {
      if (colon && criterion) this.report(spareColon(colon));
      const service: Run = { words: head.flatMap(wordsOf), span: spanOf(head) };
      const span = whole(service.span, body, criterion?.span);
      if (!relation) {
        this.report(unknownLine(service));
        return { kind: "unknown", span };
      }
      return {
        kind: "recommendation",
        service,
        relation: relations.get(relation.tokenType) ?? "if",
        criterion: criterion ?? (relation.tokenType === NotCovered ? always(relation) : this.missingAfter(relation)),
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
]);

/** What `is not covered` asks: nothing, so it always holds. */
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

/** What prose writes for `if`, and what it may mean. */
const insteadOfIf: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:when|whenever|where)$/i, ["if"]],
  [/^(?:requires?|needs)$/i, ["only if", "if"]],
];

/** More words before it are prose. */
const mostWordsOfService = 5;

function unknownLine(head: Run): ReturnType<typeof problem> {
  for (const [pattern, relations] of insteadOfIf) {
    const word = head.words.find(({ text }, index) => index > 0 && pattern.test(text));
    const service = head.words.slice(0, word ? head.words.indexOf(word) : 0);
    if (word && service.length <= mostWordsOfService && !/^(?:the|an?)$/i.test(service[0]?.text ?? ""))
      return otherThanIf(word.text, word.span, service.map(({ text }) => text).join(" "), relations);
  }
  return problem("E0105", head.span, "This line is nothing that a guideline can hold.", {
    hint: "A line at the margin begins with `guideline`, `fact`, `scale`, `define`, `service` or `example`, or is a recommendation: `imaging if ...`. A line that belongs to the one above is indented; a remark of your own begins with `#`.",
  });
}

function otherThanIf(
  word: string,
  span: Span,
  service: string,
  relations: readonly string[],
): ReturnType<typeof problem> {
  return problem("E0105", span, `\`${word}\` does not begin the criteria of a recommendation.`, {
    hint: `Write ${relations.map((relation) => `\`${service} ${relation} ...\``).join(" or ")}.`,
    fixes: relations.map((relation) => replace(`Write ${relation}`, span, relation)),
  });
}
