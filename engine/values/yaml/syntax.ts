import { Composer, type Document, Lexer, Parser } from "yaml";
import type { Checked, Diagnostic } from "../../../dsl/index.ts";
import { problem } from "./problem.ts";
import { complaint, shortcut } from "./complaints.ts";

/** How deeply maps and lists may stand in each other; case files need about eight. */
const DEEPEST = 40;

/** Of a file that is no YAML at all, the first few complaints say everything. */
const MOST = 10;

type Token = ReturnType<Parser["end"]> extends Generator<infer T> ? T : never;

/**
 * The one YAML document of a text (YAML 1.2, core schema). The tokens are made one by one, so that a file nested
 * without end is refused before anything recurses into it.
 */
export function parse(file: string, text: string): Checked<Document.Parsed | null> {
  const tokens = tokensOf(text);
  if ("tooDeepAt" in tokens) return { value: null, diagnostics: [tooDeep(file, tokens.tooDeepAt)] };
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
  return { value: document, diagnostics: [...directives(file, tokens), ...diagnostics, ...extra] };
}

function tokensOf(text: string): Token[] | { readonly tooDeepAt: number } {
  const parser = new Parser();
  const tokens: Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > DEEPEST) return { tooDeepAt: Math.min(parser.offset, text.length) };
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

function severalDocuments(file: string, text: string, second: Document.Parsed): Diagnostic {
  const start = Math.max(0, text.lastIndexOf("---", second.range[0]));
  const span = { start, end: Math.min(text.length, start + 3) };
  return problem(file, "E0607", span, "A second YAML document begins here.", {
    hint: "One file holds one case: put the second into a file of its own.",
  });
}
