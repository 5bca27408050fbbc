import {
  EarlyExitException,
  EmbeddedActionsParser,
  type IRecognitionException,
  type IToken,
  NoViableAltException,
  type ParserMethod,
} from "chevrotain";
import { type Problem, problem } from "../../diagnostic/index.ts";
import { cover, type Span } from "../../source/index.ts";
import type { Quoted, Run } from "../ast.ts";
import { parserTokens, Running, Text, UnterminatedText, Word } from "../tokens.ts";
import { quotedText, wordsOf } from "../words.ts";

export type Rule<Result> = ParserMethod<[], Result>;

/**
 * What every production needs: the declaration's text, the problems found so far, and runs of words. The parser stops at
 * the first fault of a declaration; `parse.ts` sets the faulty line aside and reads the rest again.
 */
export abstract class BaseParser extends EmbeddedActionsParser {
  protected text = "";
  protected problems: Problem[] = [];
  /** In an authority block, whose bullets are ranks and no criteria. */
  protected isRanked = false;

  constructor() {
    super(parserTokens, { recoveryEnabled: false, maxLookahead: 2, skipValidations: false });
  }

  /** Chevrotain's own way of keeping an error with the rules it happened in; its types leave it out. */
  declare private readonly SAVE_ERROR: (error: IRecognitionException) => IRecognitionException;

  /** Chevrotain's own lists all that could have stood here, in 2 ms and for a message that is never shown. */
  protected raiseNoAltException(): never {
    throw this.SAVE_ERROR(new NoViableAltException("", this.misfit(), this.LA(0)));
  }

  /** Any word may begin a line, so when none of its forms fits it is the token behind that does not. */
  private misfit(): IToken {
    const { tokenType } = this.LA(1);
    const isWord = tokenType === Word || (tokenType.CATEGORIES ?? []).includes(Word);
    return isWord ? this.LA(2) : this.LA(1);
  }

  /** As `raiseNoAltException`. */
  protected raiseEarlyExitException(): never {
    throw this.SAVE_ERROR(new EarlyExitException("", this.LA(1), this.LA(0)));
  }

  /** Sets the next declaration's text and tokens. */
  begin(text: string, tokens: readonly IToken[]): void {
    this.text = text;
    this.problems = [];
    this.isRanked = false;
    this.input = [...tokens];
  }

  found(): readonly Problem[] {
    return this.problems;
  }

  protected report(found: Problem): void {
    this.ACTION(() => this.problems.push(found));
  }

  /** `strengthening program lasted at least 6 weeks`, `one of none, injection, surgery`, `"ACOEM", pages 177-179` */
  protected readonly run: Rule<Run> = this.RULE("run", () => {
    const tokens: IToken[] = [];
    this.AT_LEAST_ONE(() => {
      tokens.push(this.CONSUME(Running));
    });
    return this.ACTION(() => this.runOf(tokens));
  });

  protected runOf(tokens: readonly IToken[]): Run {
    const words: Run["words"][number][] = [];
    for (const token of tokens) {
      this.checkClosed(token);
      words.push(...wordsOf(token));
    }
    return { words, span: spanOf(tokens) };
  }

  /** `"emergence of a significant change of symptoms"` */
  protected readonly quoted: Rule<Quoted> = this.RULE("quoted", () => {
    const token = this.CONSUME(Text);
    return this.ACTION(() => {
      this.checkClosed(token);
      return { text: quotedText(token.image), span: tokenSpan(token) };
    });
  });

  private checkClosed(token: IToken): void {
    if (token.tokenType !== UnterminatedText) return;
    const span = tokenSpan(token);
    this.report(
      problem("E0102", span, "These quotes are opened and never closed.", {
        hint: "Words in quotes end on the line they begin on. Longer wording goes on in quotes of its own on the next line.",
        fixes: [
          { title: 'Close with "', safe: true, edits: [{ span: { start: span.end, end: span.end }, text: '"' }] },
        ],
      }),
    );
  }
}

export function tokenSpan(token: IToken): Span {
  return { start: token.startOffset, end: token.startOffset + token.image.length };
}

export function spanOf(tokens: readonly IToken[]): Span {
  const [first] = tokens;
  const last = tokens.at(-1);
  return first && last ? cover(tokenSpan(first), tokenSpan(last)) : { start: 0, end: 0 };
}
