import { type Problem, problem } from "../diagnostic/index.ts";
import type { Clause, ClauseOf, DeclarationOf, Run, Word } from "../syntax/index.ts";
import type { Authority, EvidenceOrder, Rank, RankCondition } from "./model.ts";
import { nameKey, runText, splitAtCommas, wordsText } from "./names.ts";
import { spanOfWords } from "./phrases.ts";
import { textOf } from "./remarks.ts";

/** `authority "Workers' compensation"`, its ranks and its orders of evidence. */
export function readAuthority(declaration: DeclarationOf<"authority">): {
  readonly authorities: readonly Authority[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const { title, body } = declaration;
  const ranks = body.filter((clause) => clause.kind === "rank");
  const span = title?.span ?? declaration.span;
  const authority: Authority = {
    title: title?.text ?? "",
    ranks: ranks.map((clause, index) => readRank(clause, index, problems)),
    evidence: body.flatMap((clause) => (clause.kind === "entry" ? readOrder(clause, problems) : [])),
    ...textOf(body),
    span,
  };
  if (ranks.length === 0) problems.push(withoutRanks(span));
  problems.push(...namedTwice(authority.ranks));
  return { authorities: [authority], problems };
}

function withoutRanks(span: Authority["span"]): Problem {
  return problem("E0372", span, "This authority block ranks nothing.", {
    hint: "Write the ranks below it, the highest first: `1. MTUS`, `2. ACOEM, ODG when silent`.",
  });
}

/** `2. ACOEM, ODG when silent` */
function readRank({ run, body, span }: ClauseOf<"rank">, index: number, problems: Problem[]): Rank {
  const at = run.words.findLastIndex(({ text, quoted }) => !quoted && text.toLowerCase() === "when");
  const named = at < 0 ? run.words : run.words.slice(0, at);
  const said = at < 0 ? null : wordsText(run.words.slice(at + 1)).toLowerCase();
  const names = splitAtCommas(named).map(wordsText).filter(Boolean);
  if (names.length === 0) problems.push(withoutNames(span));
  const when = conditions.find(({ words }) => said !== null && words.includes(said))?.when ?? null;
  const wrong = wrongCondition(index, said, when, run);
  if (wrong) problems.push(wrong);
  return {
    names: names.map((name) => ({ name, key: nameKey(name) })),
    when: index === 0 ? "always" : (when ?? "silent"),
    ...textOf(body),
    span: run.span,
  };
}

const conditions: readonly { readonly when: RankCondition; readonly words: readonly string[] }[] = [
  { when: "silent", words: ["silent"] },
  { when: "rebutted", words: ["rebutted"] },
  { when: "silent or rebutted", words: ["silent or rebutted", "rebutted or silent"] },
];

function wrongCondition(
  index: number,
  said: string | null,
  when: RankCondition | null,
  { words, span }: ClauseOf<"rank">["run"],
): Problem | null {
  if (index === 0)
    return said === null
      ? null
      : problem("E0372", span, "The first rank is always consulted, so it has no condition.", {
          hint: "Take `when` and what follows away, or put another rank above it.",
        });
  if (when !== null) return null;
  const last = words.at(-1)?.span.end ?? span.end;
  const name = wordsText(splitAtCommas(words)[0] ?? []);
  const message =
    said === null ? `It is not said when \`${name}\` is consulted.` : `\`when ${said}\` is no condition of a rank.`;
  return problem("E0372", span, message, {
    hint: "`when silent`: no higher rank addresses the request. `when rebutted`: the case rebuts the presumption of the one that does. `when silent or rebutted`: either.",
    fixes:
      said === null
        ? conditions.map(({ when: each }) => ({
            title: `Write when ${each}`,
            safe: false,
            edits: [{ span: { start: last, end: last }, text: ` when ${each}` }],
          }))
        : [],
  });
}

function withoutNames(span: Rank["span"]): Problem {
  return problem("E0372", span, "This rank names no source.", {
    hint: "Name what guidelines are adopted by, the beginning of their source, or their title: `1. MTUS`.",
  });
}

function namedTwice(ranks: readonly Rank[]): readonly Problem[] {
  const seen = new Set<string>();
  return ranks.flatMap(({ names, span }) =>
    names.flatMap(({ name, key }) =>
      seen.size < seen.add(key).size
        ? []
        : [problem("E0372", span, `\`${name}\` stands in two ranks.`, { hint: "Keep it in one of them." })],
    ),
  );
}

type Entry = Extract<Clause, { readonly name: Run; readonly value: Run }>;

/** `evidence for treatment: systematic review, randomized trial, cohort study` */
function readOrder({ name, value, body, span }: Entry, problems: Problem[]): readonly EvidenceOrder[] {
  const [first, second, ...rest] = name.words;
  const question = wordsText(rest);
  if (first?.text.toLowerCase() !== "evidence" || second?.text.toLowerCase() !== "for" || question === "") {
    problems.push(noOrder(runText(name), name.span));
    return [];
  }
  const levels = splitAtCommas(value.words).filter((words) => words.length > 0);
  if (levels.length < 2) problems.push(tooFewLevels(question, span));
  problems.push(...levelTwice(levels));
  return [{ question, key: nameKey(question), levels: levels.map(wordsText), ...textOf(body), span: name.span }];
}

function noOrder(written: string, span: Rank["span"]): Problem {
  return problem("E0373", span, `\`${written}:\` has no meaning in an authority block.`, {
    hint: "Write which evidence outranks which, the strongest first: `evidence for treatment: systematic review, randomized trial, expert opinion`.",
  });
}

function tooFewLevels(question: string, span: Rank["span"]): Problem {
  return problem("E0373", span, `Evidence for ${question} needs at least two levels, or none outranks another.`, {
    hint: `Write them from strongest to weakest: \`evidence for ${question}: systematic review, randomized trial, expert opinion\`.`,
  });
}

function levelTwice(levels: readonly (readonly Word[])[]): readonly Problem[] {
  const seen = new Set<string>();
  return levels.flatMap((words) => {
    const name = wordsText(words);
    if (seen.size < seen.add(nameKey(name)).size) return [];
    return [problem("E0373", spanOfWords(words), `The level \`${name}\` stands twice.`, { hint: "Take one away." })];
  });
}
