import { type Problem, problem } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Clause, Declaration, Run, Word } from "../syntax/index.ts";
import { nameKey, splitAtCommas, wordsText } from "./names.ts";
import { spanOfWords } from "./phrases.ts";

/** One line by which a guideline rests on another of its set; spans are of the header's own text. */
export interface Link {
  /** The place of the header among the declarations. */
  readonly index: number;
  readonly kind: "use" | "changes";
  readonly title: string;
  readonly titleSpan: Span;
  /** What is taken by name; `null` takes everything. */
  readonly names: readonly { readonly name: string; readonly key: string; readonly span: Span }[] | null;
}

export interface Links {
  readonly links: readonly Link[];
  readonly problems: readonly { readonly index: number; readonly problem: Problem }[];
}

/** The `use` and `changes` lines of the head of a guideline. */
export function linksOf(declarations: readonly Declaration[]): Links {
  const read = declarations.flatMap((declaration, index) =>
    declaration.kind === "guideline"
      ? declaration.body.flatMap((clause) => (isLink(clause) ? [readLink(clause, index)] : []))
      : [],
  );
  return {
    links: read.flatMap((one) => ("title" in one ? [one] : [])),
    problems: read.flatMap((one) => ("problem" in one ? [one] : [])),
  };
}

type LinkClause = Clause & { readonly kind: "use" | "changes"; readonly run: Run };

const isLink = (clause: Clause): clause is LinkClause => clause.kind === "use" || clause.kind === "changes";

function readLink({ kind, run, span }: LinkClause, index: number): Link | Links["problems"][number] {
  const { words } = run;
  const quoted = words.findIndex((word) => word.quoted);
  const title = words[quoted];
  const before = words.slice(0, quoted);
  const from = before.at(-1);
  const isWhole = before.length === 0;
  const takesNames = kind === "use" && before.length > 1 && from?.text.toLowerCase() === "from";
  if (!title || quoted !== words.length - 1 || title.text === "" || !(isWhole || takesNames))
    return { index, problem: malformed(kind, span) };
  return {
    index,
    kind,
    title: title.text,
    titleSpan: title.span,
    names: isWhole ? null : splitAtCommas(before.slice(0, -1)).flatMap(nameOf),
  };
}

function nameOf(words: readonly Word[]): readonly { name: string; key: string; span: Span }[] {
  const name = wordsText(words);
  return words.length === 0 ? [] : [{ name, key: nameKey(name), span: spanOfWords(words) }];
}

function malformed(kind: Link["kind"], span: Span): Problem {
  const hint =
    kind === "use"
      ? 'Write `use "Title of the guideline"`, or `use one name, another name from "Title of the guideline"`.'
      : 'Write `changes "Title of the guideline"`.';
  return problem("E0370", span, `This \`${kind}\` does not say which guideline it means.`, { hint });
}
