export type {
  Clause,
  ClauseOf,
  Criterion,
  Declaration,
  DeclarationOf,
  Item,
  Quantifier,
  Quoted,
  Relation,
  Run,
  TableForm,
  Term,
  Word,
} from "./ast.ts";
export { type Chunk, chunksOf, cut } from "./declarations.ts";
export { format } from "./format.ts";
export { inOneLine } from "./print.ts";
export { logicalLines } from "./layout.ts";
export { type Lexed, lex } from "./lexer.ts";
export { type Parsed, parseDeclaration } from "./parse.ts";
export { plain, wordsOf } from "./words.ts";
