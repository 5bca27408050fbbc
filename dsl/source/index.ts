export { cover, type Span } from "./span.ts";
export { lineStarts, type Position, positionAt, type SourceText } from "./text.ts";
