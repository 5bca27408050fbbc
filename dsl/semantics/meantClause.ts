import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Clause, Declaration, Run, Word } from "../syntax/index.ts";
import { beginnings, type Environment } from "./environment.ts";
import { runText, wordsText } from "./names.ts";
import { spanOfWords } from "./phrases.ts";

/** A line below a declaration that says in other words what a clause says; null when it says something else. */
export function meantClause(clause: Clause, kind: Declaration["kind"], environment: Environment): Problem | null {
  if (kind === "define" && clause.kind === "entry" && clause.value.words.length === 0)
    return listWithoutAs(clause.name);
  if (clause.kind !== "line") return null;
  if (kind === "example") return givenFact(clause.run, environment);
  if (kind !== "define") return unlessLine(clause.run);
  return unlessLine(clause.run) ?? withoutAs(clause.run, environment) ?? listWithoutAs(clause.run);
}

/** `radiculopathy = yes`, `radiculopathy is yes` in an example */
function givenFact({ words, span }: Run, environment: Environment): Problem | null {
  const named = beginnings(words, environment).find(
    ({ named, rest }) => named.kind === "fact" && (rest.length > 0 || named.type.kind === "yes or no"),
  );
  if (!named) return null;
  const value = named.rest.length === 0 ? "yes" : wordsText(named.rest).replace(/^(?:=|is|was|are|were) ?/i, "");
  const written = `${named.named.name}: ${value}`;
  if (value === "") return null;
  return problem("E0310", span, `\`${wordsText(words)}\` has no colon between the fact and what it is.`, {
    hint: `Write \`${written}\`.`,
    fixes: [replace(`Write ${written}`, span, written)],
  });
}

/** `unless severe pain`, `except if severe pain` on a line of its own */
function unlessLine({ words }: Run): Problem | null {
  const [first, second] = words;
  if (!first || !second || !/^(unless|except|excluding)$/i.test(first.text)) return null;
  const lead = /^(if|when|for)$/i.test(second.text) ? [first, second] : [first];
  const rest = wordsText(words.slice(lead.length));
  if (rest === "") return null;
  const span = spanOfWords(lead);
  if (!/^unless$/i.test(first.text))
    return problem("E0310", span, `\`${wordsText(lead)}\` begins no line that may stand here.`, {
      hint: `Write \`but not if ${rest}\`, or \`AND NOT ${rest}\` on the line above.`,
      fixes: [replace(`Write but not if ${rest}`, span, "but not if")],
    });
  return problem("E0206", span, "`unless` is read in two ways.", {
    hint: `Write \`but not if ${rest}\` when it rules the service out (AND NOT), \`waived if ${rest}\` when it is enough by itself (OR).`,
    fixes: ["but not if", "waived if"].map((clause) => replace(`Write ${clause} ${rest}`, span, clause)),
  });
}

/** `one of the following:` below `define` */
function listWithoutAs({ words, span }: Run): Problem | null {
  const said = wordsText(words);
  return / of(?: the following)?$/i.test(said) && words.length <= 6 ? beginsWithoutAs(said, span, said) : null;
}

const insteadOfAs = /^(means|if|when|is|=)$/i;

/** `program failed` or `means program failed` below `define` */
function withoutAs({ words, span }: Run, environment: Environment): Problem | null {
  const [first, ...rest] = words;
  if (!first) return null;
  const lead: readonly Word[] = insteadOfAs.test(first.text) ? [first] : [];
  if (lead.length === 0 && beginnings(words, environment).length === 0) return null;
  const criterion = lead.length > 0 ? rest : words;
  if (criterion.length === 0) return null;
  return beginsWithoutAs(runText({ words, span }), span, wordsText(criterion));
}

function beginsWithoutAs(said: string, span: Run["span"], criterion: string): Problem {
  const written = `as ${criterion}`;
  return problem("E0304", span, `\`${said}\` does not begin with \`as\`, so it gives no meaning.`, {
    hint: `Write \`${written}\`.`,
    fixes: [replace(`Write ${written}`, span, written)],
  });
}
