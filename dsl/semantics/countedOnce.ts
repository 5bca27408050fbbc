import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Clause, Run, Word } from "../syntax/index.ts";
import type { ListShape } from "./environment.ts";
import { nameKey, splitAtCommas, wordsText } from "./names.ts";
import { spanOfWords } from "./phrases.ts";
import { closest } from "./suggest.ts";

/** `counted once per date and level`: the keys of the fields in which entries that count as one are alike. */
export function readCountedOnce(
  body: readonly Clause[],
  list: ListShape,
): { readonly countedOnce: readonly string[]; readonly problems: readonly Problem[] } {
  const clause = body.find(({ kind }) => kind === "counted once");
  if (clause?.kind !== "counted once") return { countedOnce: [], problems: [] };
  const parts = partsOf(clause.run, list).map((words) => ({ words, key: nameKey(wordsText(words)) }));
  const unknown = parts.filter(({ key }) => !isField(key, list));
  return {
    countedOnce: unknown.length > 0 ? [] : [...new Set(parts.map(({ key }) => key))],
    problems: parts.length === 0 ? [unnamed(clause.run, list)] : unknown.map(({ words }) => unknownField(words, list)),
  };
}

const isField = (key: string, { fields }: ListShape): boolean => fields.some((field) => field.key === key);

/** Fields between commas or `and`; a field whose own name holds `and` is found whole. */
function partsOf({ words }: Run, list: ListShape): readonly (readonly Word[])[] {
  return splitAtCommas(words)
    .filter((part) => part.length > 0)
    .flatMap((part) => splitAtAnd(part, list));
}

function splitAtAnd(words: readonly Word[], list: ListShape): readonly (readonly Word[])[] {
  const [first, ...rest] = words;
  if (first && first.text.toLowerCase() === "and" && rest.length > 0) return splitAtAnd(rest, list);
  if (isField(nameKey(wordsText(words)), list)) return [words];
  const at = words.findIndex(
    ({ text }, index) =>
      text.toLowerCase() === "and" && index > 0 && isField(nameKey(wordsText(words.slice(0, index))), list),
  );
  const any = at < 0 ? words.findIndex(({ text }, index) => text.toLowerCase() === "and" && index > 0) : at;
  if (any < 0 || any === words.length - 1) return [words];
  return [words.slice(0, any), ...splitAtAnd(words.slice(any + 1), list)];
}

function unknownField(words: readonly Word[], list: ListShape): Problem {
  const near = closest(
    wordsText(words),
    list.fields.map(({ name }) => name),
  );
  const span = spanOfWords(words);
  return problem("E0228", span, `\`${list.name}\` has no field \`${wordsText(words)}\`.`, {
    hint: near ? `Did you mean \`${near}\`?` : `Its entries have ${fieldsInWords(list)}.`,
    fixes: near ? [replace(`Write ${near}`, span, near)] : [],
  });
}

function unnamed({ span }: Run, list: ListShape): Problem {
  return problem("E0228", span, "It is not said in which fields entries that count as one are alike.", {
    hint: `Name them after \`counted once per\`: its entries have ${fieldsInWords(list)}.`,
  });
}

const fieldsInWords = ({ fields }: ListShape): string => fields.map(({ name }) => `\`${name}\``).join(", ");
