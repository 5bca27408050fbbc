import {
  declaredAs,
  type Beginning,
  beginnings,
  type Environment,
  type Named,
  type Use,
} from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import { listMarks } from "./listMarks.ts";
import type { Mark } from "./marks.ts";
import { testMarks } from "./testMarks.ts";

/** The marks of a phrase and what they were read with. */
interface Known {
  readonly signature: string;
  readonly marks: readonly Mark[];
}

const knownMarks = new WeakMap<readonly Word[], Known>();

/**
 * The name a phrase begins with, the words of its test, and its values. `use` is the name as resolved, if it was. Kept
 * with the words while what they name stays the same, so that declaring one more name colours no other phrase anew.
 */
export function phraseMarks(
  words: readonly Word[],
  environment: Environment,
  uses: ReadonlyMap<number, Use>,
): readonly Mark[] {
  const use = uses.get(words[0]?.span.start ?? -1);
  const named = use && use.kind !== "service" ? environment.names.get(use.key) : undefined;
  const beginning = use && named ? afterName(words, named, use) : beginnings(words, environment)[0];
  if (!beginning || (!use && isAboutList(words, uses))) return listMarks(words, environment, uses);
  const signature = `${beginning.rest.length} ${signatureOf(beginning.named)}`;
  const known = knownMarks.get(words);
  if (known?.signature === signature) return known.marks;
  const marks = marksOfPhrase(words, beginning);
  knownMarks.set(words, { signature, marks });
  return marks;
}

/** Whether the phrase was read as one about a list: `site of the latest injection`, though a fact is called `site` too. */
function isAboutList(words: readonly Word[], uses: ReadonlyMap<number, Use>): boolean {
  return words.some(({ span }) => {
    const kind = uses.get(span.start)?.kind;
    return kind === "list" || kind === "subset";
  });
}

function afterName(words: readonly Word[], named: Named, use: Use): Beginning {
  return { named, nameSpan: use.span, rest: words.filter(({ span }) => span.start >= use.span.end) };
}

const signatures = new WeakMap<Named, string>();

function signatureOf(named: Named): string {
  const known = signatures.get(named) ?? JSON.stringify(named);
  signatures.set(named, known);
  return known;
}

function marksOfPhrase(words: readonly Word[], { named, nameSpan, rest }: Beginning): readonly Mark[] {
  const name: Mark = { kind: "name", ...nameSpan, symbol: { kind: declaredAs(named), key: named.key } };
  const test = "type" in named ? testMarks(rest, named.type) : [];
  return [name, ...test.map((mark) => (mark.kind === "operator" ? { ...mark, phrase: words } : mark))];
}
