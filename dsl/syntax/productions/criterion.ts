import type { IToken } from "chevrotain";
import { problem } from "../../diagnostic/index.ts";
import { cover, type Span } from "../../source/index.ts";
import type { Clause, Criterion, Item, Quantifier, Run } from "../ast.ts";
import {
  AllOf,
  And,
  AnyOf,
  AtLeastOf,
  Because,
  Bullet,
  Colon,
  Comma,
  Dedent,
  ExactlyOf,
  Indent,
  LeftBracket,
  LooselyOf,
  NewLine,
  NoneOf,
  Not,
  Or,
  RightBracket,
  Running,
  Semicolon,
  Text,
  Unless,
  Where,
  Word,
} from "../tokens.ts";
import { BaseParser, type Rule, tokenSpan } from "./base.ts";
import {
  boundedFromAbove,
  bulletEndingOtherwise,
  bulletWithConnective,
  listDenied,
  listsMeant,
  looselyBegun,
  numberOf,
  type Trailing,
} from "./looseLists.ts";
import { ambiguousNot, mixedConnectives, unlessReadings } from "./twoReadings.ts";

interface Joined {
  readonly operands: readonly Criterion[];
  readonly connectives: readonly IToken[];
}

/**
 * Criteria in both layouts. Inline: `a AND (b OR c)`, `at least 2 of (a; b; c)`. Outline: `any of` and bullets.
 * A group in outline ends its line; `ended` says how, so that clauses below go to the right owner.
 */
export abstract class CriterionParser extends BaseParser {
  /** What the bullet read last ends in. */
  private trailing: Trailing | null = null;
  protected ended: "line" | "block closed" | "block open" = "line";
  /** The clauses below a line or bullet; one production file further on. */
  protected abstract readonly tail: Rule<Clause[]>;

  protected readonly criterion: Rule<Criterion> = this.RULE("criterion", () => {
    const operands: Criterion[] = [this.SUBRULE(this.operand)];
    const connectives: IToken[] = [];
    this.MANY({
      GATE: () => this.LA(2).tokenType !== NewLine,
      DEF: () => {
        connectives.push(this.OR(this.connectives));
        operands.push(this.SUBRULE2(this.operand));
      },
    });
    return this.ACTION(() => this.join({ operands, connectives }));
  });

  /** Made once: alternatives written in their rule are made anew whenever it is read. */
  private readonly connectives = [
    { ALT: () => this.CONSUME(And) },
    { ALT: () => this.CONSUME(Or) },
    { ALT: () => this.CONSUME(Unless) },
  ];

  private readonly operand: Rule<Criterion> = this.RULE("operand", () => {
    this.ACTION(() => {
      this.ended = "line";
    });
    return this.OR(this.operands);
  });

  private readonly operands = {
    IGNORE_AMBIGUITIES: true,
    MAX_LOOKAHEAD: 1,
    DEF: [
      { ALT: () => this.SUBRULE(this.negation) },
      { ALT: () => this.SUBRULE(this.brackets) },
      { GATE: () => this.groupFollows(), ALT: () => this.SUBRULE(this.group) },
      { ALT: () => this.phrase() },
      { ALT: () => this.ACTION(() => this.missing(this.LA(0))) },
    ],
  };

  private readonly negation: Rule<Criterion> = this.RULE("negation", () => {
    const not = this.CONSUME(Not);
    const operand = this.SUBRULE(this.operand);
    return this.ACTION(() => ({ kind: "not", operand, span: cover(tokenSpan(not), operand.span) }) as const);
  });

  private readonly brackets: Rule<Criterion> = this.RULE("brackets", () => {
    const left = this.CONSUME(LeftBracket);
    const inner = this.SUBRULE(this.criterion);
    const right = this.CONSUME(RightBracket);
    return this.ACTION(() => {
      this.ended = "line";
      return {
        kind: "brackets",
        inner,
        span: cover(tokenSpan(left), right.isInsertedInRecovery ? inner.span : tokenSpan(right)),
      } as const;
    });
  });

  /** `strengthening program failed`, `any test at rest where its PO2 at or below 55 mmHg` */
  private phrase(): Criterion {
    const tokens: IToken[] = [];
    this.AT_LEAST_ONE({
      GATE: () => this.LA(1).tokenType !== Where && !this.reasonFollows(),
      DEF: () => {
        tokens.push(this.CONSUME(Running));
      },
    });
    const where = this.OPTION(() => {
      this.CONSUME(Where);
      return this.SUBRULE(this.criterion);
    });
    return this.ACTION((): Criterion => {
      const run = this.runOf(tokens);
      if (!where) return { kind: "phrase", run, span: run.span };
      return { kind: "selection", run, where, span: cover(run.span, where.span) };
    });
  }

  private readonly group: Rule<Criterion> = this.RULE("group", () => {
    const quantifier = this.SUBRULE(this.quantifier);
    this.OPTION(() => this.CONSUME(Colon));
    return this.OR([{ ALT: () => this.inlineGroup(quantifier) }, { ALT: () => this.outlineGroup(quantifier) }]);
  });

  /** `at least 2 of (a; b; c)` */
  private inlineGroup(quantifier: Quantifier): Criterion {
    this.CONSUME(LeftBracket);
    const items: Item[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: Semicolon,
      DEF: () => {
        const criterion = this.SUBRULE(this.criterion);
        this.ACTION(() => items.push({ label: "", criterion, body: [], span: criterion.span }));
      },
    });
    const right = this.CONSUME(RightBracket);
    return this.ACTION(() => {
      this.ended = "line";
      return {
        kind: "group",
        quantifier,
        outline: false,
        items,
        span: cover(quantifier.span, tokenSpan(right)),
      } as const;
    });
  }

  /** A line that ends in `any of`, its bullets below. The block stays open when clauses follow the bullets in it. */
  private outlineGroup(quantifier: Quantifier): Criterion {
    this.CONSUME(NewLine);
    this.CONSUME(Indent);
    const items: Item[] = [];
    let trailing: Trailing | null = null;
    this.AT_LEAST_ONE(() => {
      this.ACTION(() => this.checkBullet(quantifier));
      this.ACTION(() => this.checkTrailer(quantifier, trailing));
      items.push(this.SUBRULE(this.item));
      trailing = this.trailing;
    });
    const closed = this.OPTION2(() => this.CONSUME(Dedent));
    return this.ACTION(() => {
      this.ended = closed ? "block closed" : "block open";
      return {
        kind: "group",
        quantifier,
        outline: true,
        items,
        span: cover(quantifier.span, items.at(-1)?.span ?? quantifier.span),
      } as const;
    });
  }

  /** `- OR myelopathy` */
  private checkBullet({ kind }: Quantifier): void {
    const joint = this.LA(2);
    if (joint.tokenType === And || joint.tokenType === Or)
      this.report(bulletWithConnective(joint, this.LA(3), joint.tokenType === And ? kind === "all" : kind !== "all"));
  }

  /** `- fever AND` below `any of`, `- fever; or` below `all of`; what the last bullet ends in leads on to another list. */
  private checkTrailer({ kind }: Quantifier, joint: Trailing | null): void {
    if (joint === null) return;
    const isAnd = joint.image.toUpperCase() === "AND";
    if ((isAnd && kind === "any") || (!isAnd && kind === "all")) this.report(bulletEndingOtherwise(joint, kind));
  }

  private readonly item: Rule<Item> = this.RULE("item", () => {
    const bullet = this.CONSUME(Bullet);
    this.OPTION4(() => this.OR2([{ ALT: () => this.CONSUME2(And) }, { ALT: () => this.CONSUME2(Or) }]));
    const criterion = this.SUBRULE(this.criterion);
    let joint: IToken | undefined;
    this.OPTION(() => {
      this.CONSUME(Semicolon);
      this.OPTION2(() => {
        joint = this.CONSUME(Word);
      });
    });
    this.OPTION3(() => {
      joint = this.OR([{ ALT: () => this.CONSUME(And) }, { ALT: () => this.CONSUME(Or) }]);
    });
    const body = this.SUBRULE(this.tail);
    return this.ACTION(() => {
      this.trailing = joint ? { image: joint.image, span: tokenSpan(joint) } : trailerOf(criterion);
      return {
        label: bullet.image,
        criterion: withoutTrailer(criterion),
        body,
        span: cover(tokenSpan(bullet), lastSpan(criterion, body)),
      };
    });
  });

  private readonly quantifier: Rule<Quantifier> = this.RULE("quantifier", () => {
    const token = this.OR([
      { ALT: () => this.CONSUME(AnyOf) },
      { ALT: () => this.CONSUME(AllOf) },
      { ALT: () => this.CONSUME(NoneOf) },
      { ALT: () => this.CONSUME(AtLeastOf) },
      { ALT: () => this.CONSUME(ExactlyOf) },
      { ALT: () => this.CONSUME(LooselyOf) },
    ]);
    return this.ACTION(() => {
      const denied = token.tokenType === LooselyOf ? listDenied(token.image) : null;
      if (denied !== null) {
        this.report(boundedFromAbove(token, denied));
        return { ...readQuantifier(denied), span: tokenSpan(token) };
      }
      const meant = token.tokenType === LooselyOf ? listsMeant(token.image) : [];
      if (meant.length > 0) this.report(looselyBegun(token, meant));
      return { ...readQuantifier(meant[0] ?? token.image), span: tokenSpan(token) };
    });
  });

  private groupFollows(): boolean {
    const next = this.LA(2).tokenType;
    return next === NewLine ? this.LA(3).tokenType === Indent : next === LeftBracket || next === Colon;
  }

  /** `because "..."` ends a criterion. */
  private reasonFollows(): boolean {
    return this.LA(1).tokenType === Because && this.LA(2).tokenType === Text;
  }

  /** After a keyword; of what stands there instead the parser complains itself. */
  protected missingAfter(keyword: IToken): Criterion {
    const end = tokenSpan(keyword).end;
    const next = this.LA(1).tokenType;
    if ([And, Or, Unless, RightBracket, Comma, Colon, Semicolon].includes(next))
      return { kind: "faulty", span: { start: end, end }, operands: [] };
    return this.missing(keyword);
  }

  protected missing(before: IToken): Criterion {
    const span: Span = { start: tokenSpan(before).end, end: tokenSpan(before).end };
    this.report(
      problem("E0103", tokenSpan(before), `A criterion is missing after \`${before.image.trim() || "this"}\`.`, {
        hint: "Write the name of a fact or a definition, or a test of one, such as `strengthening program failed`.",
      }),
    );
    return { kind: "faulty", span, operands: [] };
  }

  private join(joined: Joined): Criterion {
    const { operands, connectives } = joined;
    const [first] = operands;
    const last = operands.at(-1);
    if (!first || !last) return { kind: "faulty", span: { start: 0, end: 0 }, operands: [] };
    if (operands.length === 1) return first;
    const span = cover(first.span, last.span);
    if (operands.some((operand) => operand.kind === "faulty")) return { kind: "faulty", span, operands };
    const twoWays =
      unlessReadings(this.text, operands, connectives) ??
      mixedConnectives(this.text, operands, connectives) ??
      ambiguousNot(this.text, operands, connectives);
    if (twoWays) {
      this.report(twoWays);
      return { kind: "faulty", span, operands };
    }
    return { kind: connectives[0]?.tokenType === And ? "and" : "or", operands, span };
  }
}

function readQuantifier(image: string): Omit<Quantifier, "span"> {
  const words = image.toLowerCase().split(/\s+/);
  const [first, , third] = words;
  if (first === "any" || first === "all" || first === "none") return { kind: first, count: 0 };
  const count = (first === "exactly" ? words[1] : third) ?? "";
  return {
    kind: first === "exactly" ? "exactly" : "at least",
    count: numberOf(count),
  };
}

/** `or` of `..., or` at the end of a bullet. */
function trailerOf(criterion: Criterion): Trailing | null {
  const last = criterion.kind === "phrase" ? criterion.run.words.at(-1) : undefined;
  const before = criterion.kind === "phrase" ? criterion.run.words.at(-2) : undefined;
  if (!last || last.quoted || before?.text !== "," || !/^(or|and)$/i.test(last.text)) return null;
  return { image: last.text, span: last.span };
}

/** What Word leaves at the end of a bullet: `..., or`, `...,`. */
export function withoutTrailer(criterion: Criterion): Criterion {
  if (criterion.kind !== "phrase") return criterion;
  const words = [...criterion.run.words];
  if (/^(or|and)$/i.test(words.at(-1)?.text ?? "") && words.at(-2)?.text === ",") words.pop();
  while (words.at(-1)?.text === ",") words.pop();
  const run: Run = { words, span: runSpan(words, criterion.span) };
  return { kind: "phrase", run, span: run.span };
}

function runSpan(words: Run["words"], otherwise: Span): Span {
  const [first] = words;
  const last = words.at(-1);
  return first && last ? cover(first.span, last.span) : otherwise;
}

function lastSpan(criterion: Criterion, body: readonly Clause[]): Span {
  return body.at(-1)?.span ?? criterion.span;
}
