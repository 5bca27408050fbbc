import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Environment } from "./environment.ts";
import { meantClause } from "./meantClause.ts";
import { nameKey, runText, wordsText } from "./names.ts";
import { closest } from "./suggest.ts";
import { tableClauses } from "./tableRows.ts";
import type { Clause, Declaration } from "../syntax/index.ts";

type Kind = Exclude<Declaration["kind"], "unknown">;

/** What may stand below everything. */
export const remarks: readonly Clause["kind"][] = ["wording", "cite", "note", "such as", "read as"];
/** What may hang on any criterion. */
export const qualifiers: readonly Clause["kind"][] = ["waived if", "but not if", "when"];

/** What hangs below what a guideline changes in another. */
const reasons: readonly Clause["kind"][] = ["changed because", "taken away because"];

/** Which lines may stand below which declaration. */
export const clausesBelow: Readonly<Record<Kind, readonly Clause["kind"][]>> = {
  guideline: [...remarks, "source", "adopted by", "rests on", "effective", "use", "changes", "applies when"],
  fact: [...remarks, "needs", "counted once", "reviewer attests", ...reasons],
  scale: [...remarks, ...reasons],
  codes: [...remarks, ...reasons],
  define: [...remarks, ...qualifiers, "as", "as number", "effective", ...reasons],
  service: [...remarks, "line", "asked for", ...reasons],
  recommendation: [...remarks, ...qualifiers, "limited to", ...reasons],
  assumption: remarks,
  acceptance: remarks,
  authority: [...remarks, "rank", "entry"],
  example: [...remarks, "entry", "expect", "filled in by engine because"],
  table: [...remarks, "row", "line"],
};

const onlyOnce: ReadonlySet<Clause["kind"]> = new Set<Clause["kind"]>([
  "as",
  "as number",
  "source",
  "applies when",
  "asked for",
  "changes",
  "changed because",
  "taken away because",
  "filled in by engine because",
  "counted once",
]);

const isOnlyOnce = (clause: Clause, kind: Kind): boolean =>
  onlyOnce.has(clause.kind) || (clause.kind === "effective" && kind === "guideline");

/** Lines that do not belong where they stand, and lines said twice. */
export function misplacedClauses(declaration: Declaration, environment: Environment): readonly Problem[] {
  if (declaration.kind === "unknown") return [];
  const { kind } = declaration;
  const body = declaration.kind === "table" ? tableClauses(declaration) : declaration.body;
  return body.flatMap((clause, index) => {
    const belongs =
      clause.kind === "counted once"
        ? isList(declaration)
        : clausesBelow[kind].includes(clause.kind) ||
          (clause.kind === "entry" && isList(declaration)) ||
          isPolicy(clause, declaration);
    if (!belongs || isIndentedRecommendation(clause, declaration))
      return [meantClause(clause, kind, environment) ?? misplaced(clause, declaration)];
    if (saysNothing(clause)) return [empty(clause)];
    return isOnlyOnce(clause, kind) && isRepeated(body, index) ? [repeated(clause)] : [];
  });
}

const isRepeated = (body: readonly Clause[], index: number): boolean =>
  body.findIndex((other) => other.kind === body[index]?.kind) < index;

/** Lines below a clause of which only one may stand there. */
export function repeatedClauses(body: readonly Clause[]): readonly Problem[] {
  return body.flatMap((clause, index) =>
    onlyOnce.has(clause.kind) && isRepeated(body, index) ? [repeated(clause)] : [],
  );
}

/** `first that applies:` */
function isPolicy(clause: Clause, declaration: Declaration): boolean {
  return declaration.kind === "table" && clause.kind === "entry" && clause.value.words.length === 0;
}

/** `fact oxygen test: list, each with` has its fields below. */
function isList(declaration: Declaration): boolean {
  return declaration.kind === "fact" && /^list$/i.test(declaration.type.words[0]?.text ?? "");
}

const unsaid: Partial<Readonly<Record<Clause["kind"], string>>> = {
  cite: "which page or section",
  source: "which publication",
  "adopted by": "by whom",
  "rests on": "which level of evidence",
};

const saysNothing = (clause: Clause): boolean =>
  clause.kind in unsaid && "run" in clause && clause.run.words.length === 0;

function empty(clause: Clause): Problem {
  return problem("E0314", clause.span, `\`${clause.kind}\` does not say ${unsaid[clause.kind] ?? "what"}.`, {
    hint: 'Write for example `cite page 178`, `source "ACOEM Practice Guidelines", pages 177-179` or `adopted by MTUS`, or take the line away.',
  });
}

/** Where a line has its place. */
export const places: Partial<Readonly<Record<Clause["kind"], string>>> = {
  as: "`as` says what a `define` means",
  needs: "`needs` says what evidence a `fact` takes",
  "counted once": "`counted once per` stands below a list",
  "waived if": "`waived if` stands below a criterion: in a `define`, a recommendation, or under a bullet",
  "but not if": "`but not if` stands below a criterion: in a `define`, a recommendation, or under a bullet",
  source: "`source` stands below `guideline`",
  "adopted by": "`adopted by` stands below `guideline`",
  "rests on": "`rests on` stands below `guideline`",
  effective: "`effective from` stands below `guideline`, or with an `as` below it in a `define`",
  when: "`when` stands below a criterion: in a `define`, a recommendation, or under a bullet",
  requires: "`requires` stands below `when`",
  "limited to": "`limited to` stands below a recommendation that begins with `if`",
  "reviewer attests": "`reviewer attests` stands below `fact`",
  "applies when": "`applies when` stands below `guideline`",
  use: "`use` stands below `guideline`",
  changes: "`changes` stands below `guideline`",
  "asked for": "`asked for` stands below `service`",
  rank: "A rank stands in an `authority` block",
  expect: "`expect` stands in an `example`",
  "filled in by engine because": "`filled in by engine because` stands in an `example`",
  "list entry": "The entries of a list stand below its name and a colon in an `example`",
  row: "A bullet with a value and `if` is a row of a `score`, a `table` or a `schedule`",
  entry: "A line with a colon gives a fact its value in an `example`, or a field below `asked for`",
};

const spoken: Partial<Readonly<Record<Kind, string>>> = {
  recommendation: "a recommendation",
  assumption: "`always` or `never`",
  acceptance: "`accept`",
};

function misplaced(clause: Clause, declaration: Declaration & { kind: Kind }): Problem {
  const { kind } = declaration;
  const where = spoken[kind] ?? `\`${declaration.kind === "table" ? declaration.form : kind}\``;
  const near = nearKeyword(clause, kind);
  return problem("E0310", clause.span, `${whatStands(clause)} has no meaning below ${where}.`, {
    hint: near ? `Did you mean \`${near.text}\`?` : hintFor(clause, kind),
    fixes: near ? [replace(`Write ${near.text}`, near.span, near.text)] : [],
  });
}

/** What a line is called in a message about its place. */
export function whatStands(clause: Clause): string {
  if (clause.kind === "wording") return "Wording in quotes";
  if (clause.kind === "list entry") return "An entry of a list";
  if (clause.kind === "as number") return "`as`";
  if (clause.kind === "line") return `\`${runText(clause.run)}\``;
  return clause.kind === "entry" ? `\`${runText(clause.name)}:\`` : `\`${clause.kind}\``;
}

function hintFor(clause: Clause, kind: Kind): string {
  if (beginsDeclaration(clause))
    return "It reads like a declaration or a recommendation; these begin at the margin, without spaces before them.";
  if (clause.kind === "line" && /^reviewer attests$/i.test(runText(clause.run)))
    return 'What the reviewer states follows in quotes: `reviewer attests "I have examined the patient"`.';
  if (kind === "example" && clause.kind === "line") return "An example says what each fact is: `radiculopathy: yes`.";
  const place = places[clause.kind];
  if (place) return `${place}.`;
  return 'Published wording goes in quotes; a remark of your own is `note "..."`, and `#` begins a comment.';
}

/** `site page 178` for `cite page 178` */
function nearKeyword(clause: Clause, kind: Kind): { readonly text: string; readonly span: Span } | null {
  const first = clause.kind === "line" ? clause.run.words[0] : undefined;
  const words = clausesBelow[kind].filter((name) => !name.includes(" ") && name !== "wording" && name !== "line");
  const text = first && !first.quoted && first.text.length > 3 ? closest(first.text, words) : null;
  return first && text !== null && text !== first.text ? { text, span: first.span } : null;
}

const declarationWords = /^(guideline|fact|scale|codes|define|service|example|score|table|schedule)$/i;

/** `imaging if pain` or `fact pain: yes or no`, indented by mistake. */
function beginsDeclaration(clause: Clause): boolean {
  if (clause.kind !== "line" && clause.kind !== "entry") return false;
  const words = clause.kind === "line" ? clause.run.words : clause.name.words;
  return (declarationWords.test(words[0]?.text ?? "") && words.length > 1) || wordsBeforeIf(clause) !== null;
}

/** Below its own service it would be taken for something that can be asked for. */
function isIndentedRecommendation(clause: Clause, declaration: Declaration): boolean {
  const name = wordsBeforeIf(clause);
  return declaration.kind === "service" && name !== null && nameKey(name) === nameKey(runText(declaration.name));
}

function wordsBeforeIf(clause: Clause): string | null {
  if (clause.kind !== "line") return null;
  const at = clause.run.words.findIndex((word, index) => index > 0 && /^(if|excluded)$/i.test(word.text));
  return at < 0 ? null : wordsText(clause.run.words.slice(0, at));
}

function repeated(clause: Clause): Problem {
  return problem("E0311", clause.span, `${whatStands(clause)} stands twice here.`, {
    hint: clause.kind === "as" ? "Keep one, and join what both say with AND or OR." : "Keep one of them.",
  });
}
