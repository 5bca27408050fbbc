import { Composer, type Document, Lexer, Parser } from "yaml";
import type { Checked, Diagnostic } from "../../../dsl/index.ts";
import { problem } from "./problem.ts";
import { complaint, shortcut } from "./complaints.ts";

/** How deeply maps and lists may stand in each other; case files need about eight. */
const DEEPEST = 40;

/** The most words and signs of one file: a million characters of prose are about 170,000. */
const MOST_LEXEMES = 250_000;

/** Of a file that is no YAML at all, the first few complaints say everything. */
const MOST = 10;

type Token = ReturnType<Parser["end"]> extends Generator<infer T> ? T : never;

/**
 * The one YAML document of a text (YAML 1.2, core schema). The tokens are made one by one, so that a file nested
 * without end is refused before anything recurses into it.
 */
export function parse(file: string, text: string): Checked<Document.Parsed | null> {
  const tokens = tokensOf(text);
  if ("refusal" in tokens) return { value: null, diagnostics: [tokens.refusal(file)] };
  const composer = new Composer({
    version: "1.2",
    schema: "core",
    strict: true,
    uniqueKeys: false,
    prettyErrors: false,
  });
  const [document = null, ...more] = [...composer.compose(tokens, true, text.length)];
  const diagnostics = (document?.errors ?? []).slice(0, MOST).map((error) => complaint(file, text, error));
  const extra = more[0] === undefined ? [] : [severalDocuments(file, text, more[0])];
  return { value: document, diagnostics: [...directives(file, tokens).slice(0, MOST), ...diagnostics, ...extra] };
}

interface Refused {
  readonly refusal: (file: string) => Diagnostic;
}

function tokensOf(text: string): Token[] | Refused {
  const parser = new Parser();
  const tokens: Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    lexemes += 1;
    const at = Math.min(parser.offset, text.length);
    if (parser.stack.length > DEEPEST) return { refusal: (file) => tooDeep(file, at) };
    if (lexemes > MOST_LEXEMES) return { refusal: (file) => tooMany(file, at) };
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

function directives(file: string, tokens: readonly Token[]): readonly Diagnostic[] {
  return tokens.flatMap((token) =>
    token.type === "directive"
      ? [shortcut(file, { start: token.offset, end: token.offset + token.source.length })]
      : [],
  );
}

function tooDeep(file: string, at: number): Diagnostic {
  const span = { start: Math.max(0, at - 1), end: at };
  return problem(file, "E0603", span, "Too many things stand inside each other here.", {
    hint: `At most ${DEEPEST} levels are read. A case needs about eight.`,
  });
}

function tooMany(file: string, at: number): Diagnostic {
  const span = { start: Math.max(0, at - 1), end: at };
  return problem(file, "E0602", span, "This file is too large: it holds more words and signs than are read.", {
    hint: `At most ${MOST_LEXEMES.toLocaleString("en")} are read. Quote what matters of a document, not the whole of it.`,
  });
}

function severalDocuments(file: string, text: string, second: Document.Parsed): Diagnostic {
  const start = Math.max(0, text.lastIndexOf("---", second.range[0]));
  const span = { start, end: Math.min(text.length, start + 3) };
  return problem(file, "E0607", span, "A second YAML document begins here.", {
    hint: "One file holds one case: put the second into a file of its own.",
  });
}
