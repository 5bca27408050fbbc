import { type Document, parseDocument } from "yaml";

/** The text of a case as YAML with its places, comments and layout. */
export function parseCase(text: string): Document.Parsed {
  return parseDocument(text, { version: "1.2", schema: "core", uniqueKeys: false, prettyErrors: false });
}
