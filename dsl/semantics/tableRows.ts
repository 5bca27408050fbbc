import type { Clause, ClauseOf, DeclarationOf, Word } from "../syntax/index.ts";
import { wordKey } from "./names.ts";

type Row = ClauseOf<"row">;

/** The clauses of a table: what hangs below the line of its hit policy is its own. */
export function tableClauses({ body }: DeclarationOf<"table">): readonly Clause[] {
  return body.flatMap((clause) =>
    clause.kind === "line" || (clause.kind === "entry" && clause.value.words.length === 0)
      ? [clause, ...clause.body]
      : [clause],
  );
}

export function rowsOf(declaration: DeclarationOf<"table">): readonly Row[] {
  return tableClauses(declaration).filter((clause) => clause.kind === "row");
}

/** `- 120 months otherwise`, `- otherwise 120 months` */
export function isOtherwise({ criterion, value: { words } }: Row): boolean {
  return criterion === null && (isWord(words.at(-1)) || isWord(words[0]));
}

/** The words of a row's value, without `otherwise`. */
export function valueWords(row: Row): readonly Word[] {
  const { words } = row.value;
  if (!isOtherwise(row)) return words;
  return isWord(words.at(-1)) ? words.slice(0, -1) : words.slice(1);
}

const isWord = (word: Word | undefined): boolean =>
  word !== undefined && !word.quoted && wordKey(word.text) === "otherwise";
