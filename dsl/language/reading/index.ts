export { type Piece, piecesOf } from "./criterionPieces.ts";
export { type DeclarationKind, type Line, type Lines, nameOf, readLines, type Role, type Segment } from "./lines.ts";
export { fieldKey, fieldOf } from "./marks.ts";
export type { Mark, MarkKind, Symbol, SymbolKind } from "./marks.ts";
export { partLines, partMarks } from "./partMarks.ts";
export { markAt, type Occurrence, occurrences, partAt } from "./symbols.ts";
